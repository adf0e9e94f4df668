import { cleanText } from '../core/clean-text.ts';
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
  const line = row.join('\t');
  return CLEAN_CELLS.test(line) && tabsIn(line) < row.length ? line : row.map(cell).join('\t');
}

/** What `cleanText` leaves as it is, and the tabs between. */
const CLEAN_CELLS = /^[\t\x20-\x7e\u00a0-\u00ff]*$/;

/** A cell that holds a tab shows in their number. */
function tabsIn(line: string): number {
  let count = 0;
  for (let at = line.indexOf('\t'); at >= 0; at = line.indexOf('\t', at + 1)) count += 1;
  return count;
}

function cell(value: Row[number]): string | number | null {
  return typeof value === 'string' ? cleanText(value) : value;
}
