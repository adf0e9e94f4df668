import { movedBackOffWeekend, movedOffWeekend } from './calendar.ts';
import { addDays, type Day, dayOf, fieldsOf, weekday } from './day.ts';
import { dayByFeast } from './feasts.ts';
import type { TypedFeast, TypedMonths, TypedSpan, TypedWeek } from '../speech/day-grammar.ts';

/** A day, and which part of the time that was named it is. */
export interface DayInSpan {
  readonly on: Day;
  readonly part: TypedSpan['part'];
}

/**
 * The day that is meant by a week, a month, a quarter, a season or a year, as buyers say them: its first business day, about its middle,
 * or its last business day; by a feast, the business day before or after its days off. Without a year it is the next such day from
 * today on. Undefined beyond the years of four digits.
 */
export function dayInSpan(span: TypedSpan, today: Day): DayInSpan | undefined {
  if (span.unit !== 'week' && span.unit !== 'feast') return dayInMonths(span, today);
  const on = span.unit === 'week' ? dayInWeek(span, today) : dayAtFeast(span, today);
  return on && { on, part: span.part };
}

function dayInWeek({ which, part }: TypedWeek, today: Day): Day {
  const monday = addDays(today, 1 - weekday(today) + (which === 'next' ? WEEK : 0));
  const day = addDays(monday, DAY_OF_WEEK[part]);
  // On a weekend its business days are over, and whoever still speaks of it means the one that comes.
  return day < today ? addDays(day, WEEK) : day;
}

function dayAtFeast({ feast, part, year }: TypedFeast, today: Day): Day | undefined {
  if (year !== undefined) return dayByFeast(feast, part, year);
  const current = fieldsOf(today).year;
  const days = [current, current + 1].map((one) => dayByFeast(feast, part, one));
  return days.find((day) => day !== undefined && day >= today);
}

function dayInMonths(span: TypedMonths, today: Day): DayInSpan | undefined {
  const { year, month } = fieldsOf(today);
  const length = MONTHS[span.unit];
  if (span.which !== undefined) {
    const current = monthsUntil(year, month);
    const begin = current - (current % length) + (span.which === 'next' ? length : 0);
    // Its last business day may be over before it is, as that of a week.
    return [begin, begin + length].map((one) => dayFrom(one, span)).find((day) => day !== undefined && day.on >= today);
  }
  const beginIn = (one: number): number =>
    monthsUntil(one, span.unit === 'season' ? span.number * length : (span.number - 1) * length + 1);
  if (span.year !== undefined) return dayFrom(beginIn(span.year), span);
  // A winter that runs began in the year before.
  const begins = [year - 1, year, year + 1].map(beginIn);
  const days = begins.flatMap((begin) =>
    span.isThis ? [dayFrom(begin, span), dayFrom(begin, { ...span, part: 'end' })] : [dayFrom(begin, span)],
  );
  return days.find((day) => day !== undefined && day.on >= today);
}

function dayFrom(begin: number, { unit, part }: TypedMonths): DayInSpan | undefined {
  const on = part === 'end' ? lastIn(begin, MONTHS[unit]) : dayAfterBegin(begin, MONTHS[unit], part);
  return on && { on, part };
}

function lastIn(begin: number, length: number): Day | undefined {
  const after = firstOf(begin + length);
  return after && movedBackOffWeekend(addDays(after, -1));
}

function dayAfterBegin(begin: number, length: number, part: 'start' | 'middle'): Day | undefined {
  const first = firstOf(part === 'middle' ? begin + Math.floor((length - 1) / 2) : begin);
  return first && movedOffWeekend(part === 'middle' ? addDays(first, MIDDLE - 1) : first);
}

/** Spring begins with March, as meteorologists count, in the northern half of the world. */
const MONTHS = { month: 1, quarter: 3, season: 3, year: 12 };
const MIDDLE = 15;
const WEEK = 7;
/** Days after Monday. */
const DAY_OF_WEEK = { start: 0, middle: 2, end: 4 };

/** Months from the beginning of the year 0. */
function monthsUntil(year: number, month: number): number {
  return year * 12 + month - 1;
}

function firstOf(months: number): Day | undefined {
  return dayOf(Math.floor(months / 12), (months % 12) + 1, 1);
}
