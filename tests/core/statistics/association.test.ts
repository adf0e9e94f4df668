import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { associationIn } from '../../../src/core/statistics/association.ts';
import { chiSquareOf, chiSquareTest } from '../../../src/core/statistics/chi-square.ts';
import { type Counts, marginsOf } from '../../../src/core/statistics/contingency-table.ts';
import { correctedCramersV, cramersV } from '../../../src/core/statistics/cramers-v.ts';
import { anyCounts } from '../../support/any-counts.ts';

/** Party by gender (Agresti 2007, page 39; in R, chisq.test). */
const PARTY = [
  [762, 327, 468],
  [484, 239, 477],
];

describe('chi-square', () => {
  test('is the published one for party by gender', () => {
    expect(chiSquareOf(PARTY)).toBeCloseTo(30.07, 2);
    expect(chiSquareTest(PARTY) / 2.954e-7).toBeCloseTo(1, 3);
  });
});

describe("Cramér's V", () => {
  test.each<[string, Counts, number]>([
    [
      'gear by engine of 32 cars (R, confintr)',
      [
        [12, 7],
        [6, 7],
      ],
      0.1683451,
    ],
    [
      '2 × 3 (R, rcompanion)',
      [
        [6, 8, 12],
        [9, 5, 9],
      ],
      0.1775,
    ],
  ])('is the published one for %s', (_, table, strength) => {
    expect(cramersV(table)).toBeCloseTo(strength, 4);
  });

  test('is corrected for what chance adds, as Bergsma 2013 has it', () => {
    // sqrt((30.0701 / 2757 - 2 / 2756) / (1 - 1 / 2756)), beside 0.1044 as it is.
    expect(correctedCramersV(PARTY)).toBeCloseTo(0.10092, 5);
  });

  test('is 1 where one determines the other, and 0 where they go their own ways', () => {
    const [determined, apart] = [
      [
        [9, 0],
        [0, 7],
      ],
      [
        [6, 4],
        [9, 6],
      ],
    ];
    expect([cramersV(determined), correctedCramersV(determined)]).toEqual([1, 1]);
    expect([cramersV(apart), correctedCramersV(apart)]).toEqual([0, 0]);
  });

  test('lies between 0 and 1, and the correction only ever takes away', () => {
    fc.assert(
      fc.property(anyCounts({ rows: 5, columns: 4, cell: 20 }), (table) => {
        const corrected = correctedCramersV(table);
        expect(corrected).toBeGreaterThanOrEqual(0);
        expect(corrected).toBeLessThanOrEqual(Math.min(1, cramersV(table) + 1e-12));
      }),
    );
  });
});

describe('which test is made', () => {
  test.each<[string, Counts]>([
    [
      'exact',
      [
        [8, 3],
        [2, 9],
      ],
    ],
    [
      'exact',
      [
        [5, 0],
        [40_000, 59_995],
      ],
    ],
    [
      'exact',
      [
        [9, 6],
        [5, 10],
        [8, 7],
        [4, 11],
      ],
    ],
    [
      'permutation',
      [
        [5, 2],
        [4, 6],
        [7, 3],
        [5, 1],
        [2, 6],
        [3, 3],
        [1, 7],
      ],
    ],
    ['chi-square', PARTY],
    [
      'chi-square',
      [
        [22, 18],
        [15, 25],
        [20, 20],
        [18, 22],
        [11, 29],
      ],
    ],
  ])('is %s for %j', (name, table) => {
    expect(associationIn(table)?.test).toBe(name);
  });

  test('is no matter of what nobody answered', () => {
    const asked = [
      [8, 3],
      [2, 9],
    ];
    const unanswered = [
      [8, 3, 0],
      [0, 0, 0],
      [2, 9, 0],
    ];
    expect(associationIn(unanswered)).toEqual(associationIn(asked));
  });

  test.each<[string, Counts]>([
    ['nothing', []],
    ['one level', [[8, 3]]],
    [
      'levels without a win',
      [
        [0, 3],
        [0, 9],
      ],
    ],
    [
      'a level and an empty one',
      [
        [8, 3],
        [0, 0],
      ],
    ],
  ])('is none for %s', (_, table) => {
    expect(associationIn(table)).toBeUndefined();
  });

  test('chi-square and exact say nearly the same where both may be asked', () => {
    const table = [
      [60, 40],
      [45, 55],
      [38, 62],
    ];
    const found = associationIn(table);
    expect(found?.test).toBe('exact');
    expect(chiSquareTest(table)).toBeCloseTo(found?.p ?? 0, 2);
  });

  test('a size that is no more than what rounding leaves is none', () => {
    expect(
      correctedCramersV([
        [0, 1],
        [3, 2],
      ]),
    ).toBe(0);
    expect(
      correctedCramersV([
        [3, 2],
        [0, 1],
      ]),
    ).toBe(0);
  });

  test('p and size stay when rows or columns are written in another order', () => {
    fc.assert(
      fc.property(anyCounts({ rows: 6, columns: 2, cell: 12 }), (table) => {
        const { p, size } = associationIn(table) ?? { p: 0, size: 0 };
        for (const other of [table.toReversed(), table.map((row) => row.toReversed())]) {
          expect(associationIn(other)?.p).toBeCloseTo(p, 9);
          expect(associationIn(other)?.size).toBeCloseTo(size, 9);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('margins add up to all deals', () => {
    expect(marginsOf(PARTY)).toEqual({ rows: [1557, 1200], columns: [1246, 566, 945], total: 2757 });
  });
});
