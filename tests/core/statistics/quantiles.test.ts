import fc from 'fast-check';
import { expect, test } from 'vitest';
import { median, quartiles } from '../../../src/core/statistics/quantiles.ts';

// As R's quantile() gives them, whose default is definition 7 of Hyndman & Fan 1996.
test.each([
  [[3, 6, 7, 8, 8, 10, 13, 15, 16, 20], 7.25, 9, 14.5],
  [[3, 6, 7, 8, 8, 9, 10, 13, 15, 16, 20], 7.5, 9, 14],
  [[40, 10, 30, 20], 17.5, 25, 32.5],
  [[2, 1], 1.25, 1.5, 1.75],
  [[21], 21, 21, 21],
])('the quartiles of %j are those of R', (values, lower, middle, upper) => {
  expect(quartiles(values)).toEqual({ lower, median: middle, upper });
});

test('there are none of nothing', () => {
  expect(quartiles([])).toBeUndefined();
  expect(median([])).toBeUndefined();
});

test('half of the values are on either side of the median', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1 }), (days) => {
      const middle = median(days) ?? Number.NaN;
      expect(days.filter((value) => value <= middle).length * 2).toBeGreaterThanOrEqual(days.length);
      expect(days.filter((value) => value >= middle).length * 2).toBeGreaterThanOrEqual(days.length);
    }),
  );
});

test('values are left in their order', () => {
  const days = [40, 10, 30];
  quartiles(days);
  expect(days).toEqual([40, 10, 30]);
});
