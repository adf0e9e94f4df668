import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sayNumber } from '../../../src/core/text/say-number.ts';

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [-1_234_567, '-1,234,567'],
  [1234.5, '1,234.5'],
  [0.0004, '0'],
])('%d is said as %s', (value, words) => {
  expect(sayNumber(value)).toBe(words);
});

test('every number that a report may hold is said as the platform says it', () => {
  const thousandths = fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }).map((whole) => whole / 1000);
  fc.assert(
    fc.property(fc.oneof(fc.maxSafeInteger(), thousandths), (value) => {
      expect(sayNumber(value)).toBe(value.toLocaleString('en', { maximumFractionDigits: 3 }));
    }),
  );
});
