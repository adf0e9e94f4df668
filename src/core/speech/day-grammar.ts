import type { Day } from '../days/day.ts';
import type { Feast } from '../days/feasts.ts';
import type { SpanWords } from './span-grammar.ts';

/** How days are typed in one language, and what is said of those that cannot be read. Texts come in lower case. */
export interface DayGrammar {
  /** Words for days close by: `today`. */
  readonly near: ReadonlyMap<string, number>;
  readonly weekday: (typed: string) => TypedWeekday | undefined;
  readonly distance: (typed: string) => TypedDistance | undefined;
  /** The words for a week, a month, a quarter, a season, a year or a feast, as buyers say when they could buy; loaded only for those. */
  readonly spans: () => Promise<SpanWords>;
  readonly spanDay: (day: Day, part: TypedSpan['part']) => string;
  /** Whether a text may name a month; looked at before the parser of month names is loaded. */
  readonly monthName: RegExp;
  /** The parser of month names. */
  readonly parser: () => Promise<MonthParser>;
  readonly notUnderstood: (typed: string, direction: 'past' | 'future') => string;
  readonly twoReadings: (typed: string, one: Day, other: Day) => string;
  readonly noSuchDay: (typed: string) => string;
  readonly tooFar: (day: Day) => string;
}

/** `last friday`: 1 is Monday. */
export interface TypedWeekday {
  readonly weekday: number;
  /** Undefined where only the day is named. */
  readonly side: 'past' | 'future' | undefined;
}

/** `in 2 weeks`, `3 months ago`. */
export interface TypedDistance {
  readonly count: number;
  readonly unit: 'day' | 'week' | 'month' | 'year';
  readonly side: 'past' | 'future';
}

/** `march`, `end of Q1 2027`, `next month`, `this week`, `next spring`, `before easter`. */
export type TypedSpan = TypedMonths | TypedWeek | TypedFeast;

/** `end of next week`. */
export interface TypedWeek {
  readonly unit: 'week';
  readonly part: Part;
  readonly which: 'next' | 'running';
}

/** `after easter`, `christmas 2027`: with no word before it, after. */
export interface TypedFeast {
  readonly unit: 'feast';
  readonly feast: Feast;
  readonly part: 'before' | 'after';
  readonly year: number | undefined;
}

/** A month, or several that are counted together. */
export type TypedMonths = {
  readonly unit: 'month' | 'quarter' | 'season' | 'year';
  readonly part: Part;
} & (
  | { readonly which: 'next' | 'running' }
  /** The third month, the first quarter, the first season, which is spring; without a year the next one, or if it runs, its end where it is called this one. */
  | {
      readonly which?: undefined;
      readonly number: number;
      readonly year: number | undefined;
      readonly isThis?: boolean;
    }
);

type Part = 'start' | 'middle' | 'end';

/** The part of a chrono locale that is used. */
export interface MonthParser {
  readonly parse: (
    text: string,
    reference: Date,
    options: { readonly forwardDate: boolean },
  ) => readonly {
    readonly text: string;
    readonly start: {
      readonly isCertain: (part: 'day' | 'year') => boolean;
      readonly get: (part: 'day' | 'month' | 'year') => number | null;
    };
    readonly end?: unknown;
  }[];
}
