import { lgam, ndtri } from 'cephes';
import { describe, expect, test } from 'vitest';
import { levelForEach } from '../../../src/core/statistics/bonferroni.ts';
import {
  chiSquareTail,
  logFactorial,
  logFactorialsUpTo,
  twoSidedZ,
} from '../../../src/core/statistics/distributions.ts';

test.each([
  [0.9, 1.644853626951],
  [0.95, 1.95996398454],
  [0.99, 2.575829303549],
  [0.999, 3.290526731492],
])('an interval at %d reaches %d standard errors', (level, z) => {
  expect(twoSidedZ(level)).toBeCloseTo(z, 11);
});

test.each(Array.from({ length: 14 }, (_, index) => index + 1))(
  'each of %i intervals reaches as far as the distribution says, whether it is looked up or worked out',
  (comparisons) => {
    const level = levelForEach(comparisons);
    expect(twoSidedZ(level)).toBeCloseTo(ndtri((1 + level) / 2), 11);
  },
);

describe('the tail of chi-square', () => {
  test.each([
    [3.841458820694124, 1, 0.05],
    [5.991464547107979, 2, 0.05],
    [18.307038053275146, 10, 0.05],
    [30, 3, 1.3800570312932e-6],
    [0, 4, 1],
  ])('from %d with %i degrees of freedom is %d', (value, degrees, p) => {
    expect(chiSquareTail(value, degrees) / p).toBeCloseTo(1, 9);
  });

  test.each([
    [20_000, 1, 0],
    [1e-30, 30, 1],
  ])('from %d with %i degrees of freedom, which no number can hold, is %d', (value, degrees, p) => {
    expect(chiSquareTail(value, degrees)).toBe(p);
  });

  test('is a bug to ask for without degrees of freedom', () => {
    expect(() => chiSquareTail(1, 0)).toThrow(RangeError);
  });
});

describe('factorials', () => {
  test.each([
    [0, 1],
    [1, 1],
    [5, 120],
    [20, 2_432_902_008_176_640_000],
  ])('%i! is %i', (n, factorial) => {
    expect(logFactorial(n)).toBeCloseTo(Math.log(factorial), 12);
  });

  test.each([170, 171])('of %i are what the gamma function says', (n) => {
    expect(logFactorial(n) / lgam(n + 1)).toBeCloseTo(1, 14);
  });

  test('are listed up to the last', () => {
    expect([...logFactorialsUpTo(4)].map((log) => Math.round(Math.exp(log)))).toEqual([1, 1, 2, 6, 24]);
  });
});
