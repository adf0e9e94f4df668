import type { Day } from '../days/day.ts';
import { type Every, type Period, periodsBetween } from '../report/report-period.ts';
import type { FigureRow, FigureTable } from '../report/report-table.ts';
import { counted, leftOut } from '../text/sentence.ts';
import { levelForEach } from '../statistics/bonferroni.ts';
import { evidenceOf } from '../statistics/evidence.ts';
import { excludesZero, newcombe } from '../statistics/newcombe.ts';
import type { Share } from '../statistics/wilson.ts';
import { dealsIn, moneyIn, splitTally, type Tally } from '../report/tally.ts';
import { countColumn, moneyColumn, shareColumns, shareValues } from './columns.ts';
import { decisions, together } from './decisions.ts';
import type { Figure } from './figure.ts';
import type { FigureScope } from './figure-scope.ts';
import { DECIDED, NOT_WON, withResult } from './result.ts';

/** How much was won in each month, quarter or year, and whether anything changed that chance does not explain. */
export const trend: Figure = {
  id: 'trend',
  takes: 'every',
  needs: ({ every }) => decisions({ every }),
  table: (tallies, scope) => {
    const { every } = scope;
    const all = withResult(together(tallies, decisions({ every })), 1, ...DECIDED);
    const periods = countPeriods(all, scope);
    const changes = changesIn(periods, every);
    const undated = dealsIn(all.filter(({ at: [first] }) => first === null));
    return {
      id: 'trend',
      title: `How much was won, by ${every} of the decision`,
      columns: COLUMNS,
      rows: periods.map((period, place) => rowOf(period, changes[place], scope)),
      notes: [
        ...changeNotes(periods, changes, every),
        ...(undated === 0 ? [] : [leftOut(undated, counted(dealsIn(all), 'deal'), 'no day of decision')]),
      ],
      chart: { kind: 'course', column: 'rate' },
    };
  },
};

const COLUMNS: FigureTable['columns'] = [
  countColumn('won', 'won'),
  countColumn('lost', 'lost or undecided'),
  countColumn('total', 'of'),
  ...shareColumns('rate', 'rate', { count: 'won', total: 'total' }),
  moneyColumn('lostValue', 'value not won'),
  {
    key: 'change',
    title: 'change',
    kind: 'text',
    words: { up: 'more is won', down: 'less is won', 'no-sign': 'no sign of a change' },
  },
];

interface Counted extends Share {
  readonly period: Period;
  readonly tally: Tally;
}

type Change = 'up' | 'down' | 'no-sign';

/** Every period from the first with a decision to the last: a gap is a gap. */
function countPeriods(all: Tally, { every }: FigureScope): readonly Counted[] {
  const byFirstDay = splitTally(all);
  const firstDays = [...byFirstDay.keys()].filter((day) => typeof day === 'string').toSorted() as Day[];
  const [first, last] = [firstDays[0], firstDays.at(-1)];
  if (first === undefined || last === undefined) return [];
  return periodsBetween(first, last, every).map((period) => {
    const tally = byFirstDay.get(period.first) ?? [];
    return { period, tally, count: dealsIn(withResult(tally, 1, 'won')), total: dealsIn(tally) };
  });
}

/**
 * How each period stands to the one it is compared with; undefined where either has too few deals. A change has to leave out
 * zero after correction for the number of periods compared. Months are compared with the same month of the quarter before, so
 * that a swing at the end of each quarter is no change.
 */
function changesIn(periods: readonly Counted[], every: Every): readonly (Change | undefined)[] {
  const pairs = periods.map((period, place) => ({ period, before: periods[place - STEPS_BACK[every]] }));
  const level = levelForEach(pairs.filter(({ period, before }) => isEnough(period) && isEnough(before)).length);
  return pairs.map(({ period, before }) => {
    if (!isEnough(period) || !isEnough(before)) return undefined;
    const difference = newcombe(period, before, level);
    if (!difference || !excludesZero(difference)) return 'no-sign';
    return difference.difference > 0 ? 'up' : 'down';
  });
}

const STEPS_BACK: Readonly<Record<Every, number>> = { month: 3, quarter: 1, year: 1 };

function isEnough(period: Counted | undefined): period is Counted {
  return period !== undefined && evidenceOf(period.total) !== 'too-few';
}

function rowOf({ period, tally, count, total }: Counted, change: Change | undefined, scope: FigureScope): FigureRow {
  return {
    key: period.name,
    label: labelOf(period, scope),
    evidence: evidenceOf(total),
    values: {
      won: count,
      lost: total - count,
      total,
      ...shareValues('rate', { count, total }),
      lostValue: moneyIn(withResult(tally, 1, ...NOT_WON)),
      change: change ?? null,
    },
  };
}

/** A period of which not all days are in the report, or have come, says so. */
function labelOf({ name, first, last }: Period, { today, period: { from, to } }: FigureScope): string {
  const isCut = (from !== undefined && from > first) || (to !== undefined && to < last && to < today);
  if (isCut) return `${name} in part`;
  return last < today || first > today ? name : `${name} so far`;
}

function changeNotes(
  periods: readonly Counted[],
  changes: readonly (Change | undefined)[],
  every: Every,
): readonly string[] {
  const compared = changes.filter((change) => change !== undefined).length;
  const found = periods.flatMap((period, place) => {
    const before = periods[place - STEPS_BACK[every]];
    const change = changes[place];
    return before && (change === 'up' || change === 'down') ? [sayChange(period, before)] : [];
  });
  if (compared === 0) return [`Too few decisions in each ${every} to compare one with another.`];
  return [
    ...(found.length > 0
      ? found
      : [`No change from one ${every} to the next is larger than chance alone may make it.`]),
    ...(every === 'month' ? ['Each month is compared with the same month of the quarter before.'] : []),
  ];
}

function sayChange(now: Counted, before: Counted): string {
  return `A change: ${now.count} of ${now.total} won in ${now.period.name}, after ${before.count} of ${before.total} in ${before.period.name}.`;
}
