import { sum } from './contingency-table.ts';
import { dealsOf, isRanked, type Level, pool } from './level.ts';
import { type OddsRatios, oddsRatios, type Stratum } from './mantel-haenszel.ts';

/** The levels of a candidate, counted apart for each level of another field. */
export interface Crossed {
  readonly field: string;
  readonly strata: readonly (readonly Level[])[];
}

/** A field that moves an effect, and what is left of it: `apart` is nothing that could be compared. */
export interface Mover {
  readonly field: string;
  readonly leaves: 'less' | 'more' | 'the-opposite' | 'apart';
}

/**
 * The field that changes a candidate's effect most when it is adjusted for, if by more than a third; undefined if none does.
 * The effect is the logarithm of the odds ratio, so that it is moved as far whether winning is counted or losing. A field
 * that leaves nothing to compare, because it always goes together with the candidate, changes all of it.
 */
export function movedBy(levels: readonly Level[], crossed: readonly Crossed[]): Mover | undefined {
  const outstanding = outstandingLevel(levels);
  if (!outstanding) return undefined;
  const moves = crossed.map(({ field, strata }) => {
    const compared = strata
      .map((stratum) => stratum.filter(isAmong(levels)))
      .filter((stratum) => isRanked(pool(stratum)));
    const ratios = oddsRatios(compared.map((stratum) => splitBy(outstanding, stratum)));
    return { field, move: moveOf(ratios), leaves: leftOf(ratios) };
  });
  const most = moves.toSorted((one, other) => other.move - one.move)[0];
  return most && most.move > A_THIRD ? { field: most.field, leaves: most.leaves } : undefined;
}

const A_THIRD = 1 / 3;

/** How much of the effect is added or taken away, as a share of it. */
function moveOf({ crude, adjusted }: OddsRatios): number {
  if (crude === adjusted || Number.isNaN(crude)) return 0;
  if (Number.isNaN(adjusted)) return Number.POSITIVE_INFINITY;
  return Math.abs(Math.log(adjusted) / Math.log(crude) - 1);
}

function leftOf({ crude, adjusted }: OddsRatios): Mover['leaves'] {
  if (Number.isNaN(adjusted)) return 'apart';
  const left = Math.log(adjusted) / Math.log(crude);
  if (left < 0) return 'the-opposite';
  return left > 1 ? 'more' : 'less';
}

/** The level that lies furthest from all others, by its adjusted residual (Haberman 1973); of two, the first. */
function outstandingLevel(levels: readonly Level[]): Level | undefined {
  const deals = sum(levels.map(dealsOf));
  const rate = sum(levels.map(({ won }) => won)) / deals;
  const distance = (level: Level): number =>
    Math.abs(level.won - dealsOf(level) * rate) / Math.sqrt(dealsOf(level) * (1 - dealsOf(level) / deals));
  return levels.toSorted((one, other) => distance(other) - distance(one))[0];
}

function splitBy({ id }: Level, stratum: readonly Level[]): Stratum {
  return {
    with: pool(stratum.filter((level) => level.id === id)),
    without: pool(stratum.filter((level) => level.id !== id)),
  };
}

function isAmong(levels: readonly Level[]): (level: Level) => boolean {
  const ids = new Set(levels.map(({ id }) => id));
  return ({ id }) => ids.has(id);
}
