import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currencyInHeading, readCrmAmount } from '../../src/crm/crm-amount.ts';

describe('an amount of an export', () => {
  test.each([
    ['148000', 148_000, undefined],
    ['148000.5', 148_000.5, undefined],
    ['45k', 45_000, undefined],
    ['1.2M', 1_200_000, undefined],
    ['$45,000', 45_000, 'USD'],
    ['US$ 45,000.00', 45_000, 'USD'],
    ['(1,200.00)', -1200, undefined],
    ['-1,200.00', -1200, undefined],
    ['1.234,56 €', 1234.56, 'EUR'],
    ['€ 1.234,56', 1234.56, 'EUR'],
    ['1 234,56 €', 1234.56, 'EUR'],
    ['1’234.50 CHF', 1234.5, 'CHF'],
    ['EUR 1,234,567', 1_234_567, 'EUR'],
    ['12,34,567.00', 1_234_567, undefined],
    ['R$ 1.234,56', 1234.56, 'BRL'],
    ['0.125', 0.125, undefined],
    ['$-500', -500, 'USD'],
  ])('%s is %d %s', (text, amount, currency) => {
    expect(readCrmAmount(text, undefined)).toMatchObject({ amount, currency });
  });

  test.each(['TBD', '3705.55x', '12 months', 'n/a', '', '1,2,3', '(100', '100)', '--5', '1.2.3,4,5', '12 qqq'])(
    '%j is none',
    (text) => {
      expect(readCrmAmount(text, undefined)).toBeUndefined();
    },
  );

  test('with one mark before three digits is what the decimal sign of its column makes of it', () => {
    expect(readCrmAmount('1.234', undefined)?.amount).toBe(1234);
    expect(readCrmAmount('1.234', ',')?.amount).toBe(1234);
    expect(readCrmAmount('1.234', '.')?.amount).toBe(1.234);
    expect(readCrmAmount('1,234', ',')?.amount).toBe(1.234);
  });

  test('shows its decimal sign where only one reading is left', () => {
    expect(readCrmAmount('1.234,5', undefined)?.shows).toBe(',');
    expect(readCrmAmount('1,234,567', undefined)?.shows).toBe('.');
    expect(readCrmAmount('1234.5', undefined)?.shows).toBe('.');
    expect(readCrmAmount('1.234', undefined)?.shows).toBeUndefined();
  });

  test('is the same written as in Boston and as in Berlin', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_99 }), (cents) => {
        const amount = cents / 100;
        const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
        expect(readCrmAmount(amount.toLocaleString('en-US', digits), '.')?.amount).toBe(amount);
        expect(readCrmAmount(amount.toLocaleString('de-DE', digits), ',')?.amount).toBe(amount);
      }),
    );
  });
});

test.each([
  ['Amount (EUR)', 'EUR'],
  ['Opportunity Amount USD', 'USD'],
  ['Valor R$', 'BRL'],
  ['ACV', undefined],
  ['Amount', undefined],
])('the heading %s tells %s', (heading, currency) => {
  expect(currencyInHeading(heading)).toBe(currency);
});
