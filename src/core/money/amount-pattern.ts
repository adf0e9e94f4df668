import { CURRENCY_WORDS } from './currency-words.ts';
import { ENGLISH_AMOUNTS } from '../speech/english-grammar.ts';
import type { AmountGrammar } from '../speech/speech.ts';

/** How amounts and terms look in a language; what is usual in English is understood everywhere. */
export interface AmountPattern {
  /** An amount at the start of a line. */
  readonly amount: RegExp;
  /** `for 12 months`, `12m`, anywhere in a line. */
  readonly term: RegExp;
  /** What makes a number before it a length: ` months`. */
  readonly length: RegExp;
  /** What may follow a small amount all the same: ` for`, ` a`. */
  readonly goesOn: RegExp;
  readonly isMonth: (unit: string) => boolean;
  /** `k` is 1000. */
  readonly scaleOf: (scale: string) => number;
}

/** The pattern of a language, made when it is first needed. */
export function amountPattern(grammar: AmountGrammar): AmountPattern {
  const known = made.get(grammar);
  if (known) return known;
  const pattern = patternOf(grammar);
  made.set(grammar, pattern);
  return pattern;
}

const made = new WeakMap<AmountGrammar, AmountPattern>();

function patternOf(grammar: AmountGrammar): AmountPattern {
  const words = (kind: keyof AmountGrammar): readonly string[] => [...grammar[kind], ...ENGLISH_AMOUNTS[kind]];
  const [thousands, months] = [words('thousand'), words('month')];
  const scale = oneOf([...thousands, ...words('million')]);
  const unit = oneOf([...months, ...words('year')]);
  const currency = String.raw`[€$£¥₹]|(?:[A-Z]{3}|eur|usd|gbp|chf)(?![A-Za-z])|${oneOf(CURRENCY_WORDS)}(?!\p{L})`;
  const spoken = oneOf([...words('during'), ...words('per').filter((word) => word !== '/')].map((word) => word.trim()));
  return {
    amount: new RegExp(
      [
        String.raw`^\s*(?:${oneOf(words('roughly'))}\s*)?`,
        /(?<before>[€$£¥₹]|[A-Za-z]{3}(?=\s*\d))?\s*/.source,
        /(?<digits>\d{1,3}(?:\s\d{3}(?!\d))+(?:[.,]\d+)?|\d(?:[.,'\u00a0\u202f]?\d)*)/.source,
        String.raw`(?:\s*(?<scale>${scale})(?!\p{L}))?`,
        String.raw`(?:\s*(?<after>${currency}))?`,
        String.raw`(?:\s*${oneOf(words('per'))}\s*(?<per>${unit})(?!\p{L}))?`,
        String.raw`(?:\s*(?<last>${currency}))?`,
        /(?![\p{L}\d%])/u.source,
      ].join(''),
      'u',
    ),
    term: new RegExp(
      String.raw`(?:^|[\s,;(])(?:${oneOf(words('during'))}\s+)?(\d{1,4})\s*-?\s*(${unit})(?![\p{L}\d])`,
      'iu',
    ),
    length: new RegExp(String.raw`^\s*-?\s*${unit}(?![\p{L}\d])`, 'iu'),
    goesOn: new RegExp(String.raw`^\s*${spoken}(?!\p{L})`, 'iu'),
    isMonth: (given) => months.includes(given.toLowerCase()),
    scaleOf: (given) => (thousands.includes(given.toLowerCase()) ? 1000 : 1_000_000),
  };
}

/** One of some words, the longest that fits, with a small or a capital letter at the beginning. */
function oneOf(words: readonly string[]): string {
  const ordered = [...new Set(words)].toSorted((one, other) => other.length - one.length);
  return `(?:${ordered.map(withEitherCase).join('|')})`;
}

function withEitherCase(word: string): string {
  const first = word.charAt(0);
  const begin = first.toUpperCase() === first ? escaped(first) : `[${first}${first.toUpperCase()}]`;
  return begin + escaped(word.slice(1));
}

function escaped(text: string): string {
  return text.replaceAll(/[./]/g, String.raw`\$&`);
}
