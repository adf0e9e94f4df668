import type { FigureRow, FigureTable } from '../report/report-table.ts';
import { evidenceOf } from '../statistics/evidence.ts';
import { median } from '../statistics/quantiles.ts';
import { dealsIn, moneyIn, type Tally, type TallyRequest } from '../report/tally.ts';
import { countColumn, moneyColumn } from './columns.ts';
import type { Figure, Tallies } from './figure.ts';
import { spansIn } from './spans.ts';

/** What became of the actions and the dates of contact, and what came back through an open door. */
export const followThrough: Figure = {
  id: 'follow-through',
  isWhole: true,
  needs: () => [...ACTIONS, ...ENTRIES, REOPENED, WON_BACK],
  table: (tallies) => {
    const rows = [
      rowOf('actions', 'actions', ACTIONS, tallies, { reopened: null, wonBack: null, wonBackValue: null }),
      rowOf('follow-ups', 'calls and other dates of contact', ENTRIES, tallies, {
        reopened: dealsIn(tallies(REOPENED)),
        wonBack: dealsIn(tallies(WON_BACK)),
        wonBackValue: moneyIn(tallies(WON_BACK)),
      }),
    ];
    return {
      id: 'follow-through',
      title: 'What was done of what was planned',
      columns: COLUMNS,
      rows,
      notes: rows.some(({ values }) => values['medianDays'] !== null) ? [MEDIAN] : [],
      ...(!rows.some(isPlanned) && { notKnown: 'what came of plans' }),
    };
  },
};

const MEDIAN =
  'Days late: from the day planned to the day it was done. Half were done no later than that; below zero is early.';

/** Whether there was anything to do, or anything came back. */
function isPlanned({ values: { open, done, dropped, reopened, wonBack } }: FigureRow): boolean {
  return [open, done, dropped, reopened, wonBack].some((count) => Number(count) > 0);
}

/** How they stand, and how late they were done. */
type Requests = readonly [states: TallyRequest, days: TallyRequest];

const ACTIONS: Requests = [
  { of: 'action', by: ['state'] },
  { of: 'action', by: ['days-late'] },
];
const ENTRIES: Requests = [
  { of: 'entry', by: ['state'] },
  { of: 'entry', by: ['days-late'] },
];
const REOPENED: TallyRequest = { of: 'reopened', by: [] };
const WON_BACK: TallyRequest = { of: 'won-back', by: [] };

const COLUMNS: FigureTable['columns'] = [
  countColumn('open', 'open'),
  countColumn('done', 'done'),
  countColumn('overdue', 'overdue'),
  countColumn('dropped', 'given up'),
  { key: 'medianDays', title: 'days late (median)', kind: 'days' },
  countColumn('reopened', 'reopened'),
  countColumn('wonBack', 'won back'),
  moneyColumn('wonBackValue', 'value won back'),
];

function rowOf(
  key: string,
  label: string,
  [states, days]: Requests,
  tallies: Tallies,
  back: FigureRow['values'],
): FigureRow {
  const overdue = countAt(tallies(states), 'overdue');
  const done = countAt(tallies(states), 'done');
  return {
    key,
    label,
    evidence: evidenceOf(done),
    values: {
      open: countAt(tallies(states), 'open') + overdue,
      done,
      overdue,
      dropped: countAt(tallies(states), 'dropped'),
      medianDays: median(spansIn(tallies(days))) ?? null,
      ...back,
    },
  };
}

function countAt(tally: Tally, state: string): number {
  return dealsIn(tally.filter(({ at: [value] }) => value === state));
}
