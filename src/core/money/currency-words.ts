/**
 * The currency that a word stands for, in English, German and Spanish; undefined if it is none. A dollar is `$`, because it
 * depends on the person whose dollar it is.
 */
export function currencyNamed(word: string): string | undefined {
  return CODES.get(word.toLowerCase());
}

const CODES: ReadonlyMap<string, string> = new Map([
  ...['euro', 'euros'].map((word) => [word, 'EUR'] as const),
  ...['dollar', 'dollars', 'dólar', 'dólares'].map((word) => [word, '$'] as const),
  ...['pound', 'pounds', 'pfund', 'libra', 'libras'].map((word) => [word, 'GBP'] as const),
  ...['franc', 'francs', 'franken', 'franco', 'francos'].map((word) => [word, 'CHF'] as const),
]);

/** All those words, in small letters. */
export const CURRENCY_WORDS: readonly string[] = [...CODES.keys()];
