import type { Connection } from './connection.ts';
import type { DealTrait } from './store.ts';
import { dimensionSql, QUICK_DEBRIEF } from './tally-dimensions.ts';
import { SUBJECTS } from './tally-subjects.ts';

/** The rows of the deals that have all of these traits, as the figures count by them. */
export function dealsWithTraits({ db }: Connection, traits: readonly DealTrait[]): readonly number[] {
  const read = traits.map(traitSql);
  const joins = [`LEFT JOIN debrief ON debrief.id = ${QUICK_DEBRIEF}`, ...read.flatMap(({ join }) => join ?? [])];
  const conditions = read.map(({ condition }) => condition);
  return db
    .prepare<[object], number>(`SELECT deal.id FROM deal ${joins.join('\n')} WHERE ${conditions.join(' AND ')}`)
    .pluck()
    .all(Object.assign({}, ...read.map(({ parameters }) => parameters)) as object);
}

/** A trait as a condition, told from the others by its place: the side of a deal is that which figures count by. */
function traitSql({ dimension, values }: DealTrait, place: number): TraitSql {
  const { column, join, parameters, decode } = dimensionSql(dimension, `Trait${place}`, SUBJECTS.decided, {
    days: () => undefined,
    isNoted: () => true,
  });
  // An answer stands there as JSON.
  const value = decode === undefined ? column : `(${column} ->> '$')`;
  return {
    join,
    condition: `coalesce(CAST(${value} AS TEXT), '') IN (SELECT value FROM json_each(:values${place}))`,
    parameters: { ...parameters, [`values${place}`]: JSON.stringify(values) },
  };
}

interface TraitSql {
  readonly join: string | undefined;
  readonly condition: string;
  readonly parameters: Readonly<Record<string, string>>;
}
