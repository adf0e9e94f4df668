import type { TypedSpan } from './day-grammar.ts';

/** The words by which one language names weeks, months, quarters and years. Each is the source of a regular expression. */
export interface SpanWords {
  /** What may stand before all of it: `in`, `by`. */
  readonly before: string;
  readonly parts: { readonly start: string; readonly middle: string; readonly end: string };
  /** What may stand between any of the words: `of`, `the`. */
  readonly between: string;
  readonly months: readonly string[];
  /** Four words, and the word for a quarter behind them. */
  readonly quarters: readonly string[];
  readonly next: { readonly week: string; readonly month: string; readonly quarter: string; readonly year: string };
  /** The one that is running, of which only the end is to come. */
  readonly running: { readonly month: string; readonly quarter: string; readonly year: string };
}

/** Reads `march`, `end of march 2027`, `next week`, `next month`, `q2`, `early 2027`. */
export function spanReader(words: SpanWords): (typed: string) => TypedSpan | undefined {
  const between = `(?:(?:${words.between}) )*`;
  const before = new RegExp(`^(?:(?:${words.before}) )?${between}`);
  const parts = (['start', 'middle', 'end'] as const).map(
    (part) => [part, new RegExp(`^(?:${words.parts[part]})[ -]${between}`)] as const,
  );
  const year = `(?:[ /]${between}(\\d{4}))?$`;
  const months = words.months.map((month) => new RegExp(`^(?:${month})\\.?${year}`));
  const quarters = words.quarters.map((quarter, index) => new RegExp(`^(?:q${index + 1}|${quarter})${year}`));
  return (typed) => {
    const rest = typed.replace(before, '');
    const part = parts.find(([, words]) => words.test(rest));
    const name = part ? rest.replace(part[1], '') : rest;
    return (
      relative(words, name, part?.[0]) ??
      numbered('month', months, name, part?.[0]) ??
      numbered('quarter', quarters, name, part?.[0]) ??
      ofYear(name, part?.[0], rest !== typed)
    );
  };
}

type Part = TypedSpan['part'];

function relative({ next, running }: SpanWords, name: string, part: Part | undefined): TypedSpan | undefined {
  if (new RegExp(`^(?:${next.week})$`).test(name)) return { unit: 'week', part: part ?? 'start', which: 'next' };
  for (const unit of ['month', 'quarter', 'year'] as const) {
    if (new RegExp(`^(?:${next[unit]})$`).test(name)) return { unit, part: part ?? 'start', which: 'next' };
    if (part === 'end' && new RegExp(`^(?:${running[unit]})$`).test(name)) return { unit, part, which: 'running' };
  }
  return undefined;
}

function numbered(
  unit: 'month' | 'quarter',
  names: readonly RegExp[],
  name: string,
  part: Part = 'start',
): TypedSpan | undefined {
  const number = names.findIndex((one) => one.test(name)) + 1;
  const year = names[number - 1]?.exec(name)?.[1];
  return number === 0 ? undefined : { unit, number, part, year: year === undefined ? undefined : Number(year) };
}

/** A year alone may be anything; with a word before it, it is a time. */
function ofYear(name: string, part: Part | undefined, isAfterWord: boolean): TypedSpan | undefined {
  if (!/^\d{4}$/.test(name) || (part === undefined && !isAfterWord)) return undefined;
  return { unit: 'year', number: 1, part: part ?? 'start', year: Number(name) };
}
