import type { FigureRow, FigureTable } from '../report/report-table.ts';
import { outcomeGroup } from '../outcome.ts';
import { counted } from '../text/sentence.ts';
import { evidenceOf } from '../statistics/evidence.ts';
import { dealsIn, moneyIn, type Tally } from '../report/tally.ts';
import { countColumn, moneyColumn, shareColumns, shareValues } from './columns.ts';
import { decisions, together } from './decisions.ts';
import type { Figure } from './figure.ts';
import { DECIDED, NOT_WON, resultOf, withResult } from './result.ts';

/** How many deals are won, of all, of those that somebody else won, and how many end without a decision. */
export const winRates: Figure = {
  id: 'win-rates',
  needs: () => decisions(),
  table: (tallies) => {
    const all = together(tallies, decisions());
    const apart = dealsIn(withResult(all, 0, 'apart'));
    const [unsaid, losses] = [dealsIn(all.filter(isUnsaid)), dealsIn(withResult(all, 0, ...NOT_WON))];
    const isTold = unsaid <= losses / 2;
    const competitive = rowOf('competitive', 'won, where a vendor was chosen', all.filter(isCompetitive), 'won');
    const undecided = rowOf('no-decision', 'no decision, of all', withResult(all, 0, ...DECIDED), 'no-decision');
    const rows = [
      rowOf('overall', 'won, of all decisions', withResult(all, 0, ...DECIDED), 'won'),
      isTold ? competitive : withoutRate(competitive, 'total'),
      isTold ? undecided : withoutRate(undecided, 'count'),
    ];
    return {
      id: 'win-rates',
      title: 'How much is won',
      columns: COLUMNS,
      rows,
      notes: [
        ...(apart === 0 ? [] : [sayApart(apart)]),
        ...(unsaid === 0 ? [] : [sayUnsaid(unsaid, isTold)]),
        ...(rows.some(({ values }) => values['largestShare'] !== null) ? [sayLargest(all)] : []),
      ],
      chart: { kind: 'bars', column: 'rate' },
    };
  },
};

/** Sums of two currencies have no largest deal in common. */
function sayLargest(all: Tally): string {
  const [first, ...others] = moneyIn(all).sums;
  return `Largest deal: how much of the value of all is one single deal${others.length === 0 ? '' : `, in ${first?.currency}`}.`;
}

const COLUMNS: FigureTable['columns'] = [
  countColumn('count', 'deals'),
  countColumn('total', 'of'),
  ...shareColumns('rate', 'rate', { count: 'count', total: 'total' }),
  moneyColumn('wonValue', 'value won'),
  moneyColumn('totalValue', 'value of all'),
  { key: 'largestShare', title: 'largest deal', kind: 'share' },
];

/** A vendor was chosen: us, another one, or the one they had. */
function isCompetitive({ at: [outcome] }: Tally[number]): boolean {
  return resultOf(outcome) === 'won' || outcome === 'lost-competitor' || outcome === 'lost-incumbent';
}

/** A loss of which nobody noted who has the business now, as it comes from a CRM. */
function isUnsaid({ at: [outcome] }: Tally[number]): boolean {
  return outcomeGroup(outcome) === 'undebriefed';
}

function sayApart(apart: number): string {
  return `${counted(apart, 'deal')} that we ended ourselves ${apart === 1 ? 'is' : 'are'} not counted here.`;
}

function sayUnsaid(unsaid: number, isTold: boolean): string {
  const unnoted = `Of ${counted(unsaid, 'loss', 'losses')} nobody noted who has the business now`;
  const [are, each] = unsaid === 1 ? ['is', 'it'] : ['are', 'each'];
  return isTold
    ? `${unnoted}: ${unsaid === 1 ? 'it' : 'they'} ${are} not in the second row, and ${each} may have ended without a decision.`
    : `${unnoted}, so it is not known yet how many went to another vendor and how many ended without a decision.`;
}

/** Most losses would have to say how they ended; with the few that do, every win would be held against too little. */
function withoutRate(row: FigureRow, unknown: 'count' | 'total'): FigureRow {
  const values = { ...row.values, [unknown]: null, rate: null, low: null, high: null, largestShare: null };
  return {
    ...row,
    evidence: 'too-few',
    reads: [],
    values: { ...values, ...(unknown === 'total' && { totalValue: null }) },
  };
}

function rowOf(key: string, label: string, total: Tally, counts: 'won' | 'no-decision'): FigureRow {
  const share = { count: dealsIn(withResult(total, 0, counts)), total: dealsIn(total) };
  return {
    key,
    label,
    evidence: evidenceOf(share.total),
    values: {
      ...share,
      ...shareValues('rate', share),
      wonValue: counts === 'won' ? moneyIn(withResult(total, 0, 'won')) : null,
      totalValue: moneyIn(total),
      largestShare: largestShare(total),
    },
  };
}

/** How much of the value is that of a single deal: a rate by value says little then. Of a few deals each is a large one. */
function largestShare(tally: Tally): number | null {
  const sum = moneyIn(tally).sums[0];
  if (sum === undefined || sum.minor <= 0 || evidenceOf(sum.deals) === 'too-few') return null;
  const largest = Math.max(...tally.filter(({ currency }) => currency === sum.currency).map((row) => row.largest));
  return largest / sum.minor;
}
