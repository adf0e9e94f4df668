import { addDays, type Day, dayOf, isUsable } from '../core/days/day.ts';

/** Which of the first two numbers of a date is the day. */
export type DayOrder = 'day-first' | 'month-first';

/** What a cell says about a day. */
export type CrmDay =
  | { readonly kind: 'day'; readonly day: Day; readonly shows?: DayOrder }
  /** Two days, by the order; nothing in the cell decides. */
  | { readonly kind: 'either'; readonly dayFirst: Day; readonly monthFirst: Day }
  | { readonly kind: 'unread' };

/**
 * Reads a day as exports write it, with or without a time. The day is taken as it is written: a time zone is not applied,
 * because the CRM showed this day. What does not exist is not rolled over, and a number of nanoseconds is no day.
 */
export function readCrmDay(text: string): CrmDay {
  const before = remembered.get(text);
  if (before) return before;
  const read = yearFirst(text) ?? numeric(text) ?? named(text) ?? serial(text) ?? UNREAD;
  // Many deals close on one day; many times of day must not fill the memory.
  if (remembered.size < MOST_REMEMBERED) remembered.set(text, read);
  return read;
}

const remembered = new Map<string, CrmDay>();
const MOST_REMEMBERED = 5000;

/** The day by the order of its column; undefined if it cannot be read so. */
export function inOrder(read: CrmDay, order: DayOrder | undefined): Day | undefined {
  if (read.kind === 'either') {
    if (order === undefined) return undefined;
    return order === 'day-first' ? read.dayFirst : read.monthFirst;
  }
  if (read.kind === 'unread') return undefined;
  return read.shows === undefined || order === undefined || read.shows === order ? read.day : undefined;
}

/** The order that `--date-format` names, such as `DD/MM/YYYY`, `mdy` or `day-first`; undefined if it names none. */
export function orderNamed(text: string): DayOrder | undefined {
  const letters = text.toLowerCase().replaceAll(/[^a-z]/g, '');
  if (letters === 'dayfirst') return 'day-first';
  if (letters === 'monthfirst') return 'month-first';
  if (!/^[dmy]+$/.test(letters)) return undefined;
  return letters.indexOf('d') < letters.indexOf('m') ? 'day-first' : 'month-first';
}

const UNREAD: CrmDay = { kind: 'unread' };
const TIME = String.raw`(?:[T,]?\s*\d{1,2}[:.h]\d{2}.*)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${TIME}$`);
const NUMERIC = new RegExp(String.raw`^(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})${TIME}$`);
const DAY_MONTH_YEAR = new RegExp(
  String.raw`^(\d{1,2})(?:st|nd|rd|th|\.|º)?[-/.\s]+(?:de\s+)?(\p{L}+)\.?[-/.,\s]+(?:de\s+)?(\d{4}|\d{2})${TIME}$`,
  'u',
);
const MONTH_DAY_YEAR = new RegExp(
  String.raw`^(\p{L}+)\.?[-/.\s]+(\d{1,2})(?:st|nd|rd|th)?[-/.,\s]+(\d{4})${TIME}$`,
  'u',
);

function yearFirst(text: string): CrmDay | undefined {
  const [, year, , month, date] = YEAR_FIRST.exec(text) ?? /^((?:19|20)\d{2})()(\d{2})(\d{2})$/.exec(text) ?? [];
  return year === undefined ? undefined : found(dayOf(Number(year), Number(month), Number(date)));
}

/** Dots mean day first everywhere. */
function numeric(text: string): CrmDay | undefined {
  const [, first, mark, second, written] = NUMERIC.exec(text) ?? [];
  if (first === undefined || written === undefined) return undefined;
  const year = fullYear(written);
  const dayFirst = dayOf(year, Number(second), Number(first));
  const monthFirst = mark === '.' ? undefined : dayOf(year, Number(first), Number(second));
  if (dayFirst === undefined) return found(monthFirst, 'month-first');
  if (monthFirst === undefined) return mark === '.' ? found(dayFirst) : found(dayFirst, 'day-first');
  return dayFirst === monthFirst ? found(dayFirst) : { kind: 'either', dayFirst, monthFirst };
}

function named(text: string): CrmDay | undefined {
  const [, date, month, year] = DAY_MONTH_YEAR.exec(text) ?? [];
  if (date !== undefined) return found(dayOf(fullYear(year ?? ''), monthNamed(month ?? ''), Number(date)));
  const [, name, dayOfMonth, inYear] = MONTH_DAY_YEAR.exec(text) ?? [];
  return name === undefined ? undefined : found(dayOf(Number(inYear), monthNamed(name), Number(dayOfMonth)));
}

/** The number of a day in a spreadsheet, counted from the last day of 1899; the part behind the point is the time. */
function serial(text: string): CrmDay | undefined {
  const [, whole] = /^(\d{5})(?:\.\d+)?$/.exec(text) ?? [];
  const first = dayOf(1899, 12, 30);
  return whole === undefined || first === undefined ? undefined : found(addDays(first, Number(whole)));
}

function found(day: Day | undefined, shows?: DayOrder): CrmDay {
  if (day === undefined || !isUsable(day)) return UNREAD;
  return shows === undefined ? { kind: 'day', day } : { kind: 'day', day, shows };
}

function fullYear(written: string): number {
  return written.length === 2 ? 2000 + Number(written) : Number(written);
}

/** 1 to 12, or 0 for no month. */
function monthNamed(name: string): number {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return MONTHS.findIndex((names) => names.test(plain)) + 1;
}

/** English, German, Spanish, French, Portuguese and Italian, whole or cut. */
const MONTHS: readonly RegExp[] = [
  /^(jan|januar|january|janner|ene|enero|janv|janvier|janeiro|gen|gennaio)$/,
  /^(feb|februar|february|febrero|fev|fevr|fevrier|fevereiro|febbraio)$/,
  /^(mar|marz|mrz|march|marzo|mars|marco)$/,
  /^(apr|april|abr|abril|avr|avril|aprile)$/,
  /^(may|mai|mayo|maio|mag|maggio)$/,
  /^(jun|juni|june|junio|juin|junho|giu|giugno)$/,
  /^(jul|juli|july|julio|juil|juillet|julho|lug|luglio)$/,
  /^(aug|august|ago|agosto|aout)$/,
  /^(sep|sept|september|septiembre|septembre|set|setembro|settembre)$/,
  /^(oct|okt|october|oktober|octubre|octobre|out|outubro|ott|ottobre)$/,
  /^(nov|november|noviembre|novembre|novembro)$/,
  /^(dec|dez|december|dezember|dic|diciembre|decembre|dezembro|dicembre)$/,
];
