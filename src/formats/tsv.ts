import { cleanText } from '../core/clean-text.ts';
import type { Row, Table } from '../core/table.ts';

/** A table for another program: tabs, a header row of keys, nothing cut, days as ISO. */
export function tsv({ columns, rows }: Table): string {
  const lines = rows.map((row) => row.map(cell).join('\t'));
  return [columns.map(({ key }) => key).join('\t'), ...lines, ''].join('\n');
}

function cell(value: Row[number]): string | number | null {
  return typeof value === 'string' ? cleanText(value) : value;
}
