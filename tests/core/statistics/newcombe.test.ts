import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { levelForEach } from '../../../src/core/statistics/bonferroni.ts';
import { excludesZero, newcombe } from '../../../src/core/statistics/newcombe.ts';

const share = fc
  .tuple(fc.nat(200), fc.nat(200))
  .filter(([won, lost]) => won + lost > 0)
  .map(([won, lost]) => ({ count: won, total: won + lost }));

describe('the interval of a difference', () => {
  // Newcombe 1998, Statistics in Medicine 17:873, table II, method 10.
  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('is the published one for %i/%i - %i/%i', (count, total, otherCount, otherTotal, low, high) => {
    const found = newcombe({ count, total }, { count: otherCount, total: otherTotal });
    expect(found?.difference).toBeCloseTo(count / total - otherCount / otherTotal, 12);
    expect(found?.low).toBeCloseTo(low, 4);
    expect(found?.high).toBeCloseTo(high, 4);
  });

  test('is unknown where one share is of nothing', () => {
    expect(newcombe({ count: 3, total: 5 }, { count: 0, total: 0 })).toBeUndefined();
    expect(newcombe({ count: 0, total: 0 }, { count: 3, total: 5 })).toBeUndefined();
  });

  test('holds the difference, between -1 and 1', () => {
    fc.assert(
      fc.property(share, share, (one, other) => {
        const { difference, low, high } = newcombe(one, other) ?? { difference: 0, low: 1, high: 0 };
        expect(-1 - 1e-12 <= low && low <= difference && difference <= high && high <= 1 + 1e-12).toBe(true);
      }),
    );
  });

  test('turns around when the groups are swapped', () => {
    fc.assert(
      fc.property(share, share, (one, other) => {
        const [there, back] = [newcombe(one, other), newcombe(other, one)];
        expect(back?.low).toBeCloseTo(-(there?.high ?? Number.NaN), 12);
        expect(back?.high).toBeCloseTo(-(there?.low ?? Number.NaN), 12);
      }),
    );
  });
});

describe('a difference', () => {
  test.each([
    ['12 of 20 beside 4 of 20', { count: 12, total: 20 }, { count: 4, total: 20 }, true],
    ['4 of 20 beside 12 of 20', { count: 4, total: 20 }, { count: 12, total: 20 }, true],
    ['3 of 5 beside 1 of 5', { count: 3, total: 5 }, { count: 1, total: 5 }, false],
    ['9 of 20 beside 9 of 20', { count: 9, total: 20 }, { count: 9, total: 20 }, false],
  ])('is called one only if its interval excludes zero: %s', (_, one, other, isOne) => {
    const found = newcombe(one, other);
    expect(found && excludesZero(found)).toBe(isOne);
  });

  test('that stands alone may vanish among many compared', () => {
    const [one, other] = [
      { count: 12, total: 20 },
      { count: 5, total: 20 },
    ];
    const alone = newcombe(one, other, levelForEach(1));
    const ofEight = newcombe(one, other, levelForEach(8));
    expect([alone, ofEight].map((found) => found && excludesZero(found))).toEqual([true, false]);
  });
});

describe('the level for each of several', () => {
  test.each([
    [0, 0.95],
    [1, 0.95],
    [5, 0.99],
    [10, 0.995],
  ])('of %i is %d', (comparisons, level) => {
    expect(levelForEach(comparisons)).toBeCloseTo(level, 12);
  });
});
