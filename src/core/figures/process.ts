import type { FigureRow } from '../report/report-table.ts';
import type { Named } from '../settings/named.ts';
import type { Tally } from '../report/tally.ts';
import { decided } from './decisions.ts';
import { DONE_COLUMNS, differenceNote, doneRow } from './done-in-both.ts';
import type { Figure } from './figure.ts';
import { ownRows } from './own-rows.ts';
import { NOT_WON, type Result, withResult } from './result.ts';

/** How often each step of the person's own process was done, in wins and in losses. */
export const process: Figure = {
  id: 'process',
  unless:
    'It takes your own process (lossdebrief config set process-steps …) and a deep look that says how it went: lossdebrief review D1',
  needs: ({ process: steps }) => (steps.length > 0 ? [PROCESS] : []),
  table: (tallies, scope) => {
    const tally = scope.process.length > 0 ? tallies(PROCESS) : [];
    const rows = scope.process.flatMap((step) => rowOf(step, tally));
    if (rows.length === 0) return undefined;
    return {
      id: 'process',
      title: 'My own process, in wins and in losses (deals overlap)',
      columns: DONE_COLUMNS,
      rows,
      notes: [
        'Late or skipped is not done; a step that was not reached is left out.',
        differenceNote(rows, 'step of the process'),
        'A step that wins do without may be worth leaving out on purpose: lossdebrief focus --experiment "…"',
      ],
    };
  },
};

const PROCESS = decided({ answer: 'process' });

function rowOf({ id, name }: Named, tally: Tally): readonly FigureRow[] {
  const [wonDone, wonAsked] = doneOf(id, tally, ['won']);
  const [lostDone, lostAsked] = doneOf(id, tally, NOT_WON);
  return wonAsked + lostAsked === 0 ? [] : [doneRow(id, name, { wonDone, wonAsked, lostDone, lostAsked })];
}

function doneOf(step: string, tally: Tally, results: readonly Result[]): readonly [done: number, asked: number] {
  let [done, asked] = [0, 0];
  for (const { at, deals } of withResult(tally, 1, ...results)) {
    const how = ownRows(at[0])?.[step] ?? 'not-reached';
    if (how === 'not-reached') continue;
    asked += deals;
    if (how === 'done') done += deals;
  }
  return [done, asked];
}
