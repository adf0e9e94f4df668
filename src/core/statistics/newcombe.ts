import { type Interval, type Share, wilson } from './wilson.ts';

/** How much larger one share is than another, from -1 to 1, and the interval in which the true difference may lie. */
export interface Difference extends Interval {
  readonly difference: number;
}

/**
 * The difference of two independent shares with its hybrid score interval (Newcombe 1998, Statistics in Medicine 17:873,
 * method 10); undefined if one of them is a share of nothing.
 */
export function newcombe(one: Share, other: Share, level = 0.95): Difference | undefined {
  const first = wilson(one, level);
  const second = wilson(other, level);
  if (!first || !second) return undefined;
  const difference = first.rate - second.rate;
  return {
    difference,
    low: difference - Math.hypot(first.rate - first.low, second.high - second.rate),
    high: difference + Math.hypot(first.high - first.rate, second.rate - second.low),
  };
}

/** Whether a difference may be called one. */
export function excludesZero({ low, high }: Interval): boolean {
  return low > 0 || high < 0;
}
