import { type Line, line, type Page, quiet } from '../core/page.ts';
import type { Column, Table } from '../core/table.ts';
import { cutText } from './cut-text.ts';
import { tableCell } from './table-cell.ts';
import { readyFor, textWidth } from './text-width.ts';

/**
 * A table for a person: aligned columns, cut to the width of the terminal. Narrow screens lose the columns that are first to
 * go, then the last ones, then width in the widest. A table without rows is its notes.
 */
export async function textTable({ columns: all, rows, notes }: Table, width: number): Promise<Page> {
  const inWords = [...rows].map((row) => all.map((column, index) => tableCell(row[index], column)));
  const cells = inWords.length === 0 ? [] : [all.map(({ title }) => title), ...inWords];
  await readyFor(cells.flat().join(''), Number.POSITIVE_INFINITY);
  const natural = all.map((_, index) => Math.max(0, ...cells.map((row) => textWidth(row[index] ?? ''))));
  const kept = columnsIn(all, natural, width);
  const widths = fitted(
    kept.map((index) => natural[index] ?? 0),
    width,
  );
  const lines = cells.map((row) =>
    kept
      .map((index, place) => aligned(row[index] ?? '', widths[place] ?? 0, all[index]))
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

/** The places of the columns that are shown. */
function columnsIn(columns: readonly Column[], widths: readonly number[], width: number): readonly number[] {
  const isWide = widths.reduce((sum, one) => sum + one, 0) + GAP.length * (columns.length - 1) > width;
  const most = Math.max(1, Math.floor((width + GAP.length) / (NARROWEST + GAP.length)));
  return [...columns.keys()].filter((index) => !(isWide && columns[index]?.isFirstToGo)).slice(0, most);
}

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
