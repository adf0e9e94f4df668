import { findReason } from '../reasons.ts';
import type { FigureRow, FigureTable } from '../report/report-table.ts';
import { counted, leftOut } from '../text/sentence.ts';
import { evidenceOf } from '../statistics/evidence.ts';
import { dealsIn, moneyIn, splitTally, type Tally } from '../report/tally.ts';
import { byCount, countColumn, moneyColumn, shareColumns, shareValues } from './columns.ts';
import { decided } from './decisions.ts';
import type { Figure } from './figure.ts';
import type { FigureScope } from './figure-scope.ts';
import { NOT_WON, withResult } from './result.ts';

/** What the losses are put down to, in one's own view, and how often the buyer later said the same. */
export const reasons: Figure = {
  id: 'reasons',
  needs: () => [REASONS],
  table: (tallies, scope) => {
    const losses = withResult(tallies(REASONS), 2, ...NOT_WON);
    const known = losses.filter(({ at: [reason] }) => reason !== null);
    const [missing, total] = [dealsIn(losses) - dealsIn(known), dealsIn(known)];
    return {
      id: 'reasons',
      title: 'What I think the losses came from',
      columns: COLUMNS,
      rows: [...splitTally(known)]
        .map(([reason, tally]) => rowOf(String(reason), tally, total, scope))
        .toSorted(byCount('losses')),
      notes: [
        total === 0
          ? 'A reason comes with the debrief of a loss: lossdebrief new'
          : 'One primary reason for each loss, in my own view. Confirmed: the buyer gave the same reason later.',
        ...(missing === 0 ? [] : [leftOut(missing, counted(dealsIn(losses), 'loss', 'losses'), 'no reason noted')]),
      ],
      ...(total === 0 && { notKnown: 'reasons' }),
      chart: { kind: 'bars', column: 'losses' },
    };
  },
};

/** The reasons of deals that were lost or left undecided; deals that we ended are not among them. */
export const REASONS = decided('reason', 'agreement');

const CONTROL_WORDS = {
  control: 'in my control',
  influence: 'can be influenced',
  fixed: 'fixed',
} as const;

const COLUMNS: FigureTable['columns'] = [
  countColumn('losses', 'losses'),
  countColumn('total', 'of'),
  ...shareColumns('share', 'share', { count: 'losses', total: 'total' }),
  moneyColumn('value', 'value'),
  { key: 'control', title: 'in whose hands', kind: 'text', words: CONTROL_WORDS },
  countColumn('confirmed', 'confirmed'),
];

function rowOf(code: string, tally: Tally, total: number, scope: FigureScope): FigureRow {
  const losses = dealsIn(tally);
  const reason = findReason(scope.reasons, code);
  return {
    key: code,
    label: reason?.label ?? code,
    evidence: evidenceOf(total),
    values: {
      losses,
      total,
      ...shareValues('share', { count: losses, total }),
      value: moneyIn(tally),
      control: reason?.control ?? null,
      confirmed: dealsIn(tally.filter(({ at: [, agreement] }) => agreement === 'exact')),
    },
  };
}
