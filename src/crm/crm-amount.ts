import { isCurrency } from '../core/money/money.ts';

/** Which mark stands before the decimals. */
export type DecimalSign = '.' | ',';

/** An amount as a cell has it. */
export interface CrmAmount {
  /** In major units. */
  readonly amount: number;
  readonly currency: string | undefined;
  /** The decimal sign that only this reading allows; undefined where the cell does not tell. */
  readonly shows: DecimalSign | undefined;
}

/**
 * Reads an amount as exports write it: `$45,000`, `1.234,56 €`, `45k`, `(1,200.00)`. A single mark before three digits is
 * what the decimal sign of the column makes of it, and groups them where nothing is known. Undefined for anything else.
 */
export function readCrmAmount(text: string, sign: DecimalSign | undefined): CrmAmount | undefined {
  if (PLAIN.test(text))
    return { amount: Number(text), currency: undefined, shows: text.includes('.') ? '.' : undefined };
  const match = AMOUNT.exec(text.replaceAll(SPACES, ' ').trim());
  const { open, minus, inner, before, digits, scale, after, close } = match?.groups ?? {};
  if (digits === undefined || (open === undefined) !== (close === undefined)) return undefined;
  const signs = [open, minus, inner].filter((mark) => mark !== undefined);
  if (signs.length > 1) return undefined;
  const written = before ?? after;
  const currency = written === undefined ? undefined : currencyWritten(written);
  if (written !== undefined && currency === undefined) return undefined;
  const number = readDigits(digits.replaceAll(/[\s'’]/g, ''), sign);
  if (!number) return undefined;
  const size = number.value * (SCALES.get(scale?.toLowerCase() ?? '') ?? 1);
  return { amount: signs.length === 1 ? -size : size, currency, shows: number.shows };
}

/** The currency in a heading such as `Amount (EUR)` or `Valor R$`. */
export function currencyInHeading(heading: string): string | undefined {
  const written = heading.match(/[A-Z]{3}(?![A-Za-z])|R\$|[€£¥₹]/g) ?? [];
  return written.map(currencyWritten).find((code) => code !== undefined);
}

/** A currency by its code or sign; undefined for anything else. */
export function currencyWritten(written: string): string | undefined {
  const known = CURRENCIES.get(written);
  if (known !== undefined) return known;
  const code = written.toUpperCase();
  if (!/^[A-Z]{3}$/.test(code) || !isCurrency(code)) return undefined;
  CURRENCIES.set(written, code);
  return code;
}

/** What most cells are: a number as programs write it. Three digits behind a point may be a group. */
const PLAIN = /^-?\d+(?:\.\d{1,2})?$/;
const SPACES = /[\u00a0\u2007\u202f\t ]+/g;
const AMOUNT = new RegExp(
  [
    /^(?<open>\()?(?<minus>[-−])?\s?(?<before>US\$|R\$|[€$£¥₹]|[A-Za-z]{3}(?=[\s\d-]))?\s?(?<inner>[-−])?\s?/,
    /(?<digits>\d{1,3}(?:[\s'’]\d{3})+(?:[.,]\d+)?|\d[\d.,]*)/,
    /\s?(?<scale>[kK]|[mM][nN]?|[mM]io\.?|[mM]illion|[mM]il|[bB][nN]?)?/,
    /\s?(?<after>US\$|R\$|[€$£¥₹]|[A-Za-z]{3})?(?<close>\))?$/,
  ]
    .map(({ source }) => source)
    .join(''),
);

const SCALES: ReadonlyMap<string, number> = new Map([
  ['k', 1000],
  ['mil', 1000],
  ['m', 1_000_000],
  ['mn', 1_000_000],
  ['mio', 1_000_000],
  ['mio.', 1_000_000],
  ['million', 1_000_000],
  ['b', 1_000_000_000],
  ['bn', 1_000_000_000],
]);

const CURRENCIES = new Map([
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['$', 'USD'],
  ['US$', 'USD'],
  ['R$', 'BRL'],
]);

interface Digits {
  readonly value: number;
  readonly shows: DecimalSign | undefined;
}

function readDigits(digits: string, sign: DecimalSign | undefined): Digits | undefined {
  const marks = digits.match(/[.,]/g) ?? [];
  const [first] = marks;
  if (first === undefined) return { value: Number(digits), shows: undefined };
  const last = marks.at(-1) as DecimalSign;
  if (marks.length > 1 && marks.every((mark) => mark === first)) return grouped(digits, first === '.' ? ',' : '.');
  if (marks.length > 1) return withDecimals(digits, last);
  const isEither = /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits);
  if (!isEither) return withDecimals(digits, last);
  const value = sign === last ? withDecimals(digits, last)?.value : grouped(digits, undefined)?.value;
  return value === undefined ? undefined : { value, shows: undefined };
}

function grouped(digits: string, shows: DecimalSign | undefined): Digits | undefined {
  // Of two and three, as in India.
  const isGrouped = /^\d{1,3}([.,])(?:\d{2,3}\1)*\d{3}$/.test(digits);
  return isGrouped ? { value: Number(digits.replaceAll(/[.,]/g, '')), shows } : undefined;
}

function withDecimals(digits: string, mark: DecimalSign): Digits | undefined {
  const [whole = '', decimals = '', ...more] = digits.split(mark);
  if (more.length > 0 || decimals === '' || !/^\d+$/.test(decimals)) return undefined;
  const isWhole = /^\d+$/.test(whole) || /^\d{1,3}([.,])(?:\d{2,3}\1)*\d{3}$/.test(whole);
  return isWhole ? { value: Number(`${whole.replaceAll(/[.,]/g, '')}.${decimals}`), shows: mark } : undefined;
}
