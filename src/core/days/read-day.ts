import type { Read } from '../answers.ts';
import { addDays, type Day, dayOf, daysBetween, fieldsOf, isUsable, weekday } from './day.ts';
import type { DayGrammar } from '../speech/day-grammar.ts';
import { ENGLISH } from '../speech/english.ts';
import type { Speech } from '../speech/speech.ts';

/** Whether a word like "friday" means the last one or the next. */
export type Direction = 'past' | 'future';

/**
 * Reads a day as people type it: ISO, `today`, `yesterday`, `last friday`, `in 2 weeks`, `31/12/2026`, `25/11`, `20 nov`, and of
 * what is to come also `march`, `Q2 2027` or `easter`, in a language and in English. The grammar is small and closed: an order of
 * day and month that could be read two ways is refused with both readings, and a day that does not exist is not rolled over.
 */
export async function readDay(
  text: string,
  today: Day,
  direction: Direction,
  speech: Speech = ENGLISH,
): Promise<Read<Day>> {
  const written = text.trim().replaceAll(/\s+/g, ' ');
  const typed = written.toLowerCase();
  const numeric = readYearFirst(typed, speech) ?? readNumeric(typed, today, direction, speech);
  if (numeric) return numeric;
  for (const { dayGrammar } of speech === ENGLISH ? [ENGLISH] : [speech, ENGLISH]) {
    const found = await readWords(typed, today, direction, dayGrammar);
    if (found) return understood(found, speech);
    // Of what is over a day is known; of what is to come, often only the month.
    const span = direction === 'future' ? await readSpan(written, today, dayGrammar, speech) : undefined;
    if (span) return span;
  }
  return { problem: speech.dayGrammar.notUnderstood(written, direction) };
}

/** Refuses a day that a deal cannot have ended on. */
export function pastDay(read: Read<Day>, today: Day, { answers }: Speech = ENGLISH): Read<Day> {
  if ('problem' in read) return read;
  if (read.value > today) return { problem: answers.notYet(read.value, today) };
  return daysBetween(read.value, today) > TEN_YEARS ? { problem: answers.tenYearsAgo(read.value) } : read;
}

const TEN_YEARS = 3653;

function understood(day: Day, { days, dayGrammar }: Speech): Read<Day> {
  return isUsable(day) ? { value: day, understood: days.long(day) } : { problem: dayGrammar.tooFar(day) };
}

function existing(day: Day | undefined, typed: string, speech: Speech): Read<Day> {
  return day ? understood(day, speech) : { problem: speech.dayGrammar.noSuchDay(typed) };
}

function readYearFirst(typed: string, speech: Speech): Read<Day> | undefined {
  const [, year, , month, date] = /^(\d{4})([./-])(\d{1,2})\2(\d{1,2})$/.exec(typed) ?? [];
  return year === undefined ? undefined : existing(dayOf(Number(year), Number(month), Number(date)), typed, speech);
}

/**
 * Dots mean day first everywhere; with slashes and dashes only one reading may exist. Without a year it is the nearest such day
 * on the side that is meant.
 */
function readNumeric(typed: string, today: Day, direction: Direction, speech: Speech): Read<Day> | undefined {
  const [, first, separator, second, written] = /^(\d{1,2})([./-])(\d{1,2})(?:\2(\d{4}|\d{2})|\.?)$/.exec(typed) ?? [];
  if (first === undefined) return undefined;
  const find = (month: number, date: number): Day | undefined =>
    written === undefined
      ? nearest(month, date, today, direction)
      : dayOf(written.length === 2 ? 2000 + Number(written) : Number(written), month, date);
  const dayFirst = find(Number(second), Number(first));
  const monthFirst = separator === '.' ? undefined : find(Number(first), Number(second));
  if (dayFirst && monthFirst && dayFirst !== monthFirst) {
    return { problem: speech.dayGrammar.twoReadings(typed, dayFirst, monthFirst) };
  }
  return existing(dayFirst ?? monthFirst, typed, speech);
}

function nearest(month: number, date: number, today: Day, direction: Direction): Day | undefined {
  const step = direction === 'past' ? -1 : 1;
  const { year } = fieldsOf(today);
  const days = Array.from({ length: YEARS_TO_LEAP_DAY }, (_, index) => dayOf(year + step * index, month, date));
  return days.find((day) => day !== undefined && (direction === 'past' ? day <= today : day >= today));
}

/** Where a century has none, the next 29 February is eight years off; the year that is left over may be this one, in which it is over. */
const YEARS_TO_LEAP_DAY = 9;

async function readWords(
  typed: string,
  today: Day,
  direction: Direction,
  grammar: DayGrammar,
): Promise<Day | undefined> {
  const offset = grammar.near.get(typed);
  if (offset !== undefined) return addDays(today, offset);
  return (
    readWeekday(typed, today, direction, grammar) ??
    (await readDistance(typed, today, grammar)) ??
    (await readMonthName(typed, today, direction, grammar))
  );
}

async function readSpan(
  words: string,
  today: Day,
  { spans }: DayGrammar,
  speech: Speech,
): Promise<Read<Day> | undefined> {
  const [{ readSpan: read }, { dayInSpan }, names] = await Promise.all([
    import('../speech/span-grammar.ts'),
    import('./day-in-span.ts'),
    spans(),
  ]);
  const span = read(names, words.toLowerCase());
  if (span === undefined) return undefined;
  const day = dayInSpan(span, today);
  if (day === undefined || !isUsable(day.on)) return { problem: speech.dayGrammar.tooFar(day?.on ?? today) };
  return { value: day.on, understood: speech.dayGrammar.spanDay(day.on, day.part), words };
}

/** `friday`, `last fri`, `next friday`: never today itself, which has a shorter name. */
function readWeekday(typed: string, today: Day, direction: Direction, grammar: DayGrammar): Day | undefined {
  const named = grammar.weekday(typed);
  if (!named) return undefined;
  const ahead = (named.weekday - weekday(today) + 7) % 7;
  return addDays(today, (named.side ?? direction) === 'past' ? ahead - 7 : ahead || 7);
}

/** `in 2 weeks`, `3 months ago`; a month's end clamps. */
async function readDistance(typed: string, today: Day, grammar: DayGrammar): Promise<Day | undefined> {
  const far = grammar.distance(typed);
  if (!far) return undefined;
  const { count, unit, side } = far;
  if (unit === 'day' || unit === 'week')
    return addDays(today, (side === 'past' ? -1 : 1) * count * (unit === 'week' ? 7 : 1));
  const { addMonths, subtractMonths } = await import('./calendar.ts');
  return (side === 'past' ? subtractMonths : addMonths)(today, unit === 'year' ? count * 12 : count);
}

/** `20 nov`, `November 20th, 2026`: without a year the nearest such day on the side that is meant. */
async function readMonthName(
  typed: string,
  today: Day,
  direction: Direction,
  grammar: DayGrammar,
): Promise<Day | undefined> {
  if (!grammar.monthName.test(typed)) return undefined;
  // 95 ms to load, and most people press Enter or type an ISO day.
  const parser = await grammar.parser();
  const reference = new Date(Number(today.slice(0, 4)), Number(today.slice(5, 7)) - 1, Number(today.slice(8)), 12);
  const [found, ...others] = parser.parse(typed, reference, { forwardDate: direction === 'future' });
  const start = found?.start;
  if (!start?.isCertain('day') || found?.text.trim() !== typed || found.end || others.length > 0) return undefined;
  const [year, month, date] = [start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0];
  const day = dayOf(year, month, date);
  const isTooLate = direction === 'past' && !start.isCertain('year') && day !== undefined && day > today;
  return isTooLate ? dayOf(year - 1, month, date) : day;
}
