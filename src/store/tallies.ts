import type { Day } from '../core/day.ts';
import type { DayRange } from '../core/report-period.ts';
import type { Subject, Tally, TallyRequest, TallyRow, TallyScope } from '../core/tally.ts';
import type { Connection } from './connection.ts';
import { type DimensionSql, dimensionSql, type JoinName, JOINS } from './tally-dimensions.ts';
import { SUBJECTS, type SubjectSql } from './tally-subjects.ts';

/**
 * Counts what a figure needs: one statement, and one row for each combination of values and each currency, however many
 * deals there are. Whatever a person typed only ever goes in as a parameter.
 */
export function countTally(connection: Connection, request: TallyRequest, scope: TallyScope): Tally {
  const { sql, parameters, decoders } = statementFor(connection, request, scope);
  const rows = connection.db.prepare<[object], readonly unknown[]>(sql).raw().all(parameters);
  return rows.map((row) => rowFrom(row, decoders));
}

interface Statement {
  readonly sql: string;
  readonly parameters: Readonly<Record<string, string | number>>;
  readonly decoders: readonly Decoder[];
}

type Value = TallyRow['at'][number];
type Decoder = (value: Value) => Value;

function statementFor(connection: Connection, request: TallyRequest, scope: TallyScope): Statement {
  const subject = SUBJECTS[request.of];
  const range = request.within ?? scope;
  const dimensions = request.by.map((dimension, place) =>
    dimensionSql(dimension, place, subject, () => countedDays(connection, request.of, scope, range)),
  );
  const { currency, today } = scope;
  return {
    sql: sqlFor(subject, source(subject, range), dimensions, conditions(subject, range, currency)),
    parameters: Object.assign(
      { ...(range.from && { from: range.from }), ...(range.to && { to: range.to }) },
      currency === undefined ? {} : { currency },
      dimensions.some(({ needsToday }) => needsToday) ? { today } : {},
      ...dimensions.map(({ parameters }) => parameters),
    ),
    decoders: dimensions.map(({ decode }) => decode ?? ((value) => value)),
  };
}

function sqlFor(
  subject: SubjectSql,
  from: string,
  dimensions: readonly DimensionSql[],
  where: readonly string[],
): string {
  const joins = new Set<JoinName>(dimensions.flatMap(({ needs }) => needs ?? []));
  const own = dimensions.flatMap(({ join }) => join ?? []);
  const columns = dimensions.map(({ column }) => column);
  const groups = [...columns, 'deal.currency'].map((_, index) => index + 1);
  return `SELECT ${[...columns, 'deal.currency', 'count(*)'].join(', ')},
      coalesce(sum(deal.amount_minor), 0), coalesce(max(deal.amount_minor), 0),
      max(${subject.day ?? 'NULL'}), max(${subject.id})
    FROM ${[from, ...[...joins].map((name) => JOINS[name]), ...own].join('\n    ')}
    WHERE ${where.join(' AND ')}
    GROUP BY ${groups.join(', ')}`;
}

/** Without bounds all deals are read, best in the order they stand in, which leads through the other tables in order too. */
function source({ from, scan = from }: SubjectSql, range: DayRange): string {
  return range.from === undefined && range.to === undefined ? scan : from;
}

function conditions({ day, where }: SubjectSql, { from, to }: DayRange, currency: string | undefined): string[] {
  return [
    'deal.deleted_at IS NULL',
    ...(where === undefined ? [] : [where]),
    ...(day === undefined || from === undefined ? [] : [`${day} >= :from`]),
    ...(day === undefined || to === undefined ? [] : [`${day} <= :to`]),
    ...(currency === undefined ? [] : ['deal.currency = :currency']),
  ];
}

/** The first and the last day on which anything falls that is counted; undefined if nothing does. */
function countedDays(
  { db }: Connection,
  of: Subject,
  { currency }: TallyScope,
  range: DayRange,
): readonly [Day, Day] | undefined {
  const subject = SUBJECTS[of];
  if (subject.day === undefined) return undefined;
  const row = db
    .prepare<[object], { first: Day | null; last: Day | null }>(
      `SELECT min(${subject.day}) AS first, max(${subject.day}) AS last
       FROM ${subject.from} WHERE ${conditions(subject, range, currency).join(' AND ')}`,
    )
    .get({ from: range.from, to: range.to, currency });
  return row?.first && row.last ? [row.first, row.last] : undefined;
}

/** A row as SQL gives it: the dimensions, then what is the same for all tallies. */
function rowFrom(row: readonly unknown[], decoders: readonly Decoder[]): TallyRow {
  const [currency, deals, minor, largest, last, latest] = row.slice(decoders.length);
  return {
    at: decoders.map((decode, index) => decode(row[index] as Value)),
    currency: currency as string | null,
    deals: deals as number,
    minor: minor as number,
    largest: largest as number,
    last: last as Day | null,
    latest: latest as number,
  };
}
