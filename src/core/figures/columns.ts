import type { FigureColumn, FigureRow } from '../report/report-table.ts';
import { type Evidence, evidenceOf } from '../statistics/evidence.ts';
import { type Share, wilson } from '../statistics/wilson.ts';

/** A column of whole numbers. */
export function countColumn(key: string, title: string): FigureColumn {
  return { key, title, kind: 'count' };
}

/** A count of those that could have been counted, read as one: `11 of 16`. */
export function countOfColumns(key: string, title: string, of: string): readonly FigureColumn[] {
  return [{ ...countColumn(key, title), of }, countColumn(of, 'of')];
}

/** A column of sums, one for each currency. */
export function moneyColumn(key: string, title: string): FigureColumn {
  return { key, title, kind: 'money' };
}

/** A share with its interval, and the columns that hold what it is a share of. A second one has other keys for its ends. */
export function shareColumns(
  key: string,
  title: string,
  of: ShareOf,
  { low, high }: Ends = { low: 'low', high: 'high' },
): readonly FigureColumn[] {
  return [
    { key, title, kind: 'share', share: { ...of, low, high } },
    { key: low, title: 'at least', kind: 'share' },
    { key: high, title: 'at most', kind: 'share' },
  ];
}

/** The keys of the columns with the ends of an interval. */
interface Ends {
  readonly low: string;
  readonly high: string;
}

/** The keys of the columns with a count, and with what it is counted out of. */
interface ShareOf {
  readonly count: string;
  readonly total: string;
}

/** A share with its interval (Wilson), or nothing where it is one of fewer than five: that is too few to say. */
export function shareValues<Key extends string>(key: Key, share: Share): Record<Key | 'low' | 'high', number | null> {
  const proportion = evidenceOf(share.total) === 'too-few' ? undefined : wilson(share);
  return {
    [key]: proportion?.rate ?? null,
    low: proportion?.low ?? null,
    high: proportion?.high ?? null,
  } as Record<Key | 'low' | 'high', number | null>;
}

/** The rows with at least as much behind them, most first; rows that are equal stay in the order of their keys. */
export function byCount(column: string): (one: FigureRow, other: FigureRow) => number {
  return (one, other) => Number(other.values[column]) - Number(one.values[column]) || (one.key < other.key ? -1 : 1);
}

/** The evidence of a difference is that of its smaller side. */
export function evidenceOfBoth(one: number, other: number): Evidence {
  return evidenceOf(Math.min(one, other));
}
