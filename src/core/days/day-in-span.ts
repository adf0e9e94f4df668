import { movedBackOffWeekend, movedOffWeekend } from './calendar.ts';
import { addDays, type Day, dayOf, fieldsOf, weekday } from './day.ts';
import { dayByFeast } from './feasts.ts';
import type { TypedFeast, TypedMonths, TypedSpan, TypedWeek } from '../speech/day-grammar.ts';

/**
 * The day that is meant by a week, a month, a quarter, a season or a year, as buyers say them: its first business day, about its middle,
 * or its last business day; by a feast, the business day before or after its days off. Without a year it is the next such day from
 * today on. Undefined beyond the years of four digits.
 */
export function dayInSpan(span: TypedSpan, today: Day): Day | undefined {
  if (span.unit === 'week') return dayInWeek(span, today);
  return span.unit === 'feast' ? dayAtFeast(span, today) : dayInMonths(span, today);
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

function dayInMonths(span: TypedMonths, today: Day): Day | undefined {
  const { year, month } = fieldsOf(today);
  const length = MONTHS[span.unit];
  if (span.which !== undefined) {
    const current = monthsUntil(year, month);
    return dayFrom(current - (current % length) + (span.which === 'next' ? length : 0), span);
  }
  const beginIn = (one: number): number =>
    monthsUntil(one, span.unit === 'season' ? span.number * length : (span.number - 1) * length + 1);
  if (span.year !== undefined) return dayFrom(beginIn(span.year), span);
  // A winter that runs began in the year before.
  const begins = [year - 1, year, year + 1].map(beginIn);
  const days = begins.flatMap((begin) =>
    span.isThis ? [dayFrom(begin, span), dayFrom(begin, { ...span, part: 'end' })] : [dayFrom(begin, span)],
  );
  return days.find((day) => day !== undefined && day >= today);
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
