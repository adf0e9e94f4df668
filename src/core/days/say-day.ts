import { type Day, daysBetween, fieldsOf, weekday } from './day.ts';
import { counted } from '../text/sentence.ts';

/** `Friday 20 November 2026`. */
export function sayDay(day: Day): string {
  const { year, month, date } = fieldsOf(day);
  return `${WEEKDAYS[weekday(day) - 1]} ${date} ${MONTHS[month - 1]} ${year}`;
}

/** A time in the words it was given in, and the day that was taken for it: `Q2, taken as Thursday 1 April 2027`. */
export function takenAs(words: string, day: Day): string {
  return `${words}, taken as ${sayDay(day)}`;
}

/** `20 Nov 2026`. */
export function sayShortDay(day: Day): string {
  const { year, month, date } = fieldsOf(day);
  return `${date} ${MONTHS[month - 1]?.slice(0, 3)} ${year}`;
}

/** `February`, or `February 2025` if that is not this year's. */
export function sayMonth(day: Day, today: Day): string {
  const { year, month } = fieldsOf(day);
  return `${MONTHS[month - 1]}${year === fieldsOf(today).year ? '' : ` ${year}`}`;
}

/** How far a day is from today: `2 days late`, `today`, `tomorrow`, `in 5 days`. */
export function sayDistance(day: Day, today: Day): string {
  const days = daysBetween(today, day);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  return days < 0 ? `${counted(-days, 'day')} late` : `in ${counted(days, 'day')}`;
}

/** Time spent: `1:48`. */
export function sayDuration(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The months as English says them, January first. */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
