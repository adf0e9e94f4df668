import { type Line, line, type Page, quiet } from '../core/page.ts';
import type { Column, Table } from '../core/table.ts';
import { cutText } from './cut-text.ts';
import { tableCell } from './table-cell.ts';
import { readyFor, textWidth } from './text-width.ts';

/** A table for a person: aligned columns, cut to the width of the terminal. Narrow screens lose the last columns, then width in the widest. */
export async function textTable({ columns: all, rows, notes }: Table, width: number): Promise<Page> {
  const columns = all.slice(0, Math.max(1, Math.floor((width + GAP.length) / (NARROWEST + GAP.length))));
  const cells = [
    columns.map(({ title }) => title),
    ...[...rows].map((row) => columns.map((column, index) => tableCell(row[index], column))),
  ];
  await readyFor(cells.flat().join(''), Number.POSITIVE_INFINITY);
  const widths = fitted(
    columns.map((_, index) => Math.max(...cells.map((row) => textWidth(row[index] ?? '')))),
    width,
  );
  const lines = cells.map((row) =>
    row
      .map((text, index) => aligned(text, widths[index] ?? 0, columns[index]))
      .join(GAP)
      .trimEnd(),
  );
  return [
    ...lines.map((text, index): Line => (index === 0 ? line({ text, as: 'heading' }) : line(text))),
    ...notes.map((note) => line(quiet(note))),
  ];
}

const GAP = '  ';
const NARROWEST = 6;

/** Takes columns off the widest until the line fits, or all are as narrow as they may get. */
function fitted(widths: readonly number[], width: number): readonly number[] {
  const fit = [...widths];
  const total = (): number => fit.reduce((sum, one) => sum + one, 0) + GAP.length * (fit.length - 1);
  while (total() > width) {
    const widest = Math.max(...fit);
    if (widest <= NARROWEST) break;
    fit[fit.indexOf(widest)] = widest - 1;
  }
  return fit;
}

function aligned(text: string, width: number, column: Column | undefined): string {
  const cut = cutText(text, width);
  const space = ' '.repeat(Math.max(0, width - textWidth(cut)));
  return column?.kind === 'money' || column?.kind === 'number' || column?.kind === 'share' ? space + cut : cut + space;
}
