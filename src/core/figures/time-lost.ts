import { type Day, daysBetween } from '../day.ts';
import { findReason } from '../reasons.ts';
import type { FigureRow, FigureTable } from '../report-table.ts';
import { evidenceOf } from '../statistics/evidence.ts';
import { median } from '../statistics/quantiles.ts';
import { dealsIn, splitTally, type Tally } from '../tally.ts';
import { byCount, countColumn } from './columns.ts';
import { decided } from './decisions.ts';
import type { Figure } from './figure.ts';
import type { FigureScope } from './figure-scope.ts';
import { NOT_WON, withResult } from './result.ts';

/** The hours that went into lost deals, where they turned and why, and the days between sensing it and letting go. */
export const timeLost: Figure = {
  id: 'time-lost',
  isWhole: true,
  unless: 'It takes a deep look at a loss that says how many hours went into it: lossdebrief review D1',
  needs: () => [HOURS],
  table: (tallies, scope) => {
    const losses = withResult(tallies(HOURS), 5, ...NOT_WON).filter(saysSomething);
    if (losses.length === 0) return undefined;
    return {
      id: 'time-lost',
      title: 'Time that went into lost deals',
      columns: COLUMNS,
      rows: [rowOf('all', 'all of them', losses), ...stageRows(losses, scope), ...reasonRows(losses, scope)],
      notes: [
        'Hours are rough: each deal counts with both ends of its answer, such as 5 to 20. Where one took more than 100, nobody knows how many at most.',
        'Days that a clear question would have saved: from the first sense that it would not close to letting go.',
      ],
    };
  },
};

const HOURS = decided({ answer: 'hours' }, { answer: 'seen-on' }, { answer: 'stopped-on' }, 'stage', 'reason');
const [STAGE, REASON] = [3, 4];

function saysSomething(row: Tally[number]): boolean {
  return boundsOf(row) !== undefined || daysAfterSeen(row) !== undefined;
}

const COLUMNS: FigureTable['columns'] = [
  countColumn('losses', 'losses'),
  countColumn('hoursKnown', 'with hours'),
  countColumn('hoursLeast', 'hours, at least'),
  countColumn('hoursMost', 'at most'),
  countColumn('daysKnown', 'with days'),
  { key: 'daysAfterSeen', title: 'days to letting go (median)', kind: 'days' },
];

/** In the order of the sale, as in `stages`. */
function stageRows(losses: Tally, { stages }: FigureScope): readonly FigureRow[] {
  const place = ({ key }: FigureRow): number =>
    stages.findIndex(({ id }) => key === `stage:${id}`) + 1 || stages.length + 1;
  return groupRows(losses, STAGE, (stage) => ({
    key: `stage:${stage}`,
    label: `turned at ${stages.find(({ id }) => id === stage)?.name ?? stage}`,
  })).toSorted((one, other) => place(one) - place(other) || (one.key < other.key ? -1 : 1));
}

function reasonRows(losses: Tally, { reasons }: FigureScope): readonly FigureRow[] {
  return groupRows(losses, REASON, (reason) => ({
    key: `reason:${reason}`,
    label: `because of ${findReason(reasons, reason)?.label ?? reason}`,
  })).toSorted(byCount('hoursLeast'));
}

function groupRows(
  losses: Tally,
  place: number,
  nameOf: (value: string) => Pick<FigureRow, 'key' | 'label'>,
): readonly FigureRow[] {
  return [...splitTally(losses, place)].flatMap(([value, tally]) => {
    if (value === null) return [];
    const { key, label } = nameOf(String(value));
    return [rowOf(key, label, tally)];
  });
}

/** Below five deals a middle says nothing, as in `cycle`. */
function rowOf(key: string, label: string, tally: Tally): FigureRow {
  const known = tally.flatMap((row) => {
    const bounds = boundsOf(row);
    return bounds ? [{ bounds, deals: row.deals }] : [];
  });
  const days = tally.flatMap((row) => {
    const span = daysAfterSeen(row);
    return span === undefined ? [] : Array.from({ length: row.deals }, () => span);
  });
  const losses = dealsIn(tally);
  const mosts = known.map(({ bounds: [, most], deals }) => (most === undefined ? undefined : most * deals));
  return {
    key,
    label,
    evidence: evidenceOf(losses),
    values: {
      losses,
      hoursKnown: known.reduce((sum, { deals }) => sum + deals, 0),
      hoursLeast: known.reduce((sum, { bounds: [least], deals }) => sum + least * deals, 0),
      hoursMost: mosts.length === 0 ? null : sumOf(mosts),
      daysKnown: days.length,
      daysAfterSeen: evidenceOf(days.length) === 'too-few' ? null : (median(days) ?? null),
    },
  };
}

/** Nothing if one of them is not known. */
function sumOf(numbers: readonly (number | undefined)[]): number | null {
  let sum = 0;
  for (const number of numbers) {
    if (number === undefined) return null;
    sum += number;
  }
  return sum;
}

/** The hours that an answer stands for, at least and at most. */
const BOUNDS: Readonly<Record<string, readonly [least: number, most: number | undefined]>> = {
  'under-5': [0, 5],
  'to-20': [5, 20],
  'to-50': [20, 50],
  'to-100': [50, 100],
  'over-100': [100, undefined],
};

function boundsOf({ at: [hours] }: Tally[number]): (typeof BOUNDS)[string] | undefined {
  return typeof hours === 'string' && Object.hasOwn(BOUNDS, hours) ? BOUNDS[hours] : undefined;
}

/** Somebody who let go first and saw it later lost no day. */
function daysAfterSeen({ at: [, seen, stopped] }: Tally[number]): number | undefined {
  if (typeof seen !== 'string' || typeof stopped !== 'string') return undefined;
  return Math.max(0, daysBetween(seen as Day, stopped as Day));
}
