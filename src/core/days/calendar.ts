import { Temporal } from 'temporal-polyfill';
import { addDays, type Day, weekday } from './day.ts';

/**
 * The day a number of months after another, counted from that day and never in steps. Whole months first, and a month's
 * end clamps (31 May and 9 months: 28 February); a part of a month is so many thirtieths, rounded half up.
 */
export function addMonths(day: Day, months: number): Day {
  const whole = Math.floor(months);
  const days = Math.floor((months - whole) * 30 + 0.5);
  return addDays(
    Temporal.PlainDate.from(day).add({ months: whole }, { overflow: 'constrain' }).toString() as Day,
    days,
  );
}

/** The day a number of months before another; a month's end clamps. */
export function subtractMonths(day: Day, months: number): Day {
  return Temporal.PlainDate.from(day).subtract({ months }, { overflow: 'constrain' }).toString() as Day;
}

/** The day itself, or the Monday after if it falls on a weekend. Public holidays are not known to us. */
export function movedOffWeekend(day: Day): Day {
  return weekday(day) > FRIDAY ? addDays(day, SUNDAY - weekday(day) + 1) : day;
}

/** The day itself, or the Friday before if it falls on a weekend. */
export function movedBackOffWeekend(day: Day): Day {
  return addDays(day, Math.min(0, FRIDAY - weekday(day)));
}

/** The first business day after a day. */
export function nextBusinessDay(day: Day): Day {
  return movedOffWeekend(addDays(day, 1));
}

/** The day a number of business days after another, so one from a Sunday is the Monday; 0 is the day itself, moved off a weekend. */
export function addBusinessDays(day: Day, count: number): Day {
  let moved = count === 0 ? movedOffWeekend(day) : day;
  for (let left = count; left > 0; left -= 1) moved = nextBusinessDay(moved);
  return moved;
}

const FRIDAY = 5;
const SUNDAY = 7;
