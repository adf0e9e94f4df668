import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '../../support/any-text.ts';
import { readAmount, readNumber } from '../../../src/core/money/read-amount.ts';

describe('a number', () => {
  test.each([
    ['148', 148],
    ['148.000', 148_000],
    ['148,000', 148_000],
    ['148 000', 148_000],
    ["148'000", 148_000],
    ['1.234.567', 1_234_567],
    ['1,234,567', 1_234_567],
    ['12,34,567', 1_234_567],
    ['1.234,56', 1234.56],
    ['1,234.56', 1234.56],
    ['1.234.567,8', 1_234_567.8],
    ['12,5', 12.5],
    ['0.500', 0.5],
    ['0,5', 0.5],
    ['1234.567', 1234.567],
    ['48000.505', 48_000.505],
  ])('%s is %d', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  test.each(['', 'x', '1,2,3', '12.5.2026', '1.234.56', '1,234.567.890', '.5', '-5', '1e5', '٣'])(
    '%j is none',
    (text) => {
      expect(readNumber(text)).toBeUndefined();
    },
  );
});

describe('an amount', () => {
  test.each<[string, number, string | undefined, number | undefined, string]>([
    ['148k', 148_000, undefined, undefined, ''],
    ['148K, onboarding free', 148_000, undefined, undefined, ', onboarding free'],
    ['148,000, onboarding free', 148_000, undefined, undefined, ', onboarding free'],
    ['148.000. Onboarding free', 148_000, undefined, undefined, '. Onboarding free'],
    ['1.2M', 1_200_000, undefined, undefined, ''],
    ['1.2m', 1_200_000, undefined, undefined, ''],
    ['2m 36m', 2_000_000, undefined, undefined, ' 36m'],
    ['1.5 million', 1_500_000, undefined, undefined, ''],
    ['€45,000', 45_000, 'EUR', undefined, ''],
    ['€3m', 3_000_000, 'EUR', undefined, ''],
    ['3m EUR', 3_000_000, 'EUR', undefined, ''],
    ['45.000 €', 45_000, 'EUR', undefined, ''],
    ['£9.50', 9.5, 'GBP', undefined, ''],
    ['45000 euros', 45_000, 'EUR', undefined, ''],
    ['120k euro', 120_000, 'EUR', undefined, ''],
    ['1.2 million Euros, 24 months', 1_200_000, 'EUR', undefined, ', 24 months'],
    ['120000 dollars', 120_000, 'USD', undefined, ''],
    ['4k pounds/mo', 4000, 'GBP', 1, ''],
    ['30000 Franken', 30_000, 'CHF', undefined, ''],
    ['12.000 euros al año', 12_000, 'EUR', undefined, ' al año'],
    ['9000 dólares', 9000, 'USD', undefined, ''],
    ['45000 eurozone', 45_000, undefined, undefined, ' eurozone'],
    ['¥48000', 48_000, 'JPY', undefined, ''],
    ['EUR 1.234,56', 1234.56, 'EUR', undefined, ''],
    ['eur 148k', 148_000, 'EUR', undefined, ''],
    ['148k eur 12m', 148_000, 'EUR', undefined, ' 12m'],
    ['148k EUR', 148_000, 'EUR', undefined, ''],
    ['48k XYZ', 48_000, 'XYZ', undefined, ''],
    ['$4,000/mo', 4000, 'USD', 1, ''],
    ['$4,000 per month', 4000, 'USD', 1, ''],
    ['4k a year', 4000, undefined, 12, ''],
    ['4k/mo EUR 12m', 4000, 'EUR', 1, ' 12m'],
    ['48k/yr 2y', 48_000, undefined, 12, ' 2y'],
    ['148 000 EUR', 148_000, 'EUR', undefined, ''],
    ['48000 120 days', 48_000, undefined, undefined, ' 120 days'],
    ['148k (12m)', 148_000, undefined, undefined, ' (12m)'],
    ['48000 for 12 months', 48_000, undefined, undefined, ' for 12 months'],
    ['500 EUR per seat', 500, 'EUR', undefined, ' per seat'],
    ['148k 50 users', 148_000, undefined, undefined, ' 50 users'],
  ])('%j', (line, amount, currency, perMonths, rest) => {
    expect(readAmount(line, undefined)).toEqual({ amount, currency, perMonths, rest });
  });

  test.each([
    '12m',
    '12 months',
    '12-month',
    '2y',
    '2 years',
    '1 year',
    '10 users, 24 months',
    '3 seats at 400 each',
    '2 x 5000',
    '2x5000',
    '2 × 5000',
    '1000/q 12m',
    'onboarding free',
    'net 30',
    '5% off',
    '3rd party',
    '30min',
    '-5',
    '',
    '.5k',
  ])('%j is none', (line) => {
    expect(readAmount(line, undefined)).toBeUndefined();
  });

  test('the dollar is the one that the person uses', () => {
    expect(readAmount('$4k', 'CAD')?.currency).toBe('CAD');
  });
});

describe('laws', () => {
  test('a number reads the same as in Berlin and in Boston', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
        const decimals = String(cents).padStart(2, '0');
        const value = Number(`${whole}.${decimals}`);
        expect(readNumber(`${whole.toLocaleString('de')},${decimals}`)).toBe(value);
        expect(readNumber(`${whole.toLocaleString('en')}.${decimals}`)).toBe(value);
      }),
    );
  });

  test('no text makes it throw, and what it leaves is the end of the line', () => {
    const unit = fc.constantFrom(
      '1',
      '48',
      '000',
      '.',
      ',',
      ' ',
      'k',
      'm',
      'M',
      'EUR',
      '€',
      '/mo',
      'y',
      'x',
      "'",
      '\u00a0',
    );
    const line = fc.oneof(
      anyText(),
      fc.array(unit, { maxLength: 9 }).map((units) => units.join('')),
    );
    fc.assert(
      fc.property(line, (one) => {
        const found = readAmount(one, undefined);
        expect(found === undefined || one.endsWith(found.rest)).toBe(true);
        expect(found?.amount ?? 0).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
  });
});
