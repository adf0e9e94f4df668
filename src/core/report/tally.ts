import type { Day } from '../days/day.ts';
import type { LogFact } from '../log-facts.ts';
import type { DayRange, Every } from './report-period.ts';
import type { MoneySums } from './report-table.ts';
import type { Channel } from '../touch.ts';

/** A count that a figure needs, as data: what is counted, and which of its sides are told apart. */
export interface TallyRequest {
  readonly of: Subject;
  readonly by: readonly Dimension[];
  /** Other days than those of the report. */
  readonly within?: DayRange | undefined;
}

/**
 * What is counted, and by which day it falls into a period.
 *
 * - `decided`: deals that ended, by the day of the decision, with the outcome they had then.
 * - `won-back`: deals that were won after they were lost, by the day of that.
 * - `reopened`: deals that were opened again, by the day of that.
 * - `debriefed`: deals with a debrief, by the day it was made.
 * - `open`: deals that are not decided, whatever the period.
 * - `action`, `entry`: actions and entries of the schedule, by the day on which their deal was decided.
 */
export type Subject = 'decided' | 'won-back' | 'reopened' | 'debriefed' | 'open' | 'action' | 'entry';

/** One side of what is counted. A debrief is that of the quick pass, unless it says otherwise. */
export type Dimension =
  | DealSide
  /** Whether there is a debrief: 1 or 0. */
  | 'debriefed'
  /** Whether the debrief found nothing that was in one's own control: 1 or 0. */
  | 'nothing-in-control'
  /** The primary reason. */
  | 'reason'
  /** My reason held against the one that the buyer gave later: `exact`, `partly`, `wrong`. */
  | 'agreement'
  /** What became of a request to the buyer: `asked`, `replied`. */
  | 'feedback'
  /** Days from the decision to the debrief, and from the first contact to the decision; the seconds that the debrief took. */
  | 'days-to-debrief'
  | 'cycle-days'
  | 'seconds'
  /** The day of the decision. */
  | 'decided-on'
  /** The lower bound of the band of its amount, in minor units (see `SIZE_BANDS`). */
  | 'size'
  /** Of an action or an entry: `open`, `overdue`, `done`, `dropped`; days from its day to the one it was done on; the rule. */
  | 'state'
  | 'days-late'
  | 'rule'
  /** What came of an entry: `happened`, `not-yet` … */
  | 'came-of-it'
  /** The answer to a question of any pass but the second look, when it is a fact. */
  | { readonly answer: string }
  /** The same of a reflection, and of their words. What rests on these is for nobody but the person. */
  | { readonly reflection: string }
  | { readonly theirWords: string }
  /** Contacts up to the decision, of one channel or all; null without a log. */
  | { readonly contacts: Channel | 'all' }
  /** By the log up to the decision: how many calls were missed, and the minutes of the slowest reply. */
  | { readonly logged: LogFact }
  /** What was noted of a qualifying step: in the quick pass, or in any but the second look where it has a screen of its own. */
  | { readonly step: string }
  /** A field of one's own, by its name. */
  | { readonly field: string }
  /** The first day of the month, quarter or year of the decision. */
  | { readonly every: Every };

/** What stands in the row of a deal, each in the column of its name. */
export type DealSide = (typeof DEAL_SIDES)[number];
export const DEAL_SIDES = [
  'outcome',
  'stage',
  'winner',
  'forecast',
  'account',
  'owner',
  'segment',
  'persona',
  'source',
  'product',
] as const;

/**
 * Bands of amounts in minor units, by their lower bounds: 1, 3, 10, 30 … of a currency, whatever one of it is worth. Each is
 * about three times the one before, so that a year of deals falls into a few of them.
 */
export const SIZE_BANDS: readonly number[] = [
  0,
  ...Array.from({ length: 13 }, (_, power) => [10 ** power, 3 * 10 ** power]).flat(),
];

/** A field of one's own, and how many values it has. */
export interface CustomField {
  readonly name: string;
  readonly values: number;
}

/** The deals that all tallies of a report are about. Deleted ones never are. */
export interface TallyScope extends DayRange {
  /** Only deals with an amount in this currency. */
  readonly currency?: string | undefined;
  /** The day on which what is open may be overdue. */
  readonly today: Day;
}

/** How many there are that agree on every dimension that was asked for, and on the currency. */
export interface TallyRow {
  /** In the order of the request; null where it is not known. */
  readonly at: readonly (string | number | null)[];
  /** Null for deals without an amount. */
  readonly currency: string | null;
  readonly deals: number;
  /** The sum of their amounts, and the largest of them. */
  readonly minor: number;
  readonly largest: number;
  /** The latest day by which they are counted. */
  readonly last: Day | null;
  /** The latest row: of the deal, the action or the entry. */
  readonly latest: number;
}

/** What was counted for one request, a row for each combination that occurs. */
export type Tally = readonly TallyRow[];

/** How many deals there are in all rows. */
export function dealsIn(tally: Tally): number {
  return tally.reduce((sum, { deals }) => sum + deals, 0);
}

/** What the deals were worth, the currency with the most deals first. */
export function moneyIn(tally: Tally): MoneySums {
  const sums = new Map<string, { readonly currency: string; readonly minor: number; readonly deals: number }>();
  for (const { currency, minor, deals } of tally) {
    if (currency === null) continue;
    const before = sums.get(currency) ?? { minor: 0, deals: 0 };
    sums.set(currency, { currency, minor: before.minor + minor, deals: before.deals + deals });
  }
  return {
    sums: [...sums.values()].toSorted(
      (one, other) => other.deals - one.deals || (one.currency < other.currency ? -1 : 1),
    ),
    unknownAmounts: dealsIn(tally.filter(({ currency }) => currency === null)),
  };
}

/** The rows by their value in one dimension, in the order in which the values appear. */
export function splitTally(tally: Tally, dimension = 0): ReadonlyMap<string | number | null, Tally> {
  const parts = new Map<string | number | null, TallyRow[]>();
  for (const row of tally) {
    const value = row.at[dimension] ?? null;
    const part = parts.get(value);
    if (part === undefined) parts.set(value, [row]);
    else part.push(row);
  }
  return parts;
}
