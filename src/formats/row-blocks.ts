import { indented, type Line, type Span } from '../core/page.ts';
import type { BarsOf } from './aligned-table.ts';
import { filled, widest, wrapped } from './cell-text.ts';
import type { FigureWords } from './figure-words.ts';

/** A figure as a small block for each row, a line for each thing there is to say: for narrow screens, and for single rows. */
export function rowBlocks({ columns, rows }: FigureWords, barsOf: BarsOf, width: number): readonly Line[] {
  const bars = barsOf(Math.min(MOST_BAR, width - INDENT));
  const titleWidth = Math.min(widest(columns.map(({ title }) => title)), Math.floor(width / 2) - INDENT * 2);
  return rows.flatMap(({ label, cells }, index) => [
    indented(INDENT, { text: label, as: 'strong' }),
    ...barLine(bars[index] ?? ''),
    ...columns.flatMap(({ title }, place) => said(title, titleWidth, cells[place] ?? [], width)),
  ]);
}

const INDENT = 2;
const MOST_BAR = 36;
const GAP = '  ';

function barLine(bar: string): readonly Line[] {
  return bar === '' ? [] : [{ ...indented(INDENT, { text: bar, as: 'bar' }), isWhole: true }];
}

/** A title and what it says beside it, each in lines of its own width. */
function said(title: string, titleWidth: number, lines: readonly string[], width: number): readonly Line[] {
  if (lines.length === 0) return [];
  const beside = width - INDENT * 2 - titleWidth - GAP.length;
  const titles = wrapped(title, titleWidth);
  const values = lines.flatMap((line) => wrapped(line, beside));
  return Array.from({ length: Math.max(titles.length, values.length) }, (_, index): Line => {
    const name: Span = { text: filled(titles[index] ?? '', titleWidth, 'after'), as: 'quiet' };
    return { ...indented(INDENT * 2, name, GAP, filled(values[index] ?? '', 0, 'after')), isWhole: true };
  });
}
