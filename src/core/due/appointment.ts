import type { Day } from '../days/day.ts';
import type { EntryKind } from '../debrief.ts';
import type { Money } from '../money/money.ts';

/** Something open, as far as a calendar may know it. What has no field here cannot leave the file that way. */
export type CalendarItem = CalendarAction | CalendarEntry;

/** An open action: its text is the person's own reflection, so the calendar gets its id alone. */
export interface CalendarAction extends Dated {
  readonly id: `A${number}`;
  readonly kind: 'action';
}

/** An open entry of the schedule, with those of the buyer's words that help on the day. */
export interface CalendarEntry extends Dated {
  readonly id: `F${number}`;
  readonly kind: EntryKind;
  /** Local time, `09:00`. */
  readonly time: string;
  readonly channel: string;
  readonly rule: string;
  readonly because: string;
  readonly deal: string;
  readonly amount: Money | null;
  readonly contractMonths: number | null;
  /** The code of the reason that its own debrief counts under. */
  readonly primaryReason: string | null;
  /** The name of the contact, and no way to reach them. */
  readonly contact: string | null;
  readonly terms: string | null;
  /** What they answered when they were asked for feedback, or else what they said at the no. */
  readonly lastWord: string | null;
}

interface Dated {
  readonly on: Day;
  /** Stays the same whatever changes, so that a calendar knows the event again. */
  readonly uuid: string;
  /** How often it was moved: a calendar takes a change only with a higher number. */
  readonly sequence: number;
}

/** A quarter of an hour in somebody's calendar, at local time wherever they are. */
export interface Appointment {
  readonly uuid: string;
  readonly sequence: number;
  readonly on: Day;
  readonly time: string;
  readonly summary: string;
  readonly description: string | undefined;
}
