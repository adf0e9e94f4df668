import { cleanText } from '../core/clean-text.ts';
import type { Table } from '../core/table.ts';

/** A table for another program: tabs, a header row of keys, nothing cut, days as ISO. */
export function tsv({ columns, rows }: Table): string {
  const keys = columns.map(({ key }) => key);
  const lines = rows.map((row) => keys.map((key) => cell(row[key])).join('\t'));
  return [keys.join('\t'), ...lines, ''].join('\n');
}

function cell(value: string | number | null | undefined): string {
  return value === null || value === undefined ? '' : cleanText(String(value));
}
