import ICAL from 'ical.js';
import { type ParameterValue, sync } from 'node-ical';

/** An event as a program that reads calendars understands it. */
export interface ReadEvent {
  readonly uid: string;
  readonly sequence: number;
  /** Local time without a zone, `2027-08-20T09:00:00`. */
  readonly start: string;
  readonly end: string;
  readonly summary: string;
  readonly description: string;
  readonly transparency: string;
  /** What each alarm does, and when, from the start. */
  readonly alarms: readonly string[];
}

/** The events of a calendar file as ical.js reads them, which is what Thunderbird does. It throws at what the standard forbids. */
export function eventsIn(file: string): readonly ReadEvent[] {
  const calendar = new ICAL.Component(ICAL.parse(file));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component, { strictExceptions: true });
    if (event.startDate.zone !== ICAL.Timezone.localTimezone) throw new Error(`${event.uid} does not float.`);
    return {
      uid: event.uid,
      sequence: event.sequence,
      start: event.startDate.toString(),
      end: event.endDate.toString(),
      summary: event.summary,
      description: event.description ?? '',
      transparency: textOf(component, 'transp'),
      alarms: component
        .getAllSubcomponents('valarm')
        .map((alarm) => `${textOf(alarm, 'action')} ${textOf(alarm, 'trigger')}`),
    };
  });
}

/** The same as node-ical reads them: another parser by other people. */
export function eventsInToo(file: string): readonly ReadEvent[] {
  return Object.values(sync.parseICS(file)).flatMap((found) => {
    if (found?.type !== 'VEVENT') return [];
    return {
      uid: found.uid,
      sequence: Number(found.sequence),
      start: localText(found.start),
      end: found.end ? localText(found.end) : '',
      summary: wordsOf(found.summary),
      description: wordsOf(found.description),
      transparency: found.transparency ?? '',
      alarms: (found.alarms ?? []).map((alarm) => `${alarm.action} ${alarm.trigger}`),
    };
  });
}

function textOf(component: ICAL.Component, name: string): string {
  return String(component.getFirstPropertyValue(name) ?? '');
}

/** It gives a text that has parameters, such as a language, as an object; ours have none. */
function wordsOf(value: ParameterValue | undefined): string {
  if (typeof value === 'object') throw new Error('A text has parameters.');
  return value ?? '';
}

/** It reads a time without a zone as one of this machine's zone. */
function localText(time: Date): string {
  const day = [time.getFullYear(), time.getMonth() + 1, time.getDate()].map(twoDigits).join('-');
  return `${day}T${[time.getHours(), time.getMinutes(), time.getSeconds()].map(twoDigits).join(':')}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
