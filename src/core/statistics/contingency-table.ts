/** How many there are of each kind: rows by columns, such as the levels of a field by won and lost. */
export type Counts = readonly (readonly number[])[];

/** The sums of a table by row, by column, and of all. */
export interface Margins {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly total: number;
}

/** Sums a table up; its rows are of one length. */
export function marginsOf(table: Counts): Margins {
  const rows = table.map(sum);
  const columns = (table[0] ?? []).map((_, column) => sum(table.map((row) => row[column] ?? 0)));
  return { rows, columns, total: sum(rows) };
}

/**
 * The same margins with the largest last. Whatever is forced by the margins is then the largest row and column, so there is
 * least to go through, and a table has the same p in whatever order it is written.
 */
export function ascending({ rows, columns, total }: Margins): Margins {
  return { rows: rows.toSorted(bySize), columns: columns.toSorted(bySize), total };
}

function bySize(one: number, other: number): number {
  return one - other;
}

/** The table without rows and columns that are all zero: they say nothing, and would count as degrees of freedom. */
export function withoutEmpty(table: Counts): Counts {
  const { rows, columns } = marginsOf(table);
  return table.filter((_, row) => rows[row] !== 0).map((row) => row.filter((_, column) => columns[column] !== 0));
}

/** What each cell would hold if rows and columns had nothing to do with each other. */
export function expectedCounts({ rows, columns, total }: Margins): Counts {
  return rows.map((row) => columns.map((column) => (row * column) / total));
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
