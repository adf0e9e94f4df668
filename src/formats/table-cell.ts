import { cleanText } from '../core/text/clean-text.ts';
import { sayNumber } from '../core/text/say-number.ts';
import type { Column, Row } from '../core/table.ts';

/** What a person reads in a cell of a table; nothing where there is no value. */
export function tableCell(value: Row[number] | undefined, { kind, words }: Column): string {
  if (value === null || value === undefined) return '';
  const isCounted = kind === 'money' || kind === 'number';
  return isCounted && typeof value === 'number'
    ? sayNumber(value)
    : cleanText(words && Object.hasOwn(words, value) ? (words[value] ?? '') : String(value));
}
