import { sayMoney } from '../money/money.ts';
import type { FigureRow, FigureTable } from '../report/report-table.ts';
import { counted, leftOut } from '../text/sentence.ts';
import { evidenceOf } from '../statistics/evidence.ts';
import { dealsIn, moneyIn, SIZE_BANDS, splitTally, type Tally } from '../report/tally.ts';
import { countColumn, moneyColumn, shareColumns, shareValues } from './columns.ts';
import { decisions, together } from './decisions.ts';
import type { Figure } from './figure.ts';
import { DECIDED, NOT_WON, withResult } from './result.ts';

/** How much is won of small and of large deals, by currency. */
export const sizes: Figure = {
  id: 'sizes',
  unless: 'It takes decided deals with an amount.',
  needs: () => decisions('size'),
  table: (tallies) => {
    const all = withResult(together(tallies, decisions('size')), 1, ...DECIDED);
    const currencies = moneyIn(all).sums.map(({ currency }) => currency);
    if (currencies.length === 0) return undefined;
    const unknown = dealsIn(all.filter(({ currency }) => currency === null));
    return {
      id: 'sizes',
      title: 'How much is won, by the size of the deal',
      columns: COLUMNS,
      rows: currencies.flatMap((currency) => bandRows(currency, all)),
      notes: [
        'An amount on a border counts in the band above it.',
        ...(unknown === 0 ? [] : [leftOut(unknown, counted(dealsIn(all), 'deal'), 'no amount')]),
      ],
      chart: { kind: 'bars', column: 'rate' },
    };
  },
};

const COLUMNS: FigureTable['columns'] = [
  countColumn('won', 'won'),
  countColumn('total', 'of'),
  ...shareColumns('rate', 'won', { count: 'won', total: 'total' }),
  moneyColumn('lostValue', 'value not won'),
];

/** The smallest first; bands without a deal are left out. */
function bandRows(currency: string, all: Tally): readonly FigureRow[] {
  const bands = splitTally(all.filter((row) => row.currency === currency));
  return SIZE_BANDS.flatMap((from, place) => {
    const tally = bands.get(from);
    if (!tally) return [];
    const share = { count: dealsIn(withResult(tally, 1, 'won')), total: dealsIn(tally) };
    return [
      {
        key: `${currency}:${from}`,
        label: bandWords(from, SIZE_BANDS[place + 1], currency),
        evidence: evidenceOf(share.total),
        values: {
          won: share.count,
          total: share.total,
          ...shareValues('rate', share),
          lostValue: moneyIn(withResult(tally, 1, ...NOT_WON)),
        },
      },
    ];
  });
}

function bandWords(from: number, to: number | undefined, currency: string): string {
  const said = (minor: number): string => sayMoney({ minor, currency }, 'short');
  if (to === undefined) return `from ${said(from)}`;
  return `${said(from).replace(` ${currency}`, '')} to ${said(to)}`;
}
