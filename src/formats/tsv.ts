import { cleanText } from '../core/text/clean-text.ts';
import type { Row, Table } from '../core/table.ts';

/**
 * A table for another program: tabs, a header row of keys, nothing cut, days as ISO. It comes in pieces to be written one
 * after another: lines held by themselves until the last, and all of them once more in one text, cost the collector more
 * than making them.
 */
export function tsv({ columns, rows }: Table): readonly string[] {
  const pieces: string[] = [];
  let lines = [columns.map(({ key }) => key).join('\t')];
  const isClean = cleanLine(columns.length);
  for (const row of rows) {
    lines.push(lineOf(row, isClean));
    if (lines.length < LINES_IN_PIECE) continue;
    pieces.push(joined(lines));
    lines = [];
  }
  return lines.length === 0 ? pieces : [...pieces, joined(lines)];
}

/** Some 64 kB, as lines go. */
const LINES_IN_PIECE = 256;

function joined(lines: readonly string[]): string {
  return [...lines, ''].join('\n');
}

/** Nearly all rows are clean as they are, and looking once at a whole line costs far less than at each cell. */
function lineOf(row: Row, isClean: RegExp): string {
  const line = row.join('\t');
  return isClean.test(line) ? line : row.map(cell).join('\t');
}

/** So many cells that `cleanText` leaves as they are, and the tabs between: one more tab would make a cell of its own. */
function cleanLine(cells: number): RegExp {
  const plain = String.raw`[\x20-\x7e\u00a0-\u00ff]*`;
  return new RegExp(`^${plain}(?:\\t${plain}){${cells - 1}}$`);
}

function cell(value: Row[number]): string | number | null {
  return typeof value === 'string' ? cleanText(value) : value;
}
