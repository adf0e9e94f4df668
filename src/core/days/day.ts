/**
 * A day of the local calendar as ISO text (`2026-11-22`). Days are text everywhere, because a `Date` is an instant and
 * names a different day in another time zone. Text compares in calendar order.
 */
export type Day = string & { readonly isDay: unique symbol };

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The day that `text` names in ISO form, or undefined if it names none (`2026-02-31` is not rolled over). */
export function isoDay(text: string): Day | undefined {
  const [, year, month, date] = ISO_DAY.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || date === undefined) return undefined;
  return date >= 1 && date <= daysInMonth(year, month) ? (text as Day) : undefined;
}

/** The ISO day of these calendar fields, or undefined if there is no such day. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  return isoDay(`${padded(year, 4)}-${padded(month, 2)}-${padded(date, 2)}`);
}

/** Year, month (1 to 12) and date of a day. */
export function fieldsOf(day: Day): { readonly year: number; readonly month: number; readonly date: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) };
}

/** How many days from one day to a later one; negative if `to` is earlier. Integer arithmetic, so no time zone can bend it. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** How many whole months from one day to a later one: nine from 7 January to 7 October, eight to 6 October. */
export function wholeMonthsBetween(from: Day, to: Day): number {
  const [first, last] = [fieldsOf(from), fieldsOf(to)];
  // Where the last month has no such date, its end completes the month.
  const ended = last.date >= Math.min(first.date, daysInMonth(last.year, last.month));
  return (last.year - first.year) * 12 + last.month - first.month - (ended ? 0 : 1);
}

/** The day `count` days after `day`. */
export function addDays(day: Day, count: number): Day {
  return dayOfNumber(dayNumber(day) + count);
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

/** Whether a day is near enough to our own time that dates can be counted from it and still be days. */
export function isUsable(day: Day): boolean {
  return day >= '1900' && day < '2200';
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

function daysInMonth(year: number, month: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return (MONTH_LENGTHS[month - 1] ?? 0) + (leap ? 1 : 0);
}

/** Days since 1970-01-01; Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013), `days_from_civil`. */
function dayNumber(day: Day): number {
  const { year, month, date } = fieldsOf(day);
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The inverse of `dayNumber`; Hinnant's `civil_from_days`. */
function dayOfNumber(number: number): Day {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthPart = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthPart + (monthPart < 10 ? 3 : -9);
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const day = dayOf(year, month, dayOfYear - Math.floor((153 * monthPart + 2) / 5) + 1);
  if (day === undefined) throw new RangeError('This day is outside the years 0000 to 9999.');
  return day;
}
