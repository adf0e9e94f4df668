import type { FigureRow, FigureTable } from '../report/report-table.ts';
import { evidenceOf } from '../statistics/evidence.ts';
import { type Dimension, dealsIn, moneyIn, splitTally, type Tally, type TallyRequest } from '../report/tally.ts';
import { byCount, countColumn, moneyColumn, shareColumns, shareValues } from './columns.ts';
import { decided, decisions, together } from './decisions.ts';
import type { Figure } from './figure.ts';
import { type Field, wordIn } from './figure-scope.ts';
import { DECIDED, withResult } from './result.ts';

/** The win rate for each answer to the field of `--by`. */
export const by: Figure = {
  id: 'by',
  takes: 'by',
  unless: 'Say by what, for example: lossdebrief report by --by segment',
  needs: ({ by: field }) => (field ? requestsFor(field) : []),
  table: (tallies, { by: field }) => {
    if (!field) return undefined;
    const all = withResult(together(tallies, requestsFor(field)), 1, ...DECIDED);
    const known = all.filter(isKnown);
    const missing = all.filter((row) => !isKnown(row));
    return {
      id: 'by',
      title: `How much is won, by ${field.label}`,
      columns: COLUMNS,
      rows: [
        ...[...splitTally(known)]
          .map(([value, tally]) => levelRow(String(value), tally, field))
          .toSorted(byCount('total')),
        ...(missing.length === 0 ? [] : [levelRow(NOT_NOTED, missing, field)]),
      ],
      notes: ['A rate is of won, lost and undecided deals. What goes together is not yet a cause.'],
      chart: { kind: 'bars', column: 'rate' },
    };
  },
};

/** The key of the deals of which the field is not known; no answer is empty. */
export const NOT_NOTED = '';

/** What was answered at the debrief of a loss says nothing of the win that came later. */
function requestsFor({ dimension }: Field): readonly TallyRequest[] {
  return isOfDebrief(dimension) ? [decided(dimension)] : decisions(dimension);
}

function isOfDebrief(dimension: Dimension): boolean {
  return typeof dimension === 'object' && ('answer' in dimension || 'step' in dimension);
}

function isKnown({ at: [value] }: Tally[number]): boolean {
  return value !== null && value !== undefined && value !== '';
}

const COLUMNS: FigureTable['columns'] = [
  countColumn('won', 'won'),
  countColumn('total', 'of'),
  ...shareColumns('rate', 'rate', { count: 'won', total: 'total' }),
  moneyColumn('value', 'value of all'),
];

function levelRow(key: string, tally: Tally, { words }: Field): FigureRow {
  const share = { count: dealsIn(withResult(tally, 1, 'won')), total: dealsIn(tally) };
  return {
    key,
    label: key === NOT_NOTED ? 'not noted' : wordIn(words, key),
    evidence: evidenceOf(share.total),
    values: { won: share.count, total: share.total, ...shareValues('rate', share), value: moneyIn(tally) },
  };
}
