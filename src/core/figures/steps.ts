import type { FigureRow, FigureTable } from '../report/report-table.ts';
import { dealsIn, moneyIn, type Tally, type TallyRequest } from '../report/tally.ts';
import { moneyColumn } from './columns.ts';
import { decided } from './decisions.ts';
import { DONE_COLUMNS, type DoneInBoth, differenceNote, doneRow } from './done-in-both.ts';
import type { Figure } from './figure.ts';
import type { Step } from './figure-scope.ts';
import { demoStageName } from '../settings/settings.ts';
import { NOT_WON, withResult } from './result.ts';

/** Which qualifying steps the wins have that the losses lack. */
export const steps: Figure = {
  id: 'steps',
  needs: (scope) => scope.steps.map(stepRequest),
  table: (tallies, scope) => {
    const rows = scope.steps.flatMap((step) => rowsOf(step, tallies(stepRequest(step))));
    return {
      id: 'steps',
      title: `What was done before the ${demoStageName(scope.stages)}, in wins and in losses (deals overlap)`,
      columns: COLUMNS,
      rows,
      notes: isAsked(rows)
        ? [
            'Deals left undecided count as losses here. What nobody remembers is left out.',
            differenceNote(rows, 'step'),
            'A loss in which two steps were missed is in the value of both. What goes together is not yet a cause.',
          ]
        : ['A debrief asks what was done: lossdebrief new'],
      ...(!isAsked(rows) && { notKnown: `what was done before the ${demoStageName(scope.stages)}` }),
    };
  },
};

function isAsked(rows: readonly FigureRow[]): boolean {
  return rows.some(({ values: { wonAsked, lostAsked } }) => Number(wonAsked) + Number(lostAsked) > 0);
}

/** The deals by what was noted of a step. */
export function stepRequest({ id }: Step): TallyRequest {
  return decided({ step: id });
}

/** A step in wins and losses: how often it was done, of the deals that say, and the losses in which it was missed. */
export interface StepCounts extends DoneInBoth {
  readonly missedLosses: Tally;
}

/** Counts one step in the decided deals, told apart by what was noted of it and by their outcome. */
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

const COLUMNS: FigureTable['columns'] = [...DONE_COLUMNS, moneyColumn('lostValue', 'value of losses without it')];

/** One row, or none for a step of another framework that no deal says anything about. */
function rowsOf(step: Step, tally: Tally): readonly FigureRow[] {
  const { missedLosses, ...counts } = countStep(step, tally);
  if (step.isOptional && counts.wonAsked + counts.lostAsked === 0) return [];
  const row = doneRow(step.id, step.label, counts);
  return [{ ...row, values: { ...row.values, lostValue: moneyIn(missedLosses) } }];
}
