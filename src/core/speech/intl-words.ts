import { type Day, fieldsOf } from '../days/day.ts';
import { decimalsOf, type Money } from '../money/money.ts';
import type { DayWords, Speech } from './speech.ts';

/** Days as a locale writes them. */
export function intlDays(tag: string): DayWords {
  const long = new Intl.DateTimeFormat(tag, { ...DATE, weekday: 'long', month: 'long' });
  const short = new Intl.DateTimeFormat(tag, { ...DATE, month: 'short' });
  return { long: (day) => long.format(instantOf(day)), short: (day) => short.format(instantOf(day)) };
}

const DATE = { day: 'numeric', year: 'numeric', timeZone: 'UTC' } as const;

/** A day in the zone in which it is formatted, which no clock has a part in. */
function instantOf(day: Day): number {
  const { year, month, date } = fieldsOf(day);
  return new Date(0).setUTCFullYear(year, month - 1, date);
}

/** Amounts and numbers as a locale writes them; the currency is told by its three letters, as everywhere here. */
export function intlNumbers(tag: string): Pick<Speech, 'money' | 'number'> {
  return {
    money: (money, form = 'exact') => `${major(money).toLocaleString(tag, decimals(money, form))} ${money.currency}`,
    number: (value) => value.toLocaleString(tag, { maximumFractionDigits: 3 }),
  };
}

function major({ minor, currency }: Money): number {
  return minor / 10 ** decimalsOf(currency);
}

function decimals({ minor, currency }: Money, form: 'exact' | 'short'): Intl.NumberFormatOptions {
  const digits = decimalsOf(currency);
  const shown = form === 'short' && minor % 10 ** digits === 0 ? 0 : digits;
  return { minimumFractionDigits: shown, maximumFractionDigits: shown };
}
