import type { FigureRow, FigureTable } from '../report/report-table.ts';
import { evidenceOf } from '../statistics/evidence.ts';
import { dealsIn, type Tally } from '../report/tally.ts';
import { countColumn, shareColumns, shareValues } from './columns.ts';
import { decided } from './decisions.ts';
import type { Figure } from './figure.ts';
import { DECIDED, NOT_WON, withResult } from './result.ts';

/** How sure one was, beside how often one was right. */
export const calibration: Figure = {
  id: 'calibration',
  needs: () => [FORECASTS],
  unless: 'It takes wins and losses that both say how sure you were before you heard.',
  table: (tallies) => {
    const known = withResult(tallies(FORECASTS), 1, ...DECIDED).filter(({ at: [forecast] }) => forecast !== null);
    const isBoth = [withResult(known, 1, 'won'), withResult(known, 1, ...NOT_WON)].every((tally) => tally.length > 0);
    if (!isBoth) return undefined;
    return {
      id: 'calibration',
      title: 'How sure I was, and how often it came in',
      columns: COLUMNS,
      rows: BANDS.map(([from, to]) => rowOf(from, to, known)),
      notes: ['A forecast is good when the share that was won lies near the average of what was said.'],
      chart: { kind: 'bars', column: 'rate' },
    };
  },
};

const FORECASTS = decided('forecast');

/** In percent, both ends included. */
const BANDS = [
  [0, 19],
  [20, 39],
  [40, 59],
  [60, 79],
  [80, 100],
] as const;

const COLUMNS: FigureTable['columns'] = [
  countColumn('deals', 'deals'),
  countColumn('won', 'won'),
  { key: 'meanForecast', title: 'said (average)', kind: 'share' },
  ...shareColumns('rate', 'came in', { count: 'won', total: 'deals' }),
];

function rowOf(from: number, to: number, known: Tally): FigureRow {
  const tally = known.filter(({ at: [forecast] }) => Number(forecast) >= from && Number(forecast) <= to);
  const share = { count: dealsIn(withResult(tally, 1, 'won')), total: dealsIn(tally) };
  return {
    key: `${from}-${to}`,
    label: `${from} to ${to} %`,
    evidence: evidenceOf(share.total),
    values: {
      deals: share.total,
      won: share.count,
      meanForecast: share.total === 0 ? null : meanOf(tally) / 100,
      ...shareValues('rate', share),
    },
  };
}

function meanOf(tally: Tally): number {
  return tally.reduce((sum, { at: [forecast], deals }) => sum + Number(forecast) * deals, 0) / dealsIn(tally);
}
