import type { FigureRow, FigureTable } from '../report-table.ts';
import { listed } from '../sentence.ts';
import { newcombe } from '../statistics/newcombe.ts';
import { dealsIn, moneyIn, type Tally, type TallyRequest } from '../tally.ts';
import { countColumn, evidenceOfBoth, moneyColumn } from './columns.ts';
import { decided } from './decisions.ts';
import type { Figure } from './figure.ts';
import type { Step } from './figure-scope.ts';
import { NOT_WON, withResult } from './result.ts';

/** Which qualifying steps the wins have that the losses lack. */
export const steps: Figure = {
  id: 'steps',
  needs: (scope) => scope.steps.map(stepRequest),
  table: (tallies, scope) => {
    const rows = scope.steps.map((step) => rowOf(step, tallies(stepRequest(step))));
    return {
      id: 'steps',
      title: 'What was done before the demo, in wins and in losses (deals overlap)',
      columns: COLUMNS,
      rows,
      notes: [
        'Losses are those left undecided as well. What nobody remembers is left out.',
        differenceNote(rows),
        'A loss in which two steps were missed is in the value of both. What goes together is not yet a cause.',
      ],
    };
  },
};

/** The deals by what was noted of a step. */
export function stepRequest({ id }: Step): TallyRequest {
  return decided({ step: id });
}

/** A step in wins and losses: how often it was done, of the deals that say, and the losses in which it was missed. */
export interface StepCounts {
  readonly wonDone: number;
  readonly wonAsked: number;
  readonly lostDone: number;
  readonly lostAsked: number;
  readonly missedLosses: Tally;
}

export function countStep({ done, missed }: Step, tally: Tally): StepCounts {
  const won = withResult(tally, 1, 'won');
  const lost = withResult(tally, 1, ...NOT_WON);
  return {
    wonDone: dealsIn(among(won, done)),
    wonAsked: dealsIn(among(won, [...done, ...missed])),
    lostDone: dealsIn(among(lost, done)),
    lostAsked: dealsIn(among(lost, [...done, ...missed])),
    missedLosses: among(lost, missed),
  };
}

function among(tally: Tally, values: readonly string[]): Tally {
  return tally.filter(({ at: [value] }) => values.includes(String(value)));
}

const COLUMNS: FigureTable['columns'] = [
  countColumn('wonDone', 'done in wins'),
  countColumn('wonAsked', 'of'),
  countColumn('lostDone', 'done in losses'),
  countColumn('lostAsked', 'of'),
  { key: 'difference', title: 'difference', kind: 'difference', interval: { low: 'low', high: 'high' } },
  { key: 'low', title: 'at least', kind: 'difference' },
  { key: 'high', title: 'at most', kind: 'difference' },
  moneyColumn('lostValue', 'value of losses without it'),
];

function rowOf(step: Step, tally: Tally): FigureRow {
  const { missedLosses, ...counts } = countStep(step, tally);
  const evidence = evidenceOfBoth(counts.wonAsked, counts.lostAsked);
  const difference = evidence === 'too-few' ? undefined : differenceOf(counts);
  return {
    key: step.id,
    label: step.label,
    evidence,
    values: {
      ...counts,
      difference: difference?.difference ?? null,
      low: difference?.low ?? null,
      high: difference?.high ?? null,
      lostValue: moneyIn(missedLosses),
    },
  };
}

/** How much more often it was done in wins than in losses (Newcombe). */
function differenceOf({
  wonDone,
  wonAsked,
  lostDone,
  lostAsked,
}: Omit<StepCounts, 'missedLosses'>): ReturnType<typeof newcombe> {
  return newcombe({ count: wonDone, total: wonAsked }, { count: lostDone, total: lostAsked });
}

/** A difference is called one where its interval leaves out zero. */
function differenceNote(rows: readonly FigureRow[]): string {
  const clear = rows.filter(({ values: { low, high } }) => Number(low) > 0 || Number(high) < 0);
  if (clear.length === 0) return 'No step shows a difference yet that leaves out zero.';
  return `A difference that leaves out zero: ${listed(clear.map(({ label }) => label))}. Drivers takes into account how many were compared.`;
}
