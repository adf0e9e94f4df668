import type { Day } from '../days/day.ts';

/** How days are typed in one language, and what is said of those that cannot be read. Texts come in lower case. */
export interface DayGrammar {
  /** Words for days close by: `today`. */
  readonly near: ReadonlyMap<string, number>;
  readonly weekday: (typed: string) => TypedWeekday | undefined;
  readonly distance: (typed: string) => TypedDistance | undefined;
  /** A week, a month, a quarter or a year, as buyers say when they could buy. */
  readonly span: (typed: string) => TypedSpan | undefined;
  readonly spanDay: (day: Day, part: TypedSpan['part']) => string;
  /** Whether a text may name a month; looked at before the parser of month names is loaded. */
  readonly monthName: RegExp;
  /** The parser of month names. */
  readonly parser: () => Promise<MonthParser>;
  readonly notUnderstood: (typed: string, direction: 'past' | 'future') => string;
  readonly noYear: (typed: string, direction: 'past' | 'future') => string;
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

/** `march`, `end of Q1 2027`, `next month`, `next week`. */
export type TypedSpan = TypedMonths | { readonly unit: 'week'; readonly part: Part; readonly which: 'next' };

/** A month, or several that are counted together. */
export type TypedMonths = {
  readonly unit: 'month' | 'quarter' | 'year';
  readonly part: Part;
} & (
  | { readonly which: 'next' | 'running' }
  /** The third month, the first quarter; without a year the next one. */
  | { readonly which?: undefined; readonly number: number; readonly year: number | undefined }
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
