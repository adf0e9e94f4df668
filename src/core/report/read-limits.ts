import type { Day } from '../days/day.ts';
import { readBound } from '../days/read-bound.ts';
import { isCurrency } from '../money/money.ts';
import { UserError } from '../user-error.ts';
import { type DayRange, readPeriod } from './report-period.ts';

/** The days of decision as flags name them. */
export interface RangeFlags {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly period?: string | undefined;
}

/** The days of decision that are asked for. Throws `UserError` where that cannot be told. */
export async function readRange({ from, to, period }: RangeFlags, today: Day): Promise<DayRange> {
  if (period !== undefined) {
    const read = readPeriod(period, today);
    if (read) return { from: read.first, to: read.last };
    throw new UserError(
      `--period ${period} is not a period that is understood.`,
      'Use last-quarter, this-quarter, this-month, last-month, this-year, last-year, 2026-Q3, 2026 or 2026-08',
    );
  }
  const range = {
    from: from === undefined ? undefined : await readBound('--from', from, today),
    to: to === undefined ? undefined : await readBound('--to', to, today),
  };
  if (range.from !== undefined && range.to !== undefined && range.from > range.to) {
    throw new UserError(`--from ${range.from} is after --to ${range.to}.`, 'Turn them round.');
  }
  return range;
}

/** A currency by its code, in any case. Throws `UserError` for what is none. */
export function readCurrency(text: string): string {
  const code = text.toUpperCase();
  if (isCurrency(code)) return code;
  throw new UserError(`--currency ${text} is not a currency.`, 'Use three letters, such as EUR.');
}
