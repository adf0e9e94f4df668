import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Counts, marginsOf, sum } from '../../../src/core/statistics/contingency-table.ts';
import { exactTest } from '../../../src/core/statistics/exact-test.ts';
import { permutationTest } from '../../../src/core/statistics/permutation-test.ts';
import { randomTables } from '../../../src/core/statistics/random-table.ts';
import { seededRandom } from '../../../src/core/statistics/seeded-random.ts';
import { anyCounts } from '../../support/any-counts.ts';

const DRAWS = 10_000;

describe('the permutation test', () => {
  test('gives the published p for job satisfaction by income (Agresti 2002, in R, fisher.test)', () => {
    const table = [
      [1, 3, 10, 6],
      [2, 3, 10, 7],
      [1, 6, 14, 12],
      [0, 1, 9, 11],
    ];
    expect(Math.abs(permutationTest(table) - 0.7827)).toBeLessThan(tolerance(0.7827));
  });

  test('comes as near to the exact test as so many draws allow', () => {
    fc.assert(
      fc.property(anyCounts({ rows: 4, columns: 3, cell: 4 }), (table) => {
        const p = exactTest(table);
        expect(Math.abs(permutationTest(table) - p)).toBeLessThan(tolerance(p));
      }),
      { numRuns: 25 },
    );
  });

  test('says the same each time, and in whatever order the table is written', () => {
    fc.assert(
      fc.property(anyCounts({ rows: 5, columns: 3, cell: 9 }), (table) => {
        const p = permutationTest(table);
        expect(permutationTest(table)).toBe(p);
        expect(permutationTest(table.toReversed())).toBe(p);
        expect(permutationTest(table.map((row) => row.toReversed()))).toBe(p);
      }),
      { numRuns: 10 },
    );
  });

  test('never says that something cannot be chance', () => {
    const table = [
      [50, 0],
      [0, 50],
    ];
    expect(permutationTest(table)).toBe(1 / DRAWS);
  });
});

describe('a table drawn by chance', () => {
  test('keeps the margins', () => {
    fc.assert(
      fc.property(anyCounts({ rows: 5, columns: 4, cell: 30 }), fc.integer(), (table, seed) => {
        const margins = marginsOf(table);
        const cells = randomTables(margins, seededRandom(seed))();
        expect(marginsOf(inRows(cells, margins.columns.length))).toEqual(margins);
      }),
    );
  });

  test.each([
    ['evenly', [4, 4], [4, 4], [1 / 70, 16 / 70, 36 / 70, 16 / 70, 1 / 70]],
    ['with little room below', [3, 7], [1, 9], [7 / 10, 3 / 10, 0, 0]],
    ['with little room above', [3, 7], [9, 1], [0, 0, 3 / 10, 7 / 10]],
    ['with all room below', [2, 18], [18, 2], [1 / 190, 36 / 190, 153 / 190]],
  ])('comes as often as it is likely: %s', (_, rows, columns, chances) => {
    const next = randomTables({ rows, columns, total: sum(rows) }, seededRandom(1));
    const first = Array.from({ length: DRAWS }, () => next()[0]);
    for (const [count, chance] of chances.entries()) {
      const share = first.filter((one) => one === count).length / DRAWS;
      expect(Math.abs(share - chance)).toBeLessThan(tolerance(chance));
    }
  });
});

describe('a seeded generator', () => {
  test('gives the same for the same seed, and something else for the next', () => {
    expect(thousands(1)).toEqual(thousands(1));
    const other = thousands(2);
    expect(thousands(1).filter((value, index) => value === other[index])).toEqual([]);
  });

  test.each([0, 1, 1948, -1])('fills 0 to 1 evenly from seed %i', (seed) => {
    const tenths = thousands(seed).map((value) => Math.floor(value * 10));
    for (let tenth = 0; tenth < 10; tenth += 1) {
      const share = tenths.filter((one) => one === tenth).length / tenths.length;
      expect(Math.abs(share - 0.1)).toBeLessThan(tolerance(0.1));
    }
  });
});

/** Five standard errors and one draw: a right answer lies further away once in millions of times. */
function tolerance(p: number): number {
  return 5 * Math.sqrt((p * (1 - p)) / DRAWS) + 2 / DRAWS;
}

function thousands(seed: number): readonly number[] {
  return Array.from({ length: 20_000 }, seededRandom(seed));
}

function inRows(cells: Uint32Array, columns: number): Counts {
  return Array.from({ length: cells.length / columns }, (_, row) =>
    Array.from({ length: columns }, (_none, column) => cells[row * columns + column] ?? 0),
  );
}
