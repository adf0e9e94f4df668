import { stringify } from 'csv-stringify/sync';
import { REJECTED_HEADINGS, type RejectedRow } from '../core/imported-deal.ts';

/** The rows that an import left out, each as it came and with the reason before it, to be mended and imported again. */
export function rejectedRowsCsv(headings: readonly string[], rows: readonly RejectedRow[]): string {
  return stringify([[...REJECTED_HEADINGS, ...headings], ...rows.map(({ row, why, cells }) => [row, why, ...cells])], {
    escape_formulas: true,
  });
}
