import type { Read } from './answers.ts';
import { addDays, type Day, dayOf, daysBetween, isUsable, weekday } from './day.ts';
import { quotedValue } from './quoted-value.ts';
import { sayDay } from './say-day.ts';
import { capitalised } from './sentence.ts';

/** Whether a word like "friday" means the last one or the next. */
export type Direction = 'past' | 'future';

/**
 * Reads a day as people type it: ISO, `today`, `yesterday`, `last friday`, `in 2 weeks`, `31/12/2026`, `20 nov`. The
 * grammar is small and closed: an order of day and month that could be read two ways is refused with both readings, and a
 * day that does not exist is not rolled over.
 */
export async function readDay(text: string, today: Day, direction: Direction): Promise<Read<Day>> {
  const typed = text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  const offset = NEAR.get(typed);
  if (offset !== undefined) return understood(addDays(today, offset));
  const numeric = readYearFirst(typed) ?? readNumeric(typed);
  if (numeric) return numeric;
  const named =
    readWeekday(typed, today, direction) ??
    (await readDistance(typed, today)) ??
    (await readMonthName(typed, today, direction));
  return named
    ? understood(named)
    : { problem: `${capitalised(quotedValue(typed))} is not a day that is understood. ${HOW}` };
}

/** Refuses a day that a deal cannot have ended on. */
export function pastDay(read: Read<Day>, today: Day): Read<Day> {
  if ('problem' in read) return read;
  if (read.value > today) return { problem: `${sayDay(read.value)} has not come yet. Today is ${sayDay(today)}.` };
  if (daysBetween(read.value, today) > TEN_YEARS) {
    return { problem: `${sayDay(read.value)} is more than ten years ago. Please check the year.` };
  }
  return read;
}

const NEAR: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['yesterday', -1],
  ['tomorrow', 1],
]);
const TEN_YEARS = 3653;
const HOW = 'Try 2026-11-20, yesterday, last friday or in 2 weeks.';

function understood(day: Day): Read<Day> {
  return isUsable(day)
    ? { value: day, understood: sayDay(day) }
    : { problem: `${day} is too far from today to be meant. Please check the year.` };
}

function existing(day: Day | undefined, typed: string): Read<Day> {
  return day ? understood(day) : { problem: `There is no day ${typed} in the calendar.` };
}

function readYearFirst(typed: string): Read<Day> | undefined {
  const [, year, , month, date] = /^(\d{4})([./-])(\d{1,2})\2(\d{1,2})$/.exec(typed) ?? [];
  return year === undefined ? undefined : existing(dayOf(Number(year), Number(month), Number(date)), typed);
}

/** Dots mean day first everywhere; with slashes and dashes only one reading may exist. */
function readNumeric(typed: string): Read<Day> | undefined {
  const [, first, separator, second, written] = /^(\d{1,2})([./-])(\d{1,2})(?:\2(\d{4}|\d{2})|\.?)$/.exec(typed) ?? [];
  if (first === undefined) return undefined;
  if (written === undefined) return { problem: `${typed} has no year. ${HOW}` };
  const year = written.length === 2 ? 2000 + Number(written) : Number(written);
  const dayFirst = dayOf(year, Number(second), Number(first));
  const monthFirst = separator === '.' ? undefined : dayOf(year, Number(first), Number(second));
  if (dayFirst && monthFirst && dayFirst !== monthFirst) {
    return {
      problem: `${typed} could be ${sayDay(dayFirst)} (${dayFirst}) or ${sayDay(monthFirst)} (${monthFirst}). Please write the one you mean.`,
    };
  }
  return existing(dayFirst ?? monthFirst, typed);
}

/** `friday`, `last fri`, `next friday`: never today itself, which has a shorter name. */
function readWeekday(typed: string, today: Day, direction: Direction): Day | undefined {
  const [, which, name = ''] = /^(?:on )?(?:(last|this|next) )?([a-z]{3,9})$/.exec(typed) ?? [];
  const wanted = WEEKDAYS.findIndex((full) => full === name || full.slice(0, 3) === name) + 1;
  if (wanted === 0) return undefined;
  const isPast = which === undefined ? direction === 'past' : which === 'last';
  const ahead = (wanted - weekday(today) + 7) % 7;
  return addDays(today, isPast ? ahead - 7 : ahead || 7);
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** `in 2 weeks`, `3 months ago`; a month's end clamps. */
async function readDistance(typed: string, today: Day): Promise<Day | undefined> {
  const [, ahead, count = '', unit = '', ago] =
    /^(in )?(an?|one|\d{1,3}) (day|week|month|year)s?( ago)?$/.exec(typed) ?? [];
  if ((ahead === undefined) === (ago === undefined)) return undefined;
  const many = /^\d/.test(count) ? Number(count) : 1;
  if (unit === 'day' || unit === 'week') return addDays(today, (ago ? -1 : 1) * many * (unit === 'week' ? 7 : 1));
  const { addMonths, subtractMonths } = await import('./calendar.ts');
  return (ago ? subtractMonths : addMonths)(today, unit === 'year' ? many * 12 : many);
}

/** `20 nov`, `November 20th, 2026`: without a year the nearest such day on the side that is meant. */
async function readMonthName(typed: string, today: Day, direction: Direction): Promise<Day | undefined> {
  if (!/jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/.test(typed)) return undefined;
  // 95 ms to load, and most people press Enter or type an ISO day.
  const { en } = await import('chrono-node');
  const reference = new Date(Number(today.slice(0, 4)), Number(today.slice(5, 7)) - 1, Number(today.slice(8)), 12);
  const [found, ...others] = en.strict.parse(typed, reference, { forwardDate: direction === 'future' });
  const start = found?.start;
  if (!start?.isCertain('day') || found?.text.trim() !== typed || found.end || others.length > 0) return undefined;
  const [year, month, date] = [start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0];
  const day = dayOf(year, month, date);
  const isTooLate = direction === 'past' && !start.isCertain('year') && day !== undefined && day > today;
  return isTooLate ? dayOf(year - 1, month, date) : day;
}
