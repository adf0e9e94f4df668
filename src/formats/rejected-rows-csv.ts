import { stringify } from 'csv-stringify/sync';
import { guarded } from '../core/text/guarded-text.ts';
import { REJECTED_HEADINGS, type RejectedRow } from '../core/exchange/imported-deal.ts';

/**
 * The rows that an import left out, some at a time, each as it came and with the reason before it, to be mended and imported
 * again. No text begins a formula.
 */
export async function* rejectedRowsCsv(
  headings: readonly string[],
  rows: AsyncIterable<readonly RejectedRow[]>,
): AsyncGenerator<string, void> {
  yield print([[...REJECTED_HEADINGS, ...headings]]);
  for await (const some of rows) yield print(some.map(({ row, why, cells }) => [row, why, ...cells]));
}

function print(rows: (string | number)[][]): string {
  return stringify(rows, { cast: { string: guarded } });
}
