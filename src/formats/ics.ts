import ical, { ICalAlarmType, ICalEventTransparency } from 'ical-generator';
import type { Appointment } from '../core/due/appointment.ts';
import { cleanText } from '../core/text/clean-text.ts';
import { fieldsOf } from '../core/days/day.ts';

/**
 * Appointments as iCalendar (RFC 5545), made at an instant in ISO form. Times float, so 09:00 is nine o'clock wherever the
 * person is; an alarm rings then, and the quarter of an hour leaves them free in the eyes of others.
 */
export function ics(appointments: readonly Appointment[], madeAt: string): string {
  const calendar = ical({ prodId: '//lossdebrief//lossdebrief//EN' });
  for (const { uuid, sequence, on, time, summary, description } of appointments) {
    const start = startOf(on, time);
    calendar.createEvent({
      id: uuid,
      sequence,
      stamp: new Date(madeAt),
      start,
      end: new Date(start.getTime() + QUARTER_OF_AN_HOUR),
      floating: true,
      summary: cleanText(summary),
      description: description === undefined ? null : cleanText(description, 'keep'),
      transparency: ICalEventTransparency.TRANSPARENT,
      alarms: [{ type: ICalAlarmType.display, trigger: 0 }],
    });
  }
  // The generator leaves out the last line break, which the standard asks for.
  return `${calendar.toString()}\r\n`;
}

const QUARTER_OF_AN_HOUR = 15 * 60 * 1000;

/** The generator prints the UTC fields of a floating time, so no zone of this machine takes part. */
function startOf(on: Appointment['on'], time: string): Date {
  const { year, month, date } = fieldsOf(on);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(Date.UTC(year, month - 1, date, hours, minutes));
}
