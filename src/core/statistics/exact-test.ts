import { ascending, type Counts, type Margins, marginsOf, sum } from './contingency-table.ts';
import { logFactorial, logFactorialsUpTo } from './distributions.ts';

/**
 * The exact test of independence: how likely are the tables with these margins that are no likelier than this one (Fisher
 * 1935 for 2 × 2, Freeman & Halton 1951 for more). It goes through all of them; `countTables` says how many.
 */
export function exactTest(table: Counts): number {
  const margins = ascending(marginsOf(table));
  const scale = logFactorials([...margins.rows, ...margins.columns]) - logFactorial(margins.total);
  const limit = rarityLimit(table);
  let p = 0;
  eachRarity(margins, (rarity) => {
    if (rarity >= limit) p += Math.exp(scale - rarity);
  });
  return Math.min(1, p);
}

/** At least as many as there are tables with these margins. */
export function countTables(margins: Margins): number {
  const { rows, columns } = ascending(margins);
  const free = rows.slice(0, -1).flatMap((row) => columns.slice(0, -1).map((column) => Math.min(row, column) + 1));
  return free.reduce((product, choices) => product * choices, 1);
}

/** A table is no likelier than this one from this rarity on, the sum of the logarithms of its cells' factorials. */
export function rarityLimit(table: Counts): number {
  return sum(table.map(logFactorials)) - SAME;
}

// Two tables that are equally likely may differ in the last digits, by the order of adding up (as R's fisher.test has it).
const SAME = 1e-7;

function logFactorials(counts: readonly number[]): number {
  return sum(counts.map(logFactorial));
}

/** The rarity of each table with these margins, once: cell by cell, with the last row and column as the margins force them. */
function eachRarity({ rows, columns, total }: Margins, visit: (rarity: number) => void): void {
  const logs = logFactorialsUpTo(total);
  const left = [...columns];
  const log = (count: number): number => logs[count] ?? 0;
  const fill = (row: number, column: number, unplaced: number, rarity: number): void => {
    if (row === rows.length - 1) {
      visit(left.reduce((total, count) => total + log(count), rarity));
      return;
    }
    const room = left[column] ?? 0;
    const isLast = column === columns.length - 1;
    if (isLast && unplaced > room) return;
    for (let cell = isLast ? unplaced : 0; cell <= Math.min(unplaced, room); cell += 1) {
      left[column] = room - cell;
      if (isLast) fill(row + 1, 0, rows[row + 1] ?? 0, rarity + log(cell));
      else fill(row, column + 1, unplaced - cell, rarity + log(cell));
    }
    left[column] = room;
  };
  fill(0, 0, rows[0] ?? 0, 0);
}
