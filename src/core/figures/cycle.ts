import type { FigureRow, FigureTable } from '../report/report-table.ts';
import { counted, leftOut } from '../text/sentence.ts';
import { evidenceOf } from '../statistics/evidence.ts';
import { quartiles } from '../statistics/quantiles.ts';
import { dealsIn, type Tally } from '../report/tally.ts';
import { countColumn } from './columns.ts';
import { decided } from './decisions.ts';
import type { Figure } from './figure.ts';
import { DECIDED, NOT_WON, withResult } from './result.ts';
import { spansIn } from './spans.ts';

/** How long deals take from the day they were opened to the decision. */
export const cycle: Figure = {
  id: 'cycle',
  needs: () => [DAYS],
  table: (tallies) => {
    const ended = withResult(tallies(DAYS), 1, ...DECIDED);
    const backwards = dealsIn(ended.filter(isBackwards));
    const all = ended.filter((row) => !isBackwards(row));
    const rows = [
      rowOf('won', 'won', withResult(all, 1, 'won')),
      rowOf('lost', 'lost or undecided', withResult(all, 1, ...NOT_WON)),
    ];
    const missing = dealsIn(all) - spansIn(all).length;
    return {
      id: 'cycle',
      title: 'How long it takes until the decision',
      columns: COLUMNS,
      rows,
      notes: [
        rows.some(({ values }) => values['quartiles'] !== null)
          ? 'Half of the deals took no longer than the median. The middle half leaves out the quickest and the slowest quarter.'
          : 'It takes five deals with the day on which they were opened, as an import has it, or a log.',
        ...(backwards === 0
          ? []
          : [
              `${counted(backwards, 'deal')} ended before the day noted as its first, and ${backwards === 1 ? 'is' : 'are'} left out.`,
            ]),
        ...(missing === 0 ? [] : [leftOut(missing, counted(dealsIn(all), 'deal'), 'no day on which they were opened')]),
      ],
      ...(spansIn(all).length === 0 && { notKnown: 'how long a sale takes' }),
    };
  },
};

const DAYS = decided('cycle-days');

/** A CRM may say that a deal closed before it was opened. */
function isBackwards({ at: [days] }: Tally[number]): boolean {
  return Number(days) < 0;
}

const COLUMNS: FigureTable['columns'] = [
  countColumn('deals', 'deals'),
  { key: 'medianDays', title: 'days (median)', kind: 'days' },
  { key: 'quartiles', title: 'the middle half', kind: 'quartiles' },
];

/** Below five deals a middle says nothing. */
function rowOf(key: string, label: string, tally: Tally): FigureRow {
  const days = spansIn(tally);
  const evidence = evidenceOf(days.length);
  const spread = evidence === 'too-few' ? undefined : quartiles(days);
  return {
    key,
    label,
    evidence,
    values: {
      deals: days.length,
      medianDays: spread?.median ?? null,
      quartiles: spread ? [spread.lower, spread.upper] : null,
    },
  };
}
