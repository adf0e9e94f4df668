import { type AmountPattern, amountPattern } from './amount-pattern.ts';
import { currencyNamed } from './currency-words.ts';
import { isCurrency } from './money.ts';
import { ENGLISH_AMOUNTS } from '../speech/english-grammar.ts';
import type { AmountGrammar } from '../speech/speech.ts';

/** An amount as people write it, found at the start of a line. */
export interface TypedAmount {
  /** In major units. */
  readonly amount: number;
  readonly currency: string | undefined;
  /** What the amount is for, if it is a rate: one month or one year. */
  readonly perMonths: 1 | 12 | undefined;
  /** The rest of the line. */
  readonly rest: string;
}

/** Reads `148k`, `EUR 1.234,56`, `$4,000/mo`, `1.2M` from the start of a line; undefined if there is no amount. */
export function readAmount(
  line: string,
  dollars: string | undefined,
  grammar: AmountGrammar = ENGLISH_AMOUNTS,
): TypedAmount | undefined {
  const pattern = amountPattern(grammar);
  const match = pattern.amount.exec(line);
  const { before, digits, scale, after, per, last } = match?.groups ?? {};
  if (!match || digits === undefined || isWord(before)) return undefined;
  const written = before ?? after ?? last;
  const rest = line.slice(match[0].length);
  if (written === undefined && per === undefined && isLength(digits, scale, rest, pattern)) return undefined;
  const amount = readNumber(digits);
  if (amount === undefined) return undefined;
  const isBare = written === undefined && per === undefined && scale === undefined;
  if (isBare && countsSomething(amount, rest, pattern)) return undefined;
  return {
    amount: roundedTo(amount * (scale === undefined ? 1 : pattern.scaleOf(scale)), 3),
    currency: currencyOf(written, dollars),
    perMonths: per === undefined ? undefined : pattern.isMonth(per) ? 1 : 12,
    rest,
  };
}

/**
 * A number with separators: a mark that stands before every three digits groups them, any other last mark is the decimal
 * sign. So `148.000` and `148,000` are the same, and `1.234,56` reads as in Berlin, `1,234.56` as in Boston.
 */
export function readNumber(text: string): number | undefined {
  const digits = text.trim().replaceAll(/[\s'\u00a0\u202f]/g, '');
  if (isWhole(digits)) return Number(withoutMarks(digits));
  const [, whole = '', mark = '', decimals = ''] = /^(.+)([.,])(\d+)$/.exec(digits) ?? [];
  return isWhole(whole) && !whole.includes(mark) ? Number(`${withoutMarks(whole)}.${decimals}`) : undefined;
}

/** Digits, or groups of three behind one kind of mark; of two and three, as in India. */
function isWhole(digits: string): boolean {
  return /^\d+$/.test(digits) || /^[1-9]\d{0,2}([.,])(?:\d{2,3}\1)*\d{3}$/.test(digits);
}

function withoutMarks(digits: string): string {
  return digits.replaceAll(/[.,]/g, '');
}

/** "12m" and "2 years" alone are the length of a contract; "1.2m" is money, and so is "2m 36m". */
function isLength(digits: string, scale: string | undefined, rest: string, { length }: AmountPattern): boolean {
  if (scale === 'm') return !/[.,]/.test(digits) && !/^\s+\d+\s*m/i.test(rest);
  return scale === undefined && length.test(rest);
}

/** "10 users", "3 seats at 400", "2 x 5000", "1000/q": a number that counts something else than money, or not all of it. */
function countsSomething(amount: number, rest: string, { goesOn }: AmountPattern): boolean {
  if (/^\s*[x×*/]/i.test(rest)) return true;
  return amount < 1000 && /^\s*\p{L}/u.test(rest) && !goesOn.test(rest);
}

/** Three letters before a number that are no currency, as in "net 30"; in capitals they were meant as one. */
function isWord(before: string | undefined): boolean {
  return (
    before !== undefined && /^[A-Za-z]{3}$/.test(before) && /[a-z]/.test(before) && !isCurrency(before.toUpperCase())
  );
}

const SYMBOLS: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', '¥': 'JPY', '₹': 'INR' };

function currencyOf(written: string | undefined, dollars: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  const named = currencyNamed(written) ?? written;
  if (named === '$') return dollars ?? 'USD';
  return SYMBOLS[named] ?? named.toUpperCase();
}

function roundedTo(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
