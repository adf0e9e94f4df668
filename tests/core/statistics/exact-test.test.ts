import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Counts, marginsOf } from '../../../src/core/statistics/contingency-table.ts';
import { countTables, exactTest } from '../../../src/core/statistics/exact-test.ts';
import { anyCounts, transposed } from '../../support/any-counts.ts';

const tiny = anyCounts({ rows: 3, columns: 3, cell: 2 }).filter((table) => marginsOf(table).total <= 7);
const small = anyCounts({ rows: 4, columns: 2, cell: 6 });

describe('the exact test', () => {
  test.each<[string, Counts, number]>([
    [
      'the tea tasting (Fisher 1935; Agresti 2007, 2.6.2)',
      [
        [3, 1],
        [1, 3],
      ],
      34 / 70,
    ],
    [
      'the tea tasting without a mistake',
      [
        [4, 0],
        [0, 4],
      ],
      2 / 70,
    ],
    [
      'the convictions of twins (Fisher 1962, in R, fisher.test)',
      [
        [2, 15],
        [10, 3],
      ],
      0.0005367,
    ],
    [
      'mathematicians and biologists (Weisstein, MathWorld)',
      [
        [5, 0],
        [1, 4],
      ],
      1 / 21,
    ],
  ])('gives the published p for %s', (_, table, p) => {
    expect(exactTest(table)).toBeCloseTo(p, 6);
  });

  test('agrees with dealing out every order of the deals', () => {
    fc.assert(
      fc.property(tiny, (table) => {
        expect(exactTest(table)).toBeCloseTo(byEveryOrder(table), 9);
      }),
      { numRuns: 60 },
    );
  });

  test('does not depend on the order of rows and columns, nor on which are which', () => {
    fc.assert(
      fc.property(small, (table) => {
        const p = exactTest(table);
        expect(exactTest(table.toReversed())).toBeCloseTo(p, 9);
        expect(exactTest(table.map((row) => row.toReversed()))).toBeCloseTo(p, 9);
        expect(exactTest(transposed(table))).toBeCloseTo(p, 9);
      }),
    );
  });

  test('says of no table that it is less likely than all that are as rare', () => {
    fc.assert(
      fc.property(small, (table) => {
        expect(exactTest(table)).toBeGreaterThan(0);
        expect(exactTest(table)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('counts no fewer tables than there are', () => {
    fc.assert(
      fc.property(tiny, (table) => {
        expect(countTables(marginsOf(table))).toBeGreaterThanOrEqual(new Set(everyTable(table).map(String)).size);
      }),
      { numRuns: 60 },
    );
  });

  test('stays exact for two levels of 100,000 deals', () => {
    // As scipy.stats.fisher_exact has it.
    const table = [
      [5, 0],
      [40_000, 59_995],
    ];
    expect(exactTest(table)).toBeCloseTo(0.0102449, 6);
  });
});

/** The share of all ways to deal out the columns' labels over the rows' places whose table is no likelier than this one. */
function byEveryOrder(table: Counts): number {
  const every = everyTable(table).map(String);
  const times = new Map<string, number>();
  for (const one of every) times.set(one, (times.get(one) ?? 0) + 1);
  const own = times.get(String(table)) ?? 0;
  return every.filter((one) => (times.get(one) ?? 0) <= own).length / every.length;
}

function everyTable(table: Counts): readonly Counts[] {
  const places = table.flatMap((row, index) => row.flatMap((count) => Array.from({ length: count }, () => index)));
  const labels = table.flatMap((row) => row.flatMap((count, index) => Array.from({ length: count }, () => index)));
  return everyOrder(labels).map((order) =>
    table.map((row, rowIndex) =>
      row.map((_, column) => order.filter((label, place) => label === column && places[place] === rowIndex).length),
    ),
  );
}

function everyOrder(labels: readonly number[]): readonly (readonly number[])[] {
  if (labels.length < 2) return [labels];
  return labels.flatMap((label, index) => everyOrder(labels.toSpliced(index, 1)).map((rest) => [label, ...rest]));
}
