import { type Counts, expectedCounts, marginsOf, sum } from './contingency-table.ts';
import { chiSquareTail } from './distributions.ts';

/** Pearson's test of independence (1900, with Fisher's degrees of freedom of 1922), without a correction for continuity. */
export function chiSquareTest(table: Counts): number {
  const { rows, columns } = marginsOf(table);
  return chiSquareTail(chiSquareOf(table), (rows.length - 1) * (columns.length - 1));
}

/** How far a table lies from independence; no row or column may be empty. */
export function chiSquareOf(table: Counts): number {
  const expected = expectedCounts(marginsOf(table));
  return sum(
    table.flatMap((cells, row) =>
      cells.map((count, column) => {
        const wanted = expected[row]?.[column] ?? 0;
        return (count - wanted) ** 2 / wanted;
      }),
    ),
  );
}
