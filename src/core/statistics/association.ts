import { chiSquareTest } from './chi-square.ts';
import { type Counts, expectedCounts, marginsOf, withoutEmpty } from './contingency-table.ts';
import { correctedCramersV } from './cramers-v.ts';
import { countTables, exactTest } from './exact-test.ts';
import { permutationTest } from './permutation-test.ts';

/** How much two things hang together, how likely as much would be by chance alone, and by which test. */
export interface Association {
  /** Cramér's V, corrected for what chance alone would make of it. */
  readonly size: number;
  readonly p: number;
  readonly test: 'exact' | 'permutation' | 'chi-square';
}

/** Whether rows and columns hang together, and how much; undefined if there are not two of each. */
export function associationIn(table: Counts): Association | undefined {
  const counts = withoutEmpty(table);
  if (counts.length < 2 || (counts[0]?.length ?? 0) < 2) return undefined;
  const test = testFor(counts);
  return { size: correctedCramersV(counts), p: TESTS[test](counts), test };
}

const TESTS: Readonly<Record<Association['test'], (table: Counts) => number>> = {
  exact: exactTest,
  permutation: permutationTest,
  'chi-square': chiSquareTest,
};

/**
 * Exact as long as all tables can be gone through, for it is never wrong more often than it says. Chi-square comes near it
 * where every cell is expected to hold five (Cochran 1954), least so for 2 × 2, which is nearly always exact here.
 */
function testFor(table: Counts): Association['test'] {
  const margins = marginsOf(table);
  if (countTables(margins) <= MOST_TABLES) return 'exact';
  const isFull = expectedCounts(margins).every((row) => row.every((count) => count >= 5));
  return isFull ? 'chi-square' : 'permutation';
}

const MOST_TABLES = 20_000;
