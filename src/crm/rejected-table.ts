import { REJECTED_HEADINGS } from '../core/imported-deal.ts';

/** Whether a table is one of rejected rows that an earlier import wrote. */
export function isRejectedTable(headings: readonly string[]): boolean {
  return REJECTED_HEADINGS.every((heading, index) => headings[index] === heading);
}

/** A cell of it as it was before: there is a mark before what a spreadsheet would take for a formula. */
export function unescaped(cell: string): string {
  return /^'[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(cell) ? cell.slice(1) : cell;
}
