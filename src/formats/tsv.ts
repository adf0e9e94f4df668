import { cleanText, isCleanLine } from '../core/clean-text.ts';
import type { Row, Table } from '../core/table.ts';

/** A table for another program: tabs, a header row of keys, nothing cut, days as ISO. */
export function tsv({ columns, rows }: Table): string {
  const lines = [columns.map(({ key }) => key).join('\t')];
  // One at a time, so that of each row no more than its line is held.
  for (const row of rows) lines.push(lineOf(row));
  return `${lines.join('\n')}\n`;
}

/** Nearly all rows are clean as they are, and looking once at a whole line costs far less than at each cell. */
function lineOf(row: Row): string {
  return isCleanLine(row.join('')) ? row.join('\t') : row.map(cell).join('\t');
}

function cell(value: Row[number]): string | number | null {
  return typeof value === 'string' ? cleanText(value) : value;
}
