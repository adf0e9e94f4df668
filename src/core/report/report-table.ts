import type { Day } from '../days/day.ts';
import type { Evidence } from '../statistics/evidence.ts';

/** A report as figures make it and formats print it. Neither side knows the other. */
export interface Report {
  readonly today: Day;
  /** The days of decision that it covers; undefined at an end that is open. */
  readonly period: { readonly from: Day | undefined; readonly to: Day | undefined };
  /** Only deals with an amount in this currency; undefined for all deals. */
  readonly currency: string | undefined;
  /** What stands above everything: how many deals there are, how many of them were debriefed, and how much to believe. */
  readonly headline: string;
  /** Whether nothing was decided, so that all figures are empty. */
  readonly isEmpty: boolean;
  readonly figures: readonly FigureTable[];
  /** What stands at its end in place of figures that no deal says anything for yet. */
  readonly notKnown?: NotKnown;
}

/** In one place, what is not known yet: a title, and sentences. */
export interface NotKnown {
  readonly title: string;
  readonly says: readonly string[];
}

/** The table of one figure, with what is needed to print it honestly. */
export interface FigureTable {
  readonly id: string;
  /** Says what the numbers are, such as "what I think" or "deals overlap". */
  readonly title: string;
  /** Besides `key` and `label`, which every row has. */
  readonly columns: readonly FigureColumn[];
  readonly rows: readonly FigureRow[];
  /** Sentences below the table. */
  readonly notes: readonly string[];
  /** Sentences that hold words of one's own or of the buyer: they are told where this figure alone is asked for. */
  readonly privateNotes?: readonly string[];
  /** What stands above it, where a part of the report begins with it. */
  readonly opens?: string;
  /** Where no deal says anything for it yet: what is not known then, as a noun phrase. */
  readonly notKnown?: string;
  /** What is worth a picture; without it the table says it better. */
  readonly chart?: Chart;
}

/** One column of a figure: what its values are, and how people and programs read them. */
export interface FigureColumn {
  readonly key: string;
  readonly title: string;
  /**
   * `share` is from 0 to 1, `difference` from -1 to 1; `ratio` and `probability` are plain numbers; `days` a span; `quartiles`
   * the lower and the upper one; `levels` the answers of a field with the deals of each; `yes-no` is a boolean.
   */
  readonly kind:
    | 'text'
    | 'count'
    | 'share'
    | 'difference'
    | 'ratio'
    | 'probability'
    | 'money'
    | 'day'
    | 'days'
    | 'quartiles'
    | 'levels'
    | 'yes-no';
  /** Holds words of one's own or of the buyer: it is told where this figure alone is asked for, and never shared. */
  readonly isPrivate?: true;
  /** Of a text that is a code: the words for a person. JSON has the code. */
  readonly words?: Readonly<Record<string, string>>;
  /** Of a share: the columns that hold what it is a share of, and the ends of its interval. */
  readonly share?: { readonly count: string; readonly total: string; readonly low?: string; readonly high?: string };
  /** Of a difference: the columns that hold the ends of its interval. */
  readonly interval?: { readonly low: string; readonly high: string };
  /** Of a count: the column that holds how many could have been counted. */
  readonly of?: string;
  /** Of a ratio: the column that has it in a word. */
  readonly word?: string;
  /** Of a text: the column that holds of how many deals it is said. */
  readonly saidOf?: string;
  /** Columns that a person reads in the same cell, each in a line that begins with its title. */
  readonly below?: readonly string[];
}

/** One row. A value that is missing is null, never a guess. */
export interface FigureRow {
  /** Stable, for machines. */
  readonly key: string;
  /** For people. */
  readonly label: string;
  /** How much the number of deals behind it lets one say. */
  readonly evidence: Evidence;
  /** The columns that a person reads of it, where the others would only say that there is nothing; all if it is not given. */
  readonly reads?: readonly string[];
  /** By the key of the column. */
  readonly values: Readonly<Record<string, FigureValue>>;
}

/** What may stand in a cell of a figure; null is not known, or too few to say. */
export type FigureValue =
  | string
  | number
  | boolean
  | null
  | MoneySums
  | readonly [lower: number, upper: number]
  | readonly FigureLevel[];

/** The decided deals with one answer; its rate and interval are null where they are too few to rank it. */
export interface FigureLevel {
  readonly key: string;
  readonly label: string;
  readonly won: number;
  readonly total: number;
  readonly rate: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Sums by currency, which are never added to one another, and how many deals had no amount. */
export interface MoneySums {
  readonly sums: readonly { readonly currency: string; readonly minor: number; readonly deals: number }[];
  readonly unknownAmounts: number;
}

/** Bars of one column over the rows, or its course over rows that are periods. */
export interface Chart {
  readonly kind: 'bars' | 'course';
  readonly column: string;
}
