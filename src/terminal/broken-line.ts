import { graphemes, textWidth } from './text-width.ts';

/**
 * Breaks one line into rows, behind a space where there is one. The rows together are the line, character for character;
 * a space may hang over the end of a full row by one column.
 */
export function brokenLine(line: string, width: number): readonly string[] {
  if (fits(line, width)) return [line];
  const rows: string[] = [];
  let row = '';
  for (const character of graphemes(line)) {
    while (row !== '' && !fits(row + character, character === ' ' ? width + 1 : width)) {
      const cut = row.lastIndexOf(' ') + 1;
      rows.push(cut > 0 ? row.slice(0, cut) : row);
      row = cut > 0 ? row.slice(cut) : '';
    }
    row += character;
  }
  return [...rows, row];
}

/** Both measures count, because the prompt library finds the cursor's row by the number of characters. */
function fits(row: string, width: number): boolean {
  return row.length <= width && textWidth(row) <= width;
}
