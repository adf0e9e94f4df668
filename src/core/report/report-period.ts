import { addDays, type Day, dayOf, fieldsOf, isUsable } from '../days/day.ts';

/** How long the periods of a trend are. */
export type Every = (typeof EVERY)[number];
/** The periods that a report can be split into. */
export const EVERY = ['month', 'quarter', 'year'] as const;

/** Days from one to another, both included; undefined at an end that is open. */
export interface DayRange {
  readonly from: Day | undefined;
  readonly to: Day | undefined;
}

/** A month, quarter or year of the calendar. */
export interface Period {
  /** `2026-08`, `2026-Q3`, `2026`. */
  readonly name: string;
  readonly first: Day;
  readonly last: Day;
}

/**
 * Reads a period as people type it: `last-quarter`, `this-month`, `2026-Q3`, `2026`, `2026-08`; undefined if it is none. What
 * is said of now lasts to the end of the period, though it has not come yet.
 */
export function readPeriod(text: string, today: Day): Period | undefined {
  const typed = text.trim().toLowerCase();
  return readRelative(typed, today) ?? readNamed(typed);
}

/** The period that a day falls into. */
export function periodOf(day: Day, every: Every): Period {
  const { year, month } = fieldsOf(day);
  const first = Math.floor((month - 1) / MONTHS[every]) * MONTHS[every] + 1;
  return periodFrom(year, first, every);
}

/** The period before. */
export function periodBefore({ first }: Period, every: Every): Period {
  return periodOf(addDays(first, -1), every);
}

/** All periods from that of one day to that of another, oldest first. */
export function periodsBetween(first: Day, last: Day, every: Every): readonly Period[] {
  const periods: Period[] = [];
  for (let period = periodOf(first, every); period.first <= last; period = periodOf(addDays(period.last, 1), every)) {
    periods.push(period);
  }
  return periods;
}

const MONTHS: Readonly<Record<Every, number>> = { month: 1, quarter: 3, year: 12 };

function readRelative(typed: string, today: Day): Period | undefined {
  const [, which, every] = /^(this|last)-(month|quarter|year)$/.exec(typed) ?? [];
  if (every === undefined) return undefined;
  const now = periodOf(today, every as Every);
  return which === 'this' ? now : periodBefore(now, every as Every);
}

function readNamed(typed: string): Period | undefined {
  const [, year, quarter, month] = /^(\d{4})(?:-q([1-4])|-(\d{2}))?$/.exec(typed) ?? [];
  if (year === undefined) return undefined;
  const every = quarter ? 'quarter' : month ? 'month' : 'year';
  const first = dayOf(Number(year), quarter ? Number(quarter) * 3 - 2 : Number(month ?? 1), 1);
  return first && isUsable(first) ? periodOf(first, every) : undefined;
}

function periodFrom(year: number, month: number, every: Every): Period {
  const next = month + MONTHS[every];
  const first = dayOf(year, month, 1);
  const after = next > 12 ? dayOf(year + 1, next - 12, 1) : dayOf(year, next, 1);
  if (!first || !after) throw new RangeError('This period is outside the years 0000 to 9999.');
  return { name: nameOf(year, month, every), first, last: addDays(after, -1) };
}

function nameOf(year: number, month: number, every: Every): string {
  const fullYear = String(year).padStart(4, '0');
  if (every === 'year') return fullYear;
  return every === 'quarter' ? `${fullYear}-Q${Math.ceil(month / 3)}` : `${fullYear}-${String(month).padStart(2, '0')}`;
}
