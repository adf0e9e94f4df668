import { cleanText } from '../core/clean-text.ts';
import type { Column, Row } from '../core/table.ts';

/** What a person reads in a cell of a table; nothing where there is no value. */
export function tableCell(value: Row[number] | undefined, { kind }: Column): string {
  if (value === null || value === undefined) return '';
  return kind === 'money' || kind === 'number' ? value.toLocaleString('en') : cleanText(String(value));
}
