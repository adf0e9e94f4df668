import { movedOffWeekend } from './calendar.ts';
import { addDays, type Day, dayOf, fieldsOf, weekday } from './day.ts';
import type { TypedMonths, TypedSpan } from '../speech/day-grammar.ts';

/**
 * The day that is meant by a week, a month, a quarter or a year, as buyers say them: its first business day, about its middle, or its
 * last business day. Without a year it is the next such day from today on. Undefined beyond the years of four digits.
 */
export function dayInSpan(span: TypedSpan, today: Day): Day | undefined {
  if (span.unit === 'week') return addDays(today, 7 - weekday(today) + DAY_OF_WEEK[span.part]);
  const { year, month } = fieldsOf(today);
  const length = MONTHS[span.unit];
  if (span.which !== undefined) {
    const current = monthsUntil(year, month);
    return dayFrom(current - (current % length) + (span.which === 'next' ? length : 0), span);
  }
  const beginIn = (one: number): number => monthsUntil(one, (span.number - 1) * length + 1);
  if (span.year !== undefined) return dayFrom(beginIn(span.year), span);
  const found = dayFrom(beginIn(year), span);
  return found !== undefined && found < today ? dayFrom(beginIn(year + 1), span) : found;
}

function dayFrom(begin: number, { unit, part }: TypedMonths): Day | undefined {
  const length = MONTHS[unit];
  if (part === 'end') {
    const after = firstOf(begin + length);
    return after && movedBackOffWeekend(addDays(after, -1));
  }
  const first = firstOf(part === 'middle' ? begin + Math.floor((length - 1) / 2) : begin);
  return first && movedOffWeekend(part === 'middle' ? addDays(first, MIDDLE - 1) : first);
}

const MONTHS = { month: 1, quarter: 3, year: 12 };
const MIDDLE = 15;
const FRIDAY = 5;
/** Monday is 1. */
const DAY_OF_WEEK = { start: 1, middle: 3, end: FRIDAY };

/** Months from the beginning of the year 0. */
function monthsUntil(year: number, month: number): number {
  return year * 12 + month - 1;
}

function firstOf(months: number): Day | undefined {
  return dayOf(Math.floor(months / 12), (months % 12) + 1, 1);
}

function movedBackOffWeekend(day: Day): Day {
  return addDays(day, Math.min(0, FRIDAY - weekday(day)));
}
