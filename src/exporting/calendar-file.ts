import type { App } from '../app.ts';
import type { CalendarItem } from '../core/due/appointment.ts';
import type { Day } from '../core/days/day.ts';
import { SCHEMA_VERSION } from '../core/deal-json.ts';
import { line } from '../core/page.ts';
import { counted } from '../core/text/sentence.ts';
import { UserError } from '../core/user-error.ts';
import { appointmentOf } from '../pages/appointment-words.ts';
import type { Store } from '../store/store.ts';

/**
 * Writes what is open up to and with a day, or all of it, as events to a calendar file, or to standard output for `-`. With
 * facts alone an event names the deal, and nobody in it.
 */
export async function writeCalendar(
  app: App,
  store: Store,
  until: Day | undefined,
  file: string,
  onlyFacts = false,
): Promise<void> {
  const toStandardOutput = file === '-';
  if (toStandardOutput && app.options.json) {
    throw new UserError('The calendar and JSON cannot both be printed.', 'Name a file, or leave --json out.');
  }
  const appointments = store.calendar(until).map((item) => appointmentOf(onlyFacts ? factsOf(item) : item));
  await app.write({ format: 'ics', appointments }, file);
  const events = appointments.length;
  if (app.options.json)
    await app.print({ json: () => ({ schemaVersion: SCHEMA_VERSION, file, events }), page: () => [] });
  else if (!toStandardOutput) await app.tell([line(`${file} has ${counted(events, 'event')} for your calendar.`)]);
}

function factsOf(item: CalendarItem): CalendarItem {
  return item.kind === 'action' ? item : { ...item, contact: null, terms: null, lastWord: null };
}
