import { type Line, line, type Page, quiet } from '../core/page.ts';
import { spokenText } from '../core/text/spoken-text.ts';
import { capitalised } from '../core/text/sentence.ts';
import type { Table } from '../core/table.ts';
import type { FigureWords } from './figure-words.ts';
import { UNBROKEN } from '../core/text/unbroken.ts';
import { tableCell } from './table-cell.ts';

/** A table for somebody who hears it: a line for each row, and in it every value with its heading. Empty cells are not said. */
export function spokenTable({ columns: [first, ...columns], rows, notes }: Table): Page {
  if (first === undefined) return [];
  const said = Array.from(rows, ([label, ...cells]) =>
    spokenRow(
      tableCell(label, first),
      columns.map((column, index) => [column.title, tableCell(cells[index], column)] as const),
    ),
  );
  return [...said.map((text) => line(text)), ...notes.map((note) => line(quiet(note)))];
}

/** The rows of a figure in the same way, without bars: what they show is said in numbers. */
export function spokenFigure({ columns, rows }: FigureWords): readonly Line[] {
  return rows.map(({ label, cells }) =>
    line(
      spokenRow(
        label,
        columns.map(({ title }, index) => [title, (cells[index] ?? []).join('; ')] as const),
      ),
    ),
  );
}

/** "D1. Ended: 2026-11-20. Deal: Northwind Logistics. Amount: 148,000 EUR." What has no heading belongs to what stands before it. */
function spokenRow(label: string, cells: readonly (readonly [title: string, text: string])[]): string {
  const said = [label];
  for (const [title, text] of cells) {
    if (text === '') continue;
    said.push(title === '' ? `${said.pop()} ${text}` : `${title}: ${text}`);
  }
  return said.map((text) => capitalised(sentence(spokenText(text.replaceAll(UNBROKEN, ' '))))).join(' ');
}

function sentence(text: string): string {
  return /[.?!…]$/.test(text) ? text : `${text}.`;
}
