import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { oddsRatios, type Stratum } from '../../../src/core/statistics/mantel-haenszel.ts';

const side = fc.record({ won: fc.integer({ min: 1, max: 50 }), lost: fc.integer({ min: 1, max: 50 }) });
const strata = fc.array(fc.record({ with: side, without: side }), { minLength: 1, maxLength: 5 });

/** Admitted and rejected, men and women, in six departments of Berkeley (Bickel, Hammel & O'Connell 1975; R, UCBAdmissions). */
const BERKELEY = [
  [512, 313, 89, 19],
  [353, 207, 17, 8],
  [120, 205, 202, 391],
  [138, 279, 131, 244],
  [53, 138, 94, 299],
  [22, 351, 24, 317],
] as const;

describe('the odds within strata', () => {
  test('are the published ones for Berkeley, where the departments turn the difference around', () => {
    const { crude, adjusted } = oddsRatios(BERKELEY.map(([won, lost, ...women]) => stratum([won, lost], women)));
    expect(crude).toBeCloseTo(1.841, 3);
    expect(adjusted).toBeCloseTo(0.9046968, 6);
  });

  test('are the crude ones where there is one stratum', () => {
    const { crude, adjusted } = oddsRatios([stratum([12, 6], [5, 15])]);
    expect(crude).toBeCloseTo(6, 12);
    expect(adjusted).toBeCloseTo(6, 12);
  });

  test('leave out strata without a deal', () => {
    const filled = stratum([12, 6], [5, 15]);
    expect(oddsRatios([filled, stratum([0, 0], [0, 0])])).toEqual(oddsRatios([filled]));
  });

  test('cannot be told where no stratum has both sides', () => {
    expect(oddsRatios([stratum([9, 3], [0, 0]), stratum([0, 0], [4, 8])]).adjusted).toBeNaN();
  });

  test('are turned over when winning and losing are', () => {
    fc.assert(
      fc.property(strata, (some) => {
        const { crude, adjusted } = oddsRatios(some);
        const turned = oddsRatios(some.map((one) => ({ with: turn(one.with), without: turn(one.without) })));
        expect(turned.crude * crude).toBeCloseTo(1, 9);
        expect(turned.adjusted * adjusted).toBeCloseTo(1, 9);
      }),
    );
  });

  test('lie between those of the strata', () => {
    fc.assert(
      fc.property(strata, (some) => {
        const each = some.map((one) => oddsRatios([one]).adjusted);
        const { adjusted } = oddsRatios(some);
        expect(adjusted).toBeGreaterThanOrEqual(Math.min(...each) * (1 - 1e-9));
        expect(adjusted).toBeLessThanOrEqual(Math.max(...each) * (1 + 1e-9));
      }),
    );
  });
});

function stratum([won, lost]: readonly number[], [otherWon, otherLost]: readonly number[]): Stratum {
  return { with: { won: won ?? 0, lost: lost ?? 0 }, without: { won: otherWon ?? 0, lost: otherLost ?? 0 } };
}

function turn({ won, lost }: Stratum['with']): Stratum['with'] {
  return { won: lost, lost: won };
}
