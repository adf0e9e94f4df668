import { twoSidedZ } from './distributions.ts';

/** So many out of so many. */
export interface Share {
  readonly count: number;
  readonly total: number;
}

/** Where a true value may lie, at 95 in 100. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A share as a number from 0 to 1, and the interval in which the true one may lie. */
export interface Proportion extends Interval {
  readonly rate: number;
}

/**
 * A share with its score interval (Wilson 1927; Newcombe 1998, Statistics in Medicine 17:857, method 3), which stays within
 * 0 and 1 and is of use from the first deal on; undefined for a share of nothing.
 */
export function wilson({ count, total }: Share, level = 0.95): Proportion | undefined {
  if (total === 0) return undefined;
  const z = twoSidedZ(level);
  const rate = count / total;
  const centre = 2 * count + z ** 2;
  const reach = z * Math.sqrt(z ** 2 + 4 * count * (1 - rate));
  const width = 2 * (total + z ** 2);
  return {
    rate,
    // Exact at the ends, where rounding would leave a little.
    low: count === 0 ? 0 : (centre - reach) / width,
    high: count === total ? 1 : (centre + reach) / width,
  };
}
