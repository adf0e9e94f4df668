import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimalsOf, isCurrency, sayMoney, toMajor, toMoney, totals } from '../../../src/core/money/money.ts';

test.each([
  ['EUR', 2],
  ['JPY', 0],
  ['KWD', 3],
])('%s has %i decimals', (currency, decimals) => {
  expect(decimalsOf(currency)).toBe(decimals);
});

test.each(['EUR', 'USD', 'JPY', 'INR'])('%s is a currency', (code) => {
  expect(isCurrency(code)).toBe(true);
});

test.each(['XYZ', 'eur', '', 'EURO', '__proto__'])('%j is no currency', (code) => {
  expect(isCurrency(code)).toBe(false);
});

test.each([
  [148_000, 'EUR', 14_800_000],
  [0.1, 'EUR', 10],
  [1.15, 'USD', 115],
  [4.35, 'USD', 435],
  [48_000, 'JPY', 48_000],
  [1.234, 'KWD', 1234],
  [999_999_999_999.99, 'EUR', 99_999_999_999_999],
])('%d %s is kept as %i of the smallest unit', (major, currency, minor) => {
  expect(toMoney(major, currency)).toEqual({ minor, currency });
});

test.each([
  [1.005, 'EUR'],
  [48_000.505, 'EUR'],
  [123_456_789.123, 'USD'],
  [10.5, 'JPY'],
  [1.2345, 'KWD'],
  [Number.NaN, 'EUR'],
  [Number.POSITIVE_INFINITY, 'EUR'],
  [1e20, 'EUR'],
])('%d %s cannot be kept exactly, and is not rounded in secret', (major, currency) => {
  expect(toMoney(major, currency)).toBeUndefined();
});

test.each([
  [{ minor: 4_800_000, currency: 'EUR' }, '48,000.00 EUR', '48,000 EUR'],
  [{ minor: 4_800_050, currency: 'EUR' }, '48,000.50 EUR', '48,000.50 EUR'],
  [{ minor: 99_900, currency: 'USD' }, '999.00 USD', '999 USD'],
  [{ minor: 48_000, currency: 'JPY' }, '48,000 JPY', '48,000 JPY'],
  [{ minor: 1234, currency: 'KWD' }, '1.234 KWD', '1.234 KWD'],
  [{ minor: -150, currency: 'EUR' }, '-1.50 EUR', '-1.50 EUR'],
])('%j is said exactly and in short', (money, exact, short) => {
  expect([sayMoney(money), sayMoney(money, 'short')]).toEqual([exact, short]);
});

test('amounts of different currencies are never added', () => {
  const amounts = [
    { minor: 14_800_000, currency: 'EUR' },
    { minor: 500_000, currency: 'USD' },
    { minor: 6_100_000, currency: 'EUR' },
  ];
  expect(totals(amounts)).toEqual([
    { minor: 20_900_000, currency: 'EUR' },
    { minor: 500_000, currency: 'USD' },
  ]);
});

test('an amount as JSON shows it becomes the same money again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e14 }), fc.constantFrom('EUR', 'JPY', 'KWD'), (minor, currency) => {
      expect(toMoney(toMajor({ minor, currency }), currency)).toEqual({ minor, currency });
    }),
  );
});
