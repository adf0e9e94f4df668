import type { FigureRow } from '../report/report-table.ts';
import { dealsIn, type Tally, type TallyRequest } from '../report/tally.ts';
import { decided } from './decisions.ts';
import { DONE_COLUMNS, differenceNote, doneRow } from './done-in-both.ts';
import type { Figure } from './figure.ts';
import type { Field, FigureScope } from './figure-scope.ts';
import { NOT_WON, type Result, withResult } from './result.ts';

/** What was prepared before the meeting that counted, in wins and in losses. */
export const preparation: Figure = {
  id: 'preparation',
  unless: 'It takes a deep look that says how you prepared: lossdebrief review D1',
  needs: (scope) => preparedIn(scope).map(requestFor),
  table: (tallies, scope) => {
    const rows = preparedIn(scope).flatMap((field) => rowOf(field, tallies(requestFor(field))));
    if (rows.length === 0) return undefined;
    return {
      id: 'preparation',
      title: 'What I prepared, in wins and in losses (deals overlap)',
      columns: DONE_COLUMNS,
      rows,
      notes: [differenceNote(rows, 'preparation'), 'What goes together is not yet a cause.'],
    };
  },
};

/** The lines of the question about preparing: yes or no each. */
function preparedIn({ questions }: FigureScope): readonly Field[] {
  return questions.filter(({ key }) => key.startsWith('prep-'));
}

function requestFor({ key }: Field): TallyRequest {
  return decided({ answer: key });
}

function rowOf({ key, label, short = label }: Field, tally: Tally): readonly FigureRow[] {
  const [wonDone, wonAsked] = doneOf(tally, ['won']);
  const [lostDone, lostAsked] = doneOf(tally, NOT_WON);
  return wonAsked + lostAsked === 0 ? [] : [doneRow(key, short, { wonDone, wonAsked, lostDone, lostAsked })];
}

function doneOf(tally: Tally, results: readonly Result[]): readonly [done: number, asked: number] {
  const asked = withResult(tally, 1, ...results).filter(({ at: [answer] }) => answer === 'yes' || answer === 'no');
  return [dealsIn(asked.filter(({ at: [answer] }) => answer === 'yes')), dealsIn(asked)];
}
