import type { FigureColumn, FigureRow } from '../report/report-table.ts';
import { listed } from '../text/sentence.ts';
import { newcombe } from '../statistics/newcombe.ts';
import { countOfColumns, evidenceOfBoth } from './columns.ts';

/** How often something was done in wins and in losses, of the deals that say. */
export interface DoneInBoth {
  readonly wonDone: number;
  readonly wonAsked: number;
  readonly lostDone: number;
  readonly lostAsked: number;
}

/** The columns that `doneRow` fills; the interval is that of Newcombe, at 95 %. */
export const DONE_COLUMNS: readonly FigureColumn[] = [
  ...countOfColumns('wonDone', 'done in wins', 'wonAsked'),
  ...countOfColumns('lostDone', 'done in losses', 'lostAsked'),
  { key: 'difference', title: 'difference', kind: 'difference', interval: { low: 'low', high: 'high' } },
  { key: 'low', title: 'at least', kind: 'difference' },
  { key: 'high', title: 'at most', kind: 'difference' },
];

/** Both sides, and how much more often it was done in wins than in losses (Newcombe), where neither has too few deals. */
export function doneRow(key: string, label: string, done: DoneInBoth): FigureRow {
  const { wonDone, wonAsked, lostDone, lostAsked } = done;
  const evidence = evidenceOfBoth(wonAsked, lostAsked);
  const difference =
    evidence === 'too-few'
      ? undefined
      : newcombe({ count: wonDone, total: wonAsked }, { count: lostDone, total: lostAsked });
  return {
    key,
    label,
    evidence,
    values: {
      ...done,
      difference: difference?.difference ?? null,
      low: difference?.low ?? null,
      high: difference?.high ?? null,
    },
  };
}

/** A difference is called one where its interval leaves out zero. */
export function differenceNote(rows: readonly FigureRow[], what: string): string {
  const clear = rows.filter(({ values: { low, high } }) => Number(low) > 0 || Number(high) < 0);
  if (clear.length === 0) return `No ${what} shows a difference yet that chance alone would seldom make.`;
  const names = listed(clear.map(({ label }) => label));
  return `Chance alone would seldom make a difference as large as that of ${names}. ${STRICTER}`;
}

/** Of many that are compared, some differ by chance. */
export const STRICTER = '“What goes with winning” is stricter: it reckons with how many were compared.';
