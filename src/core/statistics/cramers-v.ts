import { chiSquareOf } from './chi-square.ts';
import { type Counts, marginsOf } from './contingency-table.ts';

/** How strongly rows and columns hang together, from 0 to 1 (Cramér 1946); no row or column may be empty. */
export function cramersV(table: Counts): number {
  const { rows, columns, total } = marginsOf(table);
  return Math.sqrt(chiSquareOf(table) / total / (Math.min(rows.length, columns.length) - 1));
}

/**
 * Cramér's V less what chance alone would add to it (Bergsma 2013). Plain V grows with the number of levels: of sixty deals
 * in five levels that mean nothing it makes a quarter, and a field would look stronger than a step for having more levels.
 */
export function correctedCramersV(table: Counts): number {
  const { rows, columns, total } = marginsOf(table);
  const byChance = ((rows.length - 1) * (columns.length - 1)) / (total - 1);
  const left = chiSquareOf(table) / total - byChance;
  // Its root would make something of what rounding leaves where nothing is.
  const strength = left < ROUNDING ? 0 : left;
  const levels = Math.min(...[rows.length, columns.length].map((count) => count - (count - 1) ** 2 / (total - 1)));
  return levels > 1 ? Math.min(1, Math.sqrt(strength / (levels - 1))) : 0;
}

/** Far below what any number of deals can differ by. */
const ROUNDING = 1e-12;
