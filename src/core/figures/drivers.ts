import { rememberLast } from '../report/remember-last.ts';
import type { FigureLevel, FigureRow, FigureTable } from '../report/report-table.ts';
import { capitalised, counted, listed } from '../text/sentence.ts';
import type { Crossed, Mover } from '../statistics/confounding.ts';
import {
  adjusted,
  type Candidate,
  type Driver,
  driversOf,
  type RankedLevel,
  strongestOf,
  type Verdict,
} from '../statistics/drivers.ts';
import { evidenceOf } from '../statistics/evidence.ts';
import { dealsOf, type Level } from '../statistics/level.ts';
import { type Dimension, dealsIn, splitTally, type Tally, type TallyRequest } from '../report/tally.ts';
import { countColumn } from './columns.ts';
import { decided } from './decisions.ts';
import type { Figure, Tallies } from './figure.ts';
import { type Field, type FigureScope, MOST_LEVELS, type Step, wordIn } from './figure-scope.ts';
import { NOT_WON, withResult } from './result.ts';

/** Which steps and fields go with winning: an association, which is never a cause. */
export const drivers: Figure = {
  id: 'drivers',
  needs: (scope) => sidesOf(scope).map(({ dimension }) => decided(dimension)),
  thenNeeds: (tallies, scope) =>
    crossings(tallies, scope).flatMap(({ fields }) => fields.map(({ request }) => request)),
  table: (tallies, scope) => {
    const crossed = new Map(
      crossings(tallies, scope).map(({ side, fields }) => [side.key, crossedOf(side, fields, tallies)]),
    );
    const sides = new Map(sidesOf(scope).map((side) => [side.key, side]));
    const found = adjusted(signsIn(tallies, scope), crossed);
    return {
      id: 'drivers',
      title: 'What goes with winning',
      columns: COLUMNS,
      rows: found.map((driver) => rowOf(driver, sides)),
      notes: [...notesOn(found, sides), ...sameAsOutcome(tallies, scope)],
      ...(found.length === 0 && { notKnown: 'what goes with winning' }),
    };
  },
};

/** What may be said of each step and field so far, without adjusting for one another. */
export function verdictsOf(tallies: Tallies, scope: FigureScope): ReadonlyMap<string, Verdict> {
  return new Map(signsIn(tallies, scope).map(({ id, verdict }) => [id, verdict]));
}

/** What may be said of each step and field, without adjusting for one another: the tests that take time, made once. */
const signsIn = rememberLast((tallies: Tallies, scope: FigureScope) => driversOf(candidatesOf(tallies, scope)));

const COLUMNS: FigureTable['columns'] = [
  { key: 'levels', title: 'won, of all', kind: 'levels' },
  countColumn('deals', 'deals'),
  {
    key: 'association',
    title: 'strength (0 to 1)',
    kind: 'ratio',
    word: 'strength',
    below: ['p', 'q'],
  },
  {
    key: 'strength',
    title: 'in a word',
    kind: 'text',
    words: { tiny: 'tiny', small: 'small', medium: 'medium', large: 'large' },
  },
  { key: 'p', title: 'p', kind: 'probability' },
  { key: 'q', title: 'q', kind: 'probability' },
  {
    key: 'verdict',
    title: 'verdict',
    kind: 'text',
    saidOf: 'deals',
    below: ['movedBy'],
    words: {
      'with-winning': 'goes with winning',
      'with-losing': 'goes with losing',
      varies: 'differs from answer to answer',
      'no-sign': 'no sign of a difference',
      'too-few': 'too few to say',
    },
  },
  { key: 'movedBy', title: 'look also at', kind: 'text' },
];

/** A step or a field, with the answer that a value counts as; undefined if it says nothing. */
interface Side {
  readonly key: string;
  readonly label: string;
  readonly dimension: Dimension;
  readonly levelOf: (value: string) => string | undefined;
  readonly words: Readonly<Record<string, string>>;
}

function sidesOf({ steps, fields }: FigureScope): readonly Side[] {
  return [...steps.map(stepSide), ...fields.map(fieldSide)];
}

/** Late and never are both missed. */
function stepSide({ id, label, done, missed }: Step): Side {
  return {
    key: id,
    label,
    dimension: { step: id },
    levelOf: (value) => (done.includes(value) ? 'done' : missed.includes(value) ? 'missed' : undefined),
    words: { done: 'done', missed: 'missed' },
  };
}

function fieldSide({ key, label, dimension, words }: Field): Side {
  return {
    key,
    label,
    dimension,
    levelOf: (value) => (value === '' || value === 'unknown' ? undefined : value),
    words,
  };
}

/** Whatever has two to eight answers, and is known of wins and of losses: only that can be compared. */
function candidatesOf(tallies: Tallies, scope: FigureScope): readonly Candidate[] {
  return sidesOf(scope).flatMap((side) => {
    const levels = levelsIn(tallies(decided(side.dimension)), side, 0);
    return isComparable(levels) && !isOutcomeItself(side, levels)
      ? [{ id: side.key, levels, about: levels.find(isAffirmed)?.id }]
      : [];
  });
}

function isComparable(levels: readonly Level[]): boolean {
  const isBoth = levels.some(({ won }) => won > 0) && levels.some(({ lost }) => lost > 0);
  return isBoth && levels.length >= 2 && levels.length <= MOST_LEVELS;
}

/**
 * Whether a field tells wins from losses without exception, as a CRM's probability does and whatever else it writes when a deal
 * closes: that is the outcome under another name.
 */
function isOutcomeItself(side: Side, levels: readonly Level[]): boolean {
  if (!isOwn(side) || !isComparable(levels) || !levels.every(({ won, lost }) => won === 0 || lost === 0)) return false;
  return levels.reduce((sum, level) => sum + dealsOf(level), 0) >= FEWEST_TO_SEE_THAT;
}

/** A field of one's own. */
function isOwn({ dimension }: Side): boolean {
  return typeof dimension === 'object' && 'field' in dimension;
}

/** With fewer it comes about by chance too often. */
const FEWEST_TO_SEE_THAT = 8;

/** What a verdict can be about: that it goes with winning to have done something, or to be able to say yes. */
function isAffirmed({ id }: Level): boolean {
  return id === 'done' || id === 'yes';
}

/** Won and lost for each answer; the outcome is the last dimension. */
function levelsIn(tally: Tally, side: Side, place: number): readonly Level[] {
  const levels = new Map<string, { won: number; lost: number }>();
  for (const row of tally) {
    const value = row.at[place];
    const id = value === null || value === undefined ? undefined : side.levelOf(String(value));
    if (id === undefined) continue;
    const outcome = row.at.length - 1;
    const level = levels.get(id) ?? { won: 0, lost: 0 };
    levels.set(id, {
      won: level.won + dealsIn(withResult([row], outcome, 'won')),
      lost: level.lost + dealsIn(withResult([row], outcome, ...NOT_WON)),
    });
  }
  return [...levels]
    .map(([id, counts]) => ({ id, ...counts }))
    .filter((level) => dealsOf(level) > 0)
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

interface Crossing {
  readonly side: Side;
  readonly fields: readonly { readonly field: Side; readonly request: TallyRequest }[];
}

/** For the strongest signs: the same deals by each other field. */
function crossings(tallies: Tallies, scope: FigureScope): readonly Crossing[] {
  const found = signsIn(tallies, scope);
  const known = new Set(found.map(({ id }) => id));
  const fields = scope.fields.filter(({ key }) => known.has(key)).map(fieldSide);
  const strongest = new Set(strongestOf(found).map(({ id }) => id));
  return sidesOf(scope)
    .filter(({ key }) => strongest.has(key))
    .map((side) => ({
      side,
      fields: fields
        .filter(({ key }) => key !== side.key)
        .map((field) => ({ field, request: decided(side.dimension, field.dimension) })),
    }));
}

function crossedOf(side: Side, fields: Crossing['fields'], tallies: Tallies): readonly Crossed[] {
  return fields.map(({ field, request }) => ({
    field: field.label,
    strata: [...splitTally(tallies(request), 1)].flatMap(([value, tally]) =>
      value === null || field.levelOf(String(value)) === undefined ? [] : [levelsIn(tally, side, 0)],
    ),
  }));
}

function rowOf(driver: Driver, sides: ReadonlyMap<string, Side>): FigureRow {
  const side = sides.get(driver.id);
  return {
    key: driver.id,
    label: side?.label ?? driver.id,
    evidence: evidenceOf(driver.deals),
    values: {
      levels: driver.levels.map((level) => levelValue(level, side?.words ?? {})),
      deals: driver.deals,
      association: driver.association ?? null,
      strength: driver.strength ?? null,
      p: driver.p ?? null,
      q: driver.q ?? null,
      verdict: driver.verdict,
      movedBy: driver.movedBy?.field ?? null,
    },
  };
}

function levelValue(level: RankedLevel, words: Readonly<Record<string, string>>): FigureLevel {
  return {
    key: level.id,
    label: wordIn(words, level.id),
    won: level.won,
    total: dealsOf(level),
    rate: level.rate?.rate ?? null,
    low: level.rate?.low ?? null,
    high: level.rate?.high ?? null,
  };
}

/** What is left of a difference where something else is alike. It is told of both together, and never which of them does it. */
const LEFT: Readonly<Record<Mover['leaves'], (field: string) => string>> = {
  less: (field) =>
    `among deals alike in ${field}, the difference is smaller by more than a third. Part of it may lie there.`,
  more: (field) => `among deals alike in ${field}, the difference is larger by more than a third.`,
  'the-opposite': (field) => `among deals alike in ${field}, the difference turns round.`,
  apart: (field) => `it always goes together with ${field}, so nobody can tell which of the two it is.`,
};

function sameAsOutcome(tallies: Tallies, scope: FigureScope): readonly string[] {
  const same = sidesOf(scope)
    .filter(isOwn)
    .filter((side) => isOutcomeItself(side, levelsIn(tallies(decided(side.dimension)), side, 0)));
  if (same.length === 0) return [];
  const [tell, were] = same.length === 1 ? ['tells', 'was'] : ['tell', 'were'];
  const names = listed(same.map(({ label }) => `“${label}”`));
  return [
    `${names} ${tell} wins from losses without exception, as what a CRM writes when a deal closes, and ${were} not compared.`,
  ];
}

function notesOn(found: readonly Driver[], sides: ReadonlyMap<string, Side>): readonly string[] {
  const labelOf = ({ id }: Driver): string => sides.get(id)?.label ?? id;
  const tested = found.filter(({ p }) => p !== undefined);
  const tiny = found.filter(({ verdict, strength }) => verdict !== 'no-sign' && strength === 'tiny');
  return [
    tested.length === 0
      ? 'Nothing could be compared yet: it takes five deals with each of two answers, wins and losses among them.'
      : `${counted(tested.length, 'step or field was', 'steps and fields were')} compared. p is how often chance alone would show as much; q is the same, made stricter for how many were compared, and up to 0.05 is called a sign. What goes together is not yet a cause.`,
    ...(tiny.length === 0 ? [] : [`More than chance, and still a tiny difference: ${listed(tiny.map(labelOf))}.`]),
    ...found.flatMap((driver) =>
      driver.movedBy === undefined
        ? []
        : [`${capitalised(labelOf(driver))}: ${LEFT[driver.movedBy.leaves](`“${driver.movedBy.field}”`)}`],
    ),
  ];
}
