import { REJECTED_HEADINGS } from '../core/exchange/imported-deal.ts';

/** Whether a table is one of rejected rows that an earlier import wrote. */
export function isRejectedTable(headings: readonly string[]): boolean {
  return REJECTED_HEADINGS.every((heading, index) => headings[index] === heading);
}
