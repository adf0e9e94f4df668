import fc from 'fast-check';
import type { Counts } from '../../src/core/statistics/contingency-table.ts';

/** Any table of at least 2 × 2 in which no row and no column is empty. */
export function anyCounts(most: { rows: number; columns: number; cell: number }): fc.Arbitrary<Counts> {
  return fc
    .tuple(fc.integer({ min: 2, max: most.rows }), fc.integer({ min: 2, max: most.columns }))
    .chain(([rows, columns]) => {
      const row = fc.array(fc.nat(most.cell), { minLength: columns, maxLength: columns });
      return fc.array(row, { minLength: rows, maxLength: rows });
    })
    .filter((table) => table.every(hasSome) && transposed(table).every(hasSome));
}

/** Rows become columns. */
export function transposed(table: Counts): Counts {
  return (table[0] ?? []).map((_, column) => table.map((row) => row[column] ?? 0));
}

function hasSome(counts: readonly number[]): boolean {
  return counts.some((count) => count > 0);
}
