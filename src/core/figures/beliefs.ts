import type { FigureRow, FigureTable } from '../report/report-table.ts';
import { evidenceOf } from '../statistics/evidence.ts';
import { dealsIn, moneyIn, splitTally, type Tally, type TallyRequest } from '../report/tally.ts';
import { countColumn, moneyColumn, shareColumns, shareValues } from './columns.ts';
import { decided } from './decisions.ts';
import type { Figure } from './figure.ts';
import type { FigureScope } from './figure-scope.ts';
import { NOT_WON, withResult } from './result.ts';

/** How often a loss was due to something that was believed and never checked, and how what mattered to them was known. */
export const beliefs: Figure = {
  id: 'beliefs',
  unless: 'It takes a deep look at a loss that names a belief, or what mattered to them: lossdebrief review D1',
  needs: () => ASKED.map(requestFor),
  table: (tallies, scope) => {
    const rows = ASKED.flatMap((asked) => rowsOf(asked, tallies(requestFor(asked)), scope));
    if (rows.length === 0) return undefined;
    return {
      id: 'beliefs',
      title: 'What was taken for granted, in losses (what I think; deals overlap)',
      columns: COLUMNS,
      rows,
      notes: ['Of the losses in which the question was answered.'],
      chart: { kind: 'bars', column: 'share' },
    };
  },
};

interface Asked {
  readonly answer: string;
  readonly label: string;
}

const ASKED: readonly Asked[] = [
  { answer: 'unchecked-cost', label: 'an unchecked belief cost it' },
  { answer: 'priority-from', label: 'what mattered most' },
];

function requestFor({ answer }: Asked): TallyRequest {
  return decided({ answer });
}

const COLUMNS: FigureTable['columns'] = [
  countColumn('losses', 'losses'),
  countColumn('total', 'of'),
  ...shareColumns('share', 'share', { count: 'losses', total: 'total' }),
  moneyColumn('value', 'value'),
];

function rowsOf({ answer, label }: Asked, tally: Tally, { questions }: FigureScope): readonly FigureRow[] {
  const known = withResult(tally, 1, ...NOT_WON).filter(({ at: [value] }) => value !== null);
  const byAnswer = splitTally(known);
  const words = questions.find(({ key }) => key === answer)?.words ?? {};
  return Object.entries(words).flatMap(([code, word]) => {
    const own = byAnswer.get(code);
    if (!own) return [];
    const share = { count: dealsIn(own), total: dealsIn(known) };
    return [
      {
        key: `${answer}:${code}`,
        label: `${label}: ${word}`,
        evidence: evidenceOf(share.total),
        values: { losses: share.count, total: share.total, ...shareValues('share', share), value: moneyIn(own) },
      },
    ];
  });
}
