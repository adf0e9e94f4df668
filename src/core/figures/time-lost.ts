import { type Day, daysBetween } from '../days/day.ts';
import { findReason } from '../reasons.ts';
import type { FigureRow, FigureTable } from '../report/report-table.ts';
import { evidenceOf } from '../statistics/evidence.ts';
import { median } from '../statistics/quantiles.ts';
import { dealsIn, splitTally, type Tally } from '../report/tally.ts';
import { byCount, countColumn } from './columns.ts';
import { decided } from './decisions.ts';
import type { Figure } from './figure.ts';
import type { FigureScope } from './figure-scope.ts';
import { NOT_WON, withResult } from './result.ts';
import { roughHours, saysHours } from './rough-hours.ts';

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
  return saysHours(row.at[0]) || daysAfterSeen(row) !== undefined;
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
  const days = tally.flatMap((row) => {
    const span = daysAfterSeen(row);
    return span === undefined ? [] : Array.from({ length: row.deals }, () => span);
  });
  const losses = dealsIn(tally);
  return {
    key,
    label,
    evidence: evidenceOf(losses),
    values: {
      losses,
      ...roughHours(tally, 0),
      daysKnown: days.length,
      daysAfterSeen: evidenceOf(days.length) === 'too-few' ? null : (median(days) ?? null),
    },
  };
}

/** Somebody who let go first and saw it later lost no day. */
function daysAfterSeen({ at: [, seen, stopped] }: Tally[number]): number | undefined {
  if (typeof seen !== 'string' || typeof stopped !== 'string') return undefined;
  return Math.max(0, daysBetween(seen as Day, stopped as Day));
}
