import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { logFactorial } from '../../../src/core/statistics/distributions.ts';
import { wilson } from '../../../src/core/statistics/wilson.ts';

const share = fc
  .tuple(fc.nat(500), fc.nat(500))
  .filter(([won, lost]) => won + lost > 0)
  .map(([won, lost]) => ({ count: won, total: won + lost }));

describe('the interval of a share', () => {
  // Newcombe 1998, Statistics in Medicine 17:857, table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('is the published one for %i of %i', (count, total, low, high) => {
    const found = wilson({ count, total });
    expect(found?.rate).toBe(count / total);
    expect(found?.low).toBeCloseTo(low, 4);
    expect(found?.high).toBeCloseTo(high, 4);
  });

  test('is unknown for a share of nothing', () => {
    expect(wilson({ count: 0, total: 0 })).toBeUndefined();
  });

  test('holds the share, between 0 and 1', () => {
    fc.assert(
      fc.property(share, (one) => {
        const { rate, low, high } = wilson(one) ?? { rate: 0, low: 1, high: 0 };
        expect(0 <= low && low <= rate && rate <= high && high <= 1).toBe(true);
      }),
    );
  });

  test('is narrower for more deals at the same rate', () => {
    fc.assert(
      fc.property(share, fc.integer({ min: 2, max: 20 }), ({ count, total }, times) => {
        expect(widthOf(count * times, total * times)).toBeLessThan(widthOf(count, total));
      }),
    );
  });

  test('is wider at a higher level', () => {
    fc.assert(
      fc.property(share, (one) => {
        expect(wilson(one, 0.99)?.low).toBeLessThanOrEqual(wilson(one)?.low ?? 0);
        expect(wilson(one, 0.99)?.high).toBeGreaterThanOrEqual(wilson(one)?.high ?? 1);
      }),
    );
  });

  test('mirrors when lost is counted in place of won', () => {
    fc.assert(
      fc.property(share, ({ count, total }) => {
        const [won, lost] = [wilson({ count, total }), wilson({ count: total - count, total })];
        expect(lost?.low).toBeCloseTo(1 - (won?.high ?? 0), 12);
        expect(lost?.high).toBeCloseTo(1 - (won?.low ?? 0), 12);
      }),
    );
  });

  test.each([10, 20, 50])('holds the true rate about 95 times in 100 with %i deals', (total) => {
    const rates = Array.from({ length: 99 }, (_, index) => (index + 1) / 100);
    const coverage = rates.reduce((sum, rate) => sum + coverageAt(rate, total), 0) / rates.length;
    expect(coverage).toBeGreaterThan(0.945);
    expect(coverage).toBeLessThan(0.96);
  });
});

function widthOf(count: number, total: number): number {
  const { low, high } = wilson({ count, total }) ?? { low: 0, high: 1 };
  return high - low;
}

/** How likely it is that the interval holds the rate that the deals were won at. */
function coverageAt(rate: number, total: number): number {
  const holding = Array.from({ length: total + 1 }, (_, count) => count).filter((count) => {
    const found = wilson({ count, total });
    return found && found.low <= rate && rate <= found.high;
  });
  const logChoose = (count: number): number => logFactorial(total) - logFactorial(count) - logFactorial(total - count);
  return holding.reduce(
    (sum, count) => sum + Math.exp(logChoose(count) + count * Math.log(rate) + (total - count) * Math.log(1 - rate)),
    0,
  );
}
