import { sum } from './contingency-table.ts';
import { dealsOf, pool, type WonAndLost } from './level.ts';

/** The deals of one level of another field: with and without what is looked at. */
export interface Stratum {
  readonly with: WonAndLost;
  readonly without: WonAndLost;
}

/** 1 is no difference. 0 and infinite are a side on which nothing was won or lost, NaN that there is nothing to compare. */
export interface OddsRatios {
  readonly crude: number;
  readonly adjusted: number;
}

/**
 * How many times the odds of winning with it are those without it: over all deals as if they were alike, and over the
 * strata, where a difference between the strata cannot pass for one of its own (Mantel & Haenszel 1959).
 */
export function oddsRatios(strata: readonly Stratum[]): OddsRatios {
  const whole = { with: pool(strata.map((one) => one.with)), without: pool(strata.map((one) => one.without)) };
  return { crude: commonOddsRatio([whole]), adjusted: commonOddsRatio(strata) };
}

function commonOddsRatio(strata: readonly Stratum[]): number {
  const filled = strata.filter((stratum) => sizeOf(stratum) > 0);
  const winsFor = sum(filled.map((one) => (one.with.won * one.without.lost) / sizeOf(one)));
  const winsAgainst = sum(filled.map((one) => (one.with.lost * one.without.won) / sizeOf(one)));
  return winsFor / winsAgainst;
}

function sizeOf(stratum: Stratum): number {
  return dealsOf(stratum.with) + dealsOf(stratum.without);
}
