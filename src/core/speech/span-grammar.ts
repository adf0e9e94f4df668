import type { Feast } from '../days/feasts.ts';
import type { TypedFeast, TypedSpan } from './day-grammar.ts';

/** The words by which one language names weeks, months, quarters, seasons, years and feasts. Each is the source of a regular expression. */
export interface SpanWords {
  /** What may stand before all of it: `in`, `by`. */
  readonly before: string;
  readonly parts: { readonly start: string; readonly middle: string; readonly end: string };
  /** What may stand between any of the words: `of`, `the`. */
  readonly between: string;
  /** What makes it the one that runs. */
  readonly this: string;
  /** What makes it the one that comes: before its name, or after it. */
  readonly coming: { readonly before: string; readonly after?: string };
  readonly months: readonly string[];
  /** Four words, and the word for a quarter behind them. */
  readonly quarters: readonly string[];
  /** Spring first. */
  readonly seasons: readonly string[];
  readonly next: { readonly week: string; readonly month: string; readonly quarter: string; readonly year: string };
  /** The one that is running, of which only the end is to come. */
  readonly running: { readonly week: string; readonly month: string; readonly quarter: string; readonly year: string };
  readonly feasts: {
    readonly before: string;
    /** What may stand there and means no more than the feast does by itself: `after`, `at`. */
    readonly after: string;
    readonly names: Readonly<Record<Feast, string>>;
  };
}

/** Reads `march`, `end of march 2027`, `next week`, `this month`, `q2`, `next spring`, `early 2027`, `before easter`. */
export function readSpan(words: SpanWords, typed: string): TypedSpan | undefined {
  const between = `(?:(?:${words.between}) )*`;
  const rest = typed.replace(new RegExp(`^(?:(?:${words.before}) )?${between}`), '');
  const parts = (['start', 'middle', 'end'] as const).map(
    (part) => [part, new RegExp(`^(?:${words.parts[part]})[ -]${between}`)] as const,
  );
  const found = parts.find(([, word]) => word.test(rest));
  const [part, name] = found ? [found[0], rest.replace(found[1], '')] : [undefined, rest];
  const isThis = new RegExp(`^(?:(?:${words.before}) )?(?:${words.this}) `).test(typed);
  const year = `(?:[ /]${between}(\\d{4}))?$`;
  return (
    readFeast(words.feasts, words, typed, year) ??
    relative(words, name, part ?? (isThis ? 'end' : undefined)) ??
    numbered(words, name, year, { part, isThis }) ??
    ofYear(name, part, rest !== typed)
  );
}

type Part = Exclude<TypedSpan['part'], TypedFeast['part']>;

function readFeast(
  { before, after, names }: SpanWords['feasts'],
  { between, coming }: SpanWords,
  typed: string,
  year: string,
): TypedSpan | undefined {
  const lead = `^(?:(?:(${before})|${after}) )?(?:(?:${between}|${coming.before}) )*`;
  for (const feast of ['easter', 'holy-week', 'christmas', 'new-year'] as const) {
    const found = new RegExp(`${lead}(?:${names[feast]})${year}`).exec(typed);
    if (!found) continue;
    const [, isBefore, inYear] = found;
    return { unit: 'feast', feast, part: isBefore === undefined ? 'after' : 'before', year: numberIn(inYear) };
  }
  return undefined;
}

function relative({ next, running }: SpanWords, name: string, part: Part | undefined): TypedSpan | undefined {
  for (const unit of ['week', 'month', 'quarter', 'year'] as const) {
    if (new RegExp(`^(?:${next[unit]})$`).test(name)) return { unit, part: part ?? 'start', which: 'next' };
    if (part === 'end' && new RegExp(`^(?:${running[unit]})$`).test(name)) return { unit, part, which: 'running' };
  }
  return undefined;
}

function numbered(
  { months, quarters, seasons, coming }: SpanWords,
  name: string,
  year: string,
  { part = 'start', isThis }: { readonly part: Part | undefined; readonly isThis: boolean },
): TypedSpan | undefined {
  const after = coming.after === undefined ? '' : `(?: (?:${coming.after}))?`;
  const units = {
    month: months.map((month) => `(?:${month})\\.?`),
    quarter: quarters.map((quarter, index) => `(?:q${index + 1}|${quarter})`),
    season: seasons.map((season) => `(?:${season})`),
  };
  for (const unit of ['month', 'quarter', 'season'] as const) {
    for (const [index, word] of units[unit].entries()) {
      const found = new RegExp(`^(?:(?:${coming.before}) )?${word}${after}${year}`).exec(name);
      if (found) return { unit, number: index + 1, part, year: numberIn(found[1]), isThis };
    }
  }
  return undefined;
}

/** A year alone may be anything; with a word before it, it is a time. */
function ofYear(name: string, part: Part | undefined, isAfterWord: boolean): TypedSpan | undefined {
  if (!/^\d{4}$/.test(name) || (part === undefined && !isAfterWord)) return undefined;
  return { unit: 'year', number: 1, part: part ?? 'start', year: Number(name) };
}

function numberIn(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}
