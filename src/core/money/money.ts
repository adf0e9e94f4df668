import { inThousands } from '../text/say-number.ts';

/** An amount in the smallest unit of its currency. Amounts of different currencies are never added. */
export interface Money {
  readonly minor: number;
  /** ISO 4217. */
  readonly currency: string;
}

/** How many decimals a currency has: 2 for EUR, 0 for JPY, 3 for KWD (ISO 4217, as the platform's CLDR data has it). */
export function decimalsOf(currency: string): number {
  const known = decimals.get(currency);
  if (known !== undefined) return known;
  const found =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  decimals.set(currency, found);
  return found;
}

// Most files hold one of these, and asking the platform costs more than the whole list of what is due.
const decimals = new Map([
  ['EUR', 2],
  ['USD', 2],
  ['GBP', 2],
  ['CHF', 2],
]);

/** Whether this is the code of a currency in use. */
export function isCurrency(code: string): boolean {
  return decimals.has(code) || Intl.supportedValuesOf('currency').includes(code);
}

/** An amount in major units as money, or undefined if it has more decimals than the currency. */
export function toMoney(major: number, currency: string): Money | undefined {
  const decimals = decimalsOf(currency);
  const minor = Math.round(major * 10 ** decimals);
  // The shortest text of a number is what was typed, so this sees decimals that a tolerance would round away.
  const isExact = Number(major.toFixed(decimals)) === major && Number.isSafeInteger(minor);
  return isExact ? { minor, currency } : undefined;
}

/** The amount in major units, as JSON shows it. */
export function toMajor(money: Money): number {
  return money.minor / 10 ** decimalsOf(money.currency);
}

/** `48,000.00 EUR`; without decimals if `short` and there are none to show. */
export function sayMoney(money: Money, form: 'exact' | 'short' = 'exact'): string {
  const digits = decimalsOf(money.currency);
  const fixed = (Math.abs(money.minor) / 10 ** digits).toFixed(digits);
  const [whole = '0', part] = fixed.split('.');
  const showsPart = part !== undefined && !(form === 'short' && Number(part) === 0);
  return `${money.minor < 0 ? '-' : ''}${inThousands(whole)}${showsPart ? `.${part}` : ''} ${money.currency}`;
}

/** Sums by currency, in the order the currencies appear. */
export function totals(amounts: readonly Money[]): readonly Money[] {
  const sums = new Map<string, number>();
  for (const { minor, currency } of amounts) sums.set(currency, (sums.get(currency) ?? 0) + minor);
  return [...sums].map(([currency, minor]) => ({ minor, currency }));
}
