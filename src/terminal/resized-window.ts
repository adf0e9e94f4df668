import { stripVTControlCharacters } from 'node:util';
import type { Picture } from './screen.ts';
import { graphemes, textWidth } from './text-width.ts';

/**
 * What to write after the window has changed its width, before the question is drawn anew. The terminal has broken its long
 * rows by itself, so the cursor stands on another row than it was left on. This wipes what is there, from the first row of the
 * question, and stands the cursor where Inquirer, which goes by the rows that it wrote, will find that same row.
 */
export function wiped({ above, below, cursorAt }: Picture, columns: number): string {
  const last = stripVTControlCharacters(above.at(-1) ?? '');
  const rowsAbove =
    above.slice(0, -1).reduce((rows, row) => rows + rowsTaken(row, columns), 0) +
    Math.floor(textWidth(last.slice(0, cursorAt ?? last.length)) / columns);
  const written = above.length + below.length;
  return `\r${up(rowsAbove)}${WIPE_BELOW}${'\n'.repeat(written - 1)}${up(below.length)}`;
}

/** In how many rows a terminal of this width shows a row that was written as one. A character is never parted. */
function rowsTaken(row: string, columns: number): number {
  let rows = 1;
  let at = 0;
  for (const character of graphemes(stripVTControlCharacters(row))) {
    const width = textWidth(character);
    if (at + width > columns) {
      rows += 1;
      at = 0;
    }
    at += width;
  }
  return rows;
}

function up(rows: number): string {
  return rows > 0 ? `\u001b[${rows}A` : '';
}

const WIPE_BELOW = '\u001b[J';
