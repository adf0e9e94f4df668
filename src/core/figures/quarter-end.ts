import { addDays, type Day, daysBetween } from '../days/day.ts';
import { type DayRange, periodOf } from '../report/report-period.ts';
import type { FigureRow, FigureTable } from '../report/report-table.ts';
import { evidenceOf } from '../statistics/evidence.ts';
import { excludesZero, newcombe } from '../statistics/newcombe.ts';
import { type Share, wilson } from '../statistics/wilson.ts';
import { dealsIn, type Tally } from '../report/tally.ts';
import { countColumn, countOfColumns, shareColumns, shareValues } from './columns.ts';
import { decided } from './decisions.ts';
import type { Figure } from './figure.ts';
import type { FigureScope } from './figure-scope.ts';
import { NOT_WON, withResult } from './result.ts';

/** Whether losses crowd in the last two weeks of a quarter, more than chance and more than wins do. */
export const quarterEnd: Figure = {
  id: 'quarter-end',
  unless: 'It takes a loss with the day of its decision.',
  needs: () => [DECIDED_ON],
  table: (tallies, scope) => {
    const losses = datedIn(withResult(tallies(DECIDED_ON), 2, ...NOT_WON));
    const wins = datedIn(withResult(tallies(DECIDED_ON), 2, 'won'));
    if (losses.length === 0) return undefined;
    const chance = chanceOf(losses, scope);
    return {
      id: 'quarter-end',
      title: 'Losses in the last two weeks of a quarter',
      columns: COLUMNS,
      rows: [
        rowOf('last-14-days', 'in the last 14 days', isLate, { losses, wins, chance }),
        rowOf('earlier', 'earlier in the quarter', (row) => !isLate(row), { losses, wins, chance: 1 - chance }),
      ],
      notes: [...chanceNotes(lateOf(losses), chance), ...winNotes(lateOf(losses), lateOf(wins))],
    };
  },
};

const DECIDED_ON = decided('decided-on', { reflection: 'quota-push' });

const COLUMNS: FigureTable['columns'] = [
  countColumn('losses', 'losses'),
  countColumn('total', 'of'),
  ...shareColumns('share', 'of all losses', { count: 'losses', total: 'total' }),
  { key: 'expected', title: 'by chance', kind: 'share' },
  countColumn('wins', 'wins'),
  ...countOfColumns('pushed', 'pushed by my quarter', 'pushAsked'),
];

/** How long the end of a quarter lasts. */
const LAST_DAYS = 14;

interface Counted {
  readonly losses: Tally;
  readonly wins: Tally;
  readonly chance: number;
}

function rowOf(
  key: string,
  label: string,
  isIn: (row: Tally[number]) => boolean,
  { losses, wins, chance }: Counted,
): FigureRow {
  const own = losses.filter(isIn);
  const asked = own.filter(({ at: [, push] }) => push !== null);
  const share = { count: dealsIn(own), total: dealsIn(losses) };
  return {
    key,
    label,
    evidence: evidenceOf(share.total),
    values: {
      losses: share.count,
      total: share.total,
      ...shareValues('share', share),
      expected: chance,
      wins: dealsIn(wins.filter(isIn)),
      pushed: dealsIn(asked.filter(({ at: [, push] }) => push !== 'no')),
      pushAsked: dealsIn(asked),
    },
  };
}

function datedIn(tally: Tally): Tally {
  return tally.filter((row) => dayOf(row) !== undefined);
}

function dayOf({ at: [day] }: Tally[number]): Day | undefined {
  return typeof day === 'string' ? (day as Day) : undefined;
}

function isLate(row: Tally[number]): boolean {
  const day = dayOf(row);
  return day !== undefined && daysBetween(day, periodOf(day, 'quarter').last) < LAST_DAYS;
}

function lateOf(tally: Tally): Share {
  return { count: dealsIn(tally.filter(isLate)), total: dealsIn(tally) };
}

/**
 * The share of the losses that would fall into the last days if every day of their quarters were alike: only days count that
 * the report covers and that have come.
 */
function chanceOf(losses: Tally, scope: FigureScope): number {
  const expected = losses.map((row) => {
    const day = dayOf(row);
    return day === undefined ? 0 : chanceOn(day, scope) * row.deals;
  });
  return expected.reduce((sum, share) => sum + share, 0) / dealsIn(losses);
}

function chanceOn(day: Day, { period, today }: FigureScope): number {
  const { first, last } = periodOf(day, 'quarter');
  // A day that was given although it is still to come is covered too.
  const seen = { from: period.from, to: earliest(period.to, day > today ? day : today) };
  const late = daysWithin(addDays(last, 1 - LAST_DAYS), last, seen);
  return late / daysWithin(first, last, seen);
}

function earliest(one: Day | undefined, other: Day): Day {
  return one !== undefined && one < other ? one : other;
}

function daysWithin(first: Day, last: Day, { from, to }: DayRange): number {
  const begin = from !== undefined && from > first ? from : first;
  const end = to !== undefined && to < last ? to : last;
  return Math.max(0, daysBetween(begin, end) + 1);
}

function chanceNotes(late: Share, chance: number): readonly string[] {
  const interval = evidenceOf(late.total) === 'too-few' ? undefined : wilson(late);
  if (!interval) return [];
  const alike = `if all days were alike, ${Math.round(chance * 100)} % would fall there.`;
  if (interval.low > chance) return [`More than chance makes it: ${alike}`];
  return [interval.high < chance ? `Fewer than chance makes it: ${alike}` : `Chance alone may do that: ${alike}`];
}

/** Everything may crowd at the end of a quarter, wins too. Then it is the calendar, and not the push. */
function winNotes(losses: Share, wins: Share): readonly string[] {
  if (evidenceOf(losses.total) === 'too-few' || evidenceOf(wins.total) === 'too-few') return [];
  const difference = newcombe(losses, wins);
  const isClear = difference !== undefined && excludesZero(difference);
  const verdict = !isClear
    ? 'so losses and wins do not differ in this, as far as can be seen'
    : losses.count / losses.total > wins.count / wins.total
      ? 'so it is losses that crowd there'
      : 'so it is wins that crowd there';
  return [`Of the wins, ${wins.count} of ${wins.total} fall there, ${verdict}.`];
}
