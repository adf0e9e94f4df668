import { addDays, type Day } from '../days/day.ts';
import { REPEAT_DAYS } from '../facts.ts';
import type { PastExperiment, PastFocus } from '../focus.ts';
import type { DayRange } from '../report/report-period.ts';
import type { FigureRow, FigureTable } from '../report/report-table.ts';
import { sayShortDay } from '../days/say-day.ts';
import { newcombe } from '../statistics/newcombe.ts';
import type { Share } from '../statistics/wilson.ts';
import { dealsIn, type Tally, type TallyRequest } from '../report/tally.ts';
import { evidenceOf } from '../statistics/evidence.ts';
import { countColumn, evidenceOfBoth, shareColumns, shareValues } from './columns.ts';
import { decisions, together } from './decisions.ts';
import type { Figure, Tallies } from './figure.ts';
import type { FigureScope, Step } from './figure-scope.ts';
import { DECIDED, withResult } from './result.ts';

/**
 * What was tried and worked on, since it began and in the half year before: an experiment by the deals won, an area by how
 * often its step was done in debriefs. Their words are reflections, so this figure is shared with nobody.
 */
export const trials: Figure = {
  id: 'trials',
  unless: 'It takes an experiment or an area in work: lossdebrief focus why-now',
  needs: (scope) => trialsIn(scope).flatMap(({ since, before }) => [...requestsOf(since), ...requestsOf(before)]),
  table: (tallies, scope) => {
    const all = trialsIn(scope);
    if (all.length === 0) return undefined;
    return {
      id: 'trials',
      title: 'What I try and work on, since it began and in the half year before',
      columns: COLUMNS,
      rows: all.map((trial) => rowOf(trial, tallies)),
      notes: [
        'Of an experiment: deals won, of those decided. Of an area: debriefs in which the step was done, of those that say.',
        'Much else changes within half a year, so a difference is a hint and no proof.',
      ],
    };
  },
};

/** Something with a first day, and how it is measured on some days. */
interface Trial {
  readonly key: string;
  readonly label: string;
  /** Its own words, if the label does not say it. */
  readonly words: string | null;
  readonly from: Day;
  /** Undefined while it goes on. */
  readonly until: Day | undefined;
  readonly verdict: PastExperiment['verdict'];
  /** Undefined for an area in free words, which no debrief asks about. */
  readonly since: Measure | undefined;
  readonly before: Measure | undefined;
}

interface Measure {
  readonly requests: readonly TallyRequest[];
  readonly shareOf: (tally: Tally) => Share;
}

/** Those that fall into the days of the report, the latest first. */
function trialsIn(scope: FigureScope): readonly Trial[] {
  const experiments = scope.experiments.map((one) => experimentTrial(one, scope.today));
  const areas = scope.areas.map((one) => areaTrial(one, scope));
  const { from, to } = scope.period;
  return [...experiments, ...areas]
    .filter(
      (trial) => (to === undefined || trial.from <= to) && (from === undefined || (trial.until ?? scope.today) >= from),
    )
    .toSorted((one, other) =>
      one.from === other.from ? (one.key < other.key ? -1 : 1) : one.from < other.from ? 1 : -1,
    );
}

function experimentTrial({ id, text, since, closedOn, verdict }: PastExperiment, today: Day): Trial {
  return {
    key: `experiment:${id}`,
    label: `experiment of ${sayShortDay(since)}`,
    words: text,
    from: since,
    until: closedOn,
    verdict,
    since: wonWithin(daysSince(since, closedOn ?? today)),
    before: wonWithin(daysBefore(since)),
  };
}

function wonWithin(within: DayRange): Measure {
  return { requests: decisions().map((request) => ({ ...request, within })), shareOf: wonOf };
}

/** The days of an area are over on its last day, closed or not. */
function areaTrial({ id, area, since, until, closedOn }: PastFocus, { steps, today }: FigureScope): Trial {
  const step = steps.find((known) => known.id === area);
  const last = [closedOn, until].filter((day) => day !== undefined).toSorted()[0] ?? until;
  const measure = (within: DayRange): Measure | undefined =>
    step && {
      requests: [{ of: 'debriefed', by: [{ step: step.id }], within }],
      shareOf: (tally) => doneOf(tally, step),
    };
  return {
    key: `area:${id}`,
    label: step ? `area: ${step.label}` : `area of ${sayShortDay(since)}`,
    words: step ? null : area,
    from: since,
    until: last < today || closedOn !== undefined ? last : undefined,
    verdict: undefined,
    since: measure(daysSince(since, last < today ? last : today)),
    before: measure(daysBefore(since)),
  };
}

/** What came on the first day belongs to the time before. */
function daysSince(since: Day, until: Day): DayRange {
  return { from: addDays(since, 1), to: until };
}

function daysBefore(since: Day): DayRange {
  return { from: addDays(since, -REPEAT_DAYS), to: since };
}

function wonOf(tally: Tally): Share {
  const all = withResult(tally, 0, ...DECIDED);
  return { count: dealsIn(withResult(all, 0, 'won')), total: dealsIn(all) };
}

function doneOf(tally: Tally, { done, missed }: Step): Share {
  const known = tally.filter(({ at: [value] }) => [...done, ...missed].includes(String(value)));
  return { count: dealsIn(known.filter(({ at: [value] }) => done.includes(String(value)))), total: dealsIn(known) };
}

function requestsOf(measure: Measure | undefined): readonly TallyRequest[] {
  return measure?.requests ?? [];
}

const COLUMNS: FigureTable['columns'] = [
  { key: 'words', title: 'in words', kind: 'text', isPrivate: true },
  { key: 'since', title: 'since', kind: 'day' },
  { key: 'until', title: 'until', kind: 'day' },
  { key: 'verdict', title: 'then', kind: 'text', words: { kept: 'kept', dropped: 'dropped' } },
  countColumn('count', 'since then'),
  countColumn('total', 'of'),
  ...shareColumns('rate', 'since then', { count: 'count', total: 'total' }),
  countColumn('countBefore', 'before'),
  countColumn('totalBefore', 'of'),
  ...shareColumns(
    'rateBefore',
    'before',
    { count: 'countBefore', total: 'totalBefore' },
    { low: 'lowBefore', high: 'highBefore' },
  ),
  {
    key: 'difference',
    title: 'difference',
    kind: 'difference',
    interval: { low: 'differenceLow', high: 'differenceHigh' },
  },
  { key: 'differenceLow', title: 'at least', kind: 'difference' },
  { key: 'differenceHigh', title: 'at most', kind: 'difference' },
];

function rowOf({ key, label, words, from, until, verdict, since, before }: Trial, tallies: Tallies): FigureRow {
  const now = since && since.shareOf(together(tallies, since.requests));
  const then = before && before.shareOf(together(tallies, before.requests));
  const earlier = then && shareValues('rateBefore', then);
  return {
    key,
    label,
    evidence: evidenceOf(now?.total ?? 0),
    values: {
      words,
      since: from,
      until: until ?? null,
      verdict: verdict ?? null,
      count: now?.count ?? null,
      total: now?.total ?? null,
      ...(now ? shareValues('rate', now) : { rate: null, low: null, high: null }),
      countBefore: then?.count ?? null,
      totalBefore: then?.total ?? null,
      rateBefore: earlier?.rateBefore ?? null,
      lowBefore: earlier?.low ?? null,
      highBefore: earlier?.high ?? null,
      ...differenceOf(now, then),
    },
  };
}

function differenceOf(now: Share | undefined, then: Share | undefined): FigureRow['values'] {
  const isEnough = now && then && evidenceOfBoth(now.total, then.total) !== 'too-few';
  const difference = isEnough ? newcombe(now, then) : undefined;
  return {
    difference: difference?.difference ?? null,
    differenceLow: difference?.low ?? null,
    differenceHigh: difference?.high ?? null,
  };
}
