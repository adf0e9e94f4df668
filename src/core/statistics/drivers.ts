import { type Association, associationIn } from './association.ts';
import { qValues } from './benjamini-hochberg.ts';
import { type Crossed, type Mover, movedBy } from './confounding.ts';
import { sum } from './contingency-table.ts';
import { dealsOf, isRanked, type Level } from './level.ts';
import { type Proportion, wilson } from './wilson.ts';

/** A step or a field that may go with winning. */
export interface Candidate {
  readonly id: string;
  readonly levels: readonly Level[];
  /** Of two levels, the one that the verdict is about: `done`, `yes`. Without it neither is more of anything than the other. */
  readonly about?: string | undefined;
}

/** What may be said about a candidate: what goes together, which is no cause. What was not tested has no numbers. */
export interface Driver {
  readonly id: string;
  /** By win rate; those with too few deals to be ranked come last. */
  readonly levels: readonly RankedLevel[];
  /** How many deals were compared. */
  readonly deals: number;
  /** Cramér's V, from 0 to 1. */
  readonly association: number | undefined;
  /** The same in a word, for a p can be tiny where the association is tiny too. */
  readonly strength: Strength | undefined;
  readonly p: number | undefined;
  /** The p, made stricter by all that was tested beside it (Benjamini–Hochberg). */
  readonly q: number | undefined;
  readonly verdict: Verdict;
  /** The field that moves the effect by more than a third, if it is adjusted for. */
  readonly movedBy: Mover | undefined;
}

/** A level and its win rate, which is undefined for one that is not ranked. */
export interface RankedLevel extends Level {
  readonly rate: Proportion | undefined;
}

/** The size of an association in a word. */
export type Strength = 'tiny' | 'small' | 'medium' | 'large';

/** `varies` is said where there is no one direction: of more than two levels, or of two such as `north` and `south`. */
export type Verdict = 'with-winning' | 'with-losing' | 'varies' | 'no-sign' | 'too-few';

/** What goes with winning or losing, strongest first; then what shows no sign of it; then what is too few to say. */
export function driversOf(candidates: readonly Candidate[]): readonly Driver[] {
  const associations = candidates.map(({ levels }) => associationIn(levels.filter(isRanked).map(wonAndLost)));
  const qs = qValues(associations.map((association) => association?.p));
  return candidates
    .map((candidate, index) => driverOf(candidate, associations[index], qs[index]))
    .toSorted((one, other) => placeOf(one) - placeOf(other) || (other.association ?? 0) - (one.association ?? 0));
}

/** The five strongest signs, which are adjusted for other fields. */
export function strongestOf(drivers: readonly Driver[]): readonly Driver[] {
  return drivers.filter((driver) => placeOf(driver) === 0).slice(0, LOOKED_INTO);
}

/** The same, with the field that moves each of the strongest, given their deals by other fields. */
export function adjusted(
  drivers: readonly Driver[],
  crossings: ReadonlyMap<string, readonly Crossed[]>,
): readonly Driver[] {
  const strongest = new Set(strongestOf(drivers));
  return drivers.map((driver) =>
    strongest.has(driver)
      ? { ...driver, movedBy: movedBy(driver.levels.filter(isRanked), crossings.get(driver.id) ?? []) }
      : driver,
  );
}

const LOOKED_INTO = 5;
/** Of all that is called a sign, this share is expected to be chance. */
const FALSE_FINDS = 0.05;

function driverOf(candidate: Candidate, association: Association | undefined, q: number | undefined): Driver {
  return {
    id: candidate.id,
    levels: byRate(candidate.levels),
    deals: sum(candidate.levels.filter(isRanked).map(dealsOf)),
    association: association?.size,
    strength: association && strengthOf(association.size),
    p: association?.p,
    q,
    verdict: verdictOf(candidate, q),
    movedBy: undefined,
  };
}

function verdictOf({ levels, about }: Candidate, q: number | undefined): Verdict {
  if (q === undefined) return 'too-few';
  if (q > FALSE_FINDS) return 'no-sign';
  const one = levels.find(({ id }) => id === about);
  const other = levels.find(({ id }) => id !== about);
  if (!one || !other || levels.length > 2) return 'varies';
  return one.won * other.lost > one.lost * other.won ? 'with-winning' : 'with-losing';
}

/** From these on, an association is said to be more than tiny (Cohen 1988, for w, which V is where won stands beside lost). */
function strengthOf(association: number): Strength {
  if (association < 0.1) return 'tiny';
  if (association < 0.3) return 'small';
  return association < 0.5 ? 'medium' : 'large';
}

function byRate(levels: readonly Level[]): readonly RankedLevel[] {
  return levels
    .map((level) => ({
      ...level,
      rate: isRanked(level) ? wilson({ count: level.won, total: dealsOf(level) }) : undefined,
    }))
    .toSorted((one, other) => (other.rate?.rate ?? -1) - (one.rate?.rate ?? -1));
}

function placeOf({ verdict }: Driver): number {
  if (verdict === 'too-few') return 2;
  return verdict === 'no-sign' ? 1 : 0;
}

function wonAndLost({ won, lost }: Level): readonly number[] {
  return [won, lost];
}
