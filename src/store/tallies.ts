import type { Statement } from 'better-sqlite3';
import type { Day } from '../core/days/day.ts';
import type { DayRange } from '../core/report/report-period.ts';
import type { Dimension, Subject, Tally, TallyRequest, TallyRow, TallyScope } from '../core/report/tally.ts';
import type { Connection } from './connection.ts';
import { decidedDeals } from './decided-deals.ts';
import { groupBy } from './group-by.ts';
import { type Beforehand, type DimensionSql, dimensionSql, type JoinName, joinSql } from './tally-dimensions.ts';
import { countedWhere, SUBJECTS, type SubjectSql } from './tally-subjects.ts';

/**
 * Counts what figures need: a row for each combination of values and each currency, however many deals there are. What is
 * counted of the same things in the same days is counted in one statement. Whatever a person typed only ever goes in as a
 * parameter.
 */
export function countTallies(
  connection: Connection,
  requests: readonly TallyRequest[],
  scope: TallyScope,
): readonly Tally[] {
  const isNoted = notedIn(connection);
  const counted = new Map(alike(requests, scope).flatMap((batch) => countBatch(connection, batch, scope, isNoted)));
  return requests.map((request) => counted.get(request) ?? []);
}

/** Tallies of the same things in the same days. */
interface Batch {
  readonly of: Subject;
  readonly range: DayRange;
  readonly requests: readonly TallyRequest[];
}

function alike(requests: readonly TallyRequest[], scope: TallyScope): readonly Batch[] {
  const batches = new Map<string, Batch>();
  for (const request of requests) {
    const { of, within: { from, to } = scope } = request;
    const key = JSON.stringify([of, from, to]);
    const { requests: before } = batches.get(key) ?? { requests: [] };
    batches.set(key, { of, range: { from, to }, requests: [...before, request] });
  }
  return [...batches.values()].flatMap(inStatements);
}

/** SQLite puts no more than 500 selects together; a CRM may have any number of fields. */
function inStatements(batch: Batch): readonly Batch[] {
  const statements = Math.ceil(batch.requests.length / MOST_SELECTS);
  return Array.from({ length: statements }, (_, place) => ({
    ...batch,
    requests: batch.requests.slice(place * MOST_SELECTS, (place + 1) * MOST_SELECTS),
  }));
}

const MOST_SELECTS = 200;

function countBatch(
  connection: Connection,
  { of, range, requests }: Batch,
  scope: TallyScope,
  isNoted: Beforehand['isNoted'],
): readonly (readonly [TallyRequest, Tally])[] {
  const source = sourceOf(of, range, requests, scope.currency);
  const beforehand = { days: daysOf(connection, of, range, scope.currency), isNoted };
  const counts = requests.map(({ by }, place) =>
    by.map((dimension, at) => dimensionSql(dimension, `${place}_${at}`, source.subject, beforehand)),
  );
  const width = Math.max(...counts.map((dimensions) => dimensions.length));
  const selects = counts.map((dimensions) => selectSql(source, dimensions, width));
  const parameters = Object.assign(
    { ...bounds(range, scope.currency), ...source.parameters },
    counts.flat().some(({ needsToday }) => needsToday) ? { today: scope.today } : {},
    ...counts.flat().map((dimension) => dimension.parameters),
  );
  // What nobody has noted looks alike in SQL, and is counted once.
  const different = [...new Set(selects)];
  const rows = connection.db
    .prepare<[object], readonly [number, ...unknown[]]>(
      source.head + different.map((select, place) => `SELECT ${place}, ${select}`).join('\nUNION ALL '),
    )
    .raw()
    .all(parameters);
  const rowsOf = groupBy(rows, ([place]) => place);
  const placeOf = new Map(different.map((select, place) => [select, place]));
  return requests.map((request, place) => {
    const own = rowsOf.get(placeOf.get(selects[place] ?? '') ?? -1) ?? [];
    return [request, own.map((row) => rowFrom(row, counts[place] ?? [], width))];
  });
}

/** Where the rows of a statement come from. */
interface Source {
  /** What stands before all selects. */
  readonly head: string;
  readonly subject: SubjectSql;
  readonly where: readonly string[];
  readonly parameters: Readonly<Record<string, string>>;
}

/** Nearly everything is counted of decided deals, so these are read once for all selects. */
function sourceOf(
  of: Subject,
  range: DayRange,
  requests: readonly TallyRequest[],
  currency: string | undefined,
): Source {
  const subject = SUBJECTS[of];
  const where = countedWhere(subject, range, currency);
  if (of !== 'decided') return { head: '', subject, where, parameters: {} };
  const isAll = range.from === undefined && range.to === undefined;
  return { ...decidedDeals(subject, isAll, where, fieldsIn(requests)), where: [] };
}

function fieldsIn(requests: readonly TallyRequest[]): readonly string[] {
  return [...new Set(requests.flatMap(({ by }) => by.flatMap(fieldOf)))];
}

function fieldOf(dimension: Dimension): readonly string[] {
  return typeof dimension === 'object' && 'field' in dimension ? [dimension.field] : [];
}

/** The dimensions, as many as any tally of the statement has, then what is the same for all tallies. */
function selectSql({ subject, where }: Source, dimensions: readonly DimensionSql[], width: number): string {
  const joins = new Set<JoinName>(dimensions.flatMap(({ needs }) => needs ?? []));
  const own = dimensions.flatMap(({ join }) => join ?? []);
  const columns = dimensions.map(({ column }) => column);
  const unused = Array.from({ length: width - columns.length }, () => 'NULL');
  const groups = [...columns.map((_, index) => index + 2), width + 2];
  return `${[...columns, ...unused, 'deal.currency', 'count(*)'].join(', ')},
      coalesce(sum(deal.amount_minor), 0), coalesce(max(deal.amount_minor), 0),
      max(${subject.day ?? 'NULL'}), max(${subject.id})
    FROM ${[subject.from, ...[...joins].map((name) => joinSql(name, subject)), ...own].join('\n    ')}
    ${where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`}
    GROUP BY ${groups.join(', ')}`;
}

function daysOf({ db }: Connection, of: Subject, range: DayRange, currency: string | undefined): Beforehand['days'] {
  const { day, from } = SUBJECTS[of];
  if (day === undefined) return () => undefined;
  const where = countedWhere(SUBJECTS[of], range, currency).join(' AND ');
  return () => {
    const row = db
      .prepare<[object], { first: Day | null; last: Day | null }>(
        `SELECT min(${day}) AS first, max(${day}) AS last FROM ${from} WHERE ${where}`,
      )
      .get(bounds(range, currency));
    return row?.first && row.last ? [row.first, row.last] : undefined;
  };
}

/** Each name is looked for once, however many tallies ask for it. */
function notedIn({ db }: Connection): Beforehand['isNoted'] {
  const known = new Map<string, boolean>();
  const statements = new Map<string, Statement<[string], number>>();
  return (table, name) => {
    const key = `${table} ${name}`;
    const statement = statements.get(table) ?? db.prepare<[string], number>(IS_NOTED[table]).pluck();
    statements.set(table, statement);
    const found = known.get(key) ?? statement.get(name) === 1;
    known.set(key, found);
    return found;
  };
}

const IS_NOTED = {
  step: 'SELECT EXISTS (SELECT 1 FROM step WHERE step = ?)',
  fact: 'SELECT EXISTS (SELECT 1 FROM fact WHERE answer = ? AND value IS NOT NULL)',
  reflection: 'SELECT EXISTS (SELECT 1 FROM reflection WHERE answer = ? AND value IS NOT NULL)',
  their_word: 'SELECT EXISTS (SELECT 1 FROM their_word WHERE answer = ? AND value IS NOT NULL)',
} as const;

function bounds({ from, to }: DayRange, currency: string | undefined): Readonly<Record<string, string>> {
  return { ...(from && { from }), ...(to && { to }), ...(currency === undefined ? {} : { currency }) };
}

/** A row as SQL gives it: the place of its select, the dimensions, those that only others have, then what all tallies have. */
function rowFrom(row: readonly unknown[], dimensions: readonly DimensionSql[], width: number): TallyRow {
  const same = width + 1;
  return {
    at: dimensions.map(({ decode }, index) => {
      const value = row[index + 1] as TallyRow['at'][number];
      return decode ? decode(value) : value;
    }),
    currency: row[same] as string | null,
    deals: row[same + 1] as number,
    minor: row[same + 2] as number,
    largest: row[same + 3] as number,
    last: row[same + 4] as Day | null,
    latest: row[same + 5] as number,
  };
}
