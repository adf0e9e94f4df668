import type { AnswerClass } from '../core/answers.ts';
import { toMajor } from '../core/money/money.ts';
import { type Json, PORTABLE_VERSION, type PortableRecord, type Reach } from '../core/exchange/portable.ts';
import type { Connection } from './connection.ts';
import { groupBy } from './group-by.ts';
import { atOneMoment } from './one-moment.ts';
import { type Beside, DEALS, OTHERS, type PortableColumn, type PortableTable } from './portable-tables.ts';

/**
 * Everything that is on file, or as much of it as may go so far, record by record: first what the file is, then settings,
 * deals and the rest. What was deleted is not in it.
 */
export function exportedRecords(connection: Connection, reach: Reach): Iterable<PortableRecord> {
  return atOneMoment(connection, function* () {
    yield head(connection, reach);
    if (reach === 'complete') yield* settings(connection);
    for (const table of tablesWithin(reach)) yield* recordsOf(connection, table);
  });
}

/** The first line. Ids that were ever given are told, so that none of them is given again elsewhere. */
function head(connection: Connection, reach: Reach): PortableRecord {
  const last = new Map(
    connection.db.prepare<[], [string, number]>('SELECT name, seq FROM sqlite_sequence').raw().all(),
  );
  return {
    kind: 'lossdebrief',
    schemaVersion: PORTABLE_VERSION,
    contents: reach,
    records: countOf(connection, reach),
    ...(reach === 'complete' && {
      lastIds: Object.fromEntries(NUMBERED.map(([letter, table]) => [letter, last.get(table) ?? 0])),
    }),
  };
}

/** The tables whose numbers people know, by the letter of their ids. */
export const NUMBERED = [
  ['D', 'deal'],
  ['A', 'action'],
  ['F', 'schedule_entry'],
  ['P', 'phrase'],
] as const;

function countOf({ db }: Connection, reach: Reach): number {
  const counts = tablesWithin(reach).map(
    (table) =>
      db
        .prepare<[], number>(`SELECT count(*) FROM ${table.table} AS this WHERE ${whereOf(table)}`)
        .pluck()
        .get() ?? 0,
  );
  const own = reach === 'complete' ? (db.prepare<[], number>('SELECT count(*) FROM setting').pluck().get() ?? 0) : 0;
  return counts.reduce((sum, count) => sum + count, own);
}

function settings({ db }: Connection): readonly PortableRecord[] {
  const rows = db.prepare<[], { name: string; value: string }>('SELECT name, value FROM setting ORDER BY name').all();
  return rows.map((row) => ({ kind: 'setting', ...row }));
}

/** So many deals at a time: few enough to hold, and enough that a statement is worth its start. */
const AT_A_TIME = 200;

function* recordsOf({ db }: Connection, table: PortableTable): Generator<PortableRecord, void> {
  const next = db
    .prepare<[number, number], number>(
      `SELECT id FROM ${table.table} AS this WHERE id > ? AND ${whereOf(table)} ORDER BY id LIMIT ?`,
    )
    .pluck();
  const read = readerOf({ db }, table, 'id');
  for (let ids = next.all(0, AT_A_TIME); ids.length > 0; ids = next.all(ids.at(-1) ?? 0, AT_A_TIME)) {
    for (const { value } of read(ids)) yield { kind: table.key, ...value } as PortableRecord;
  }
}

/** A row with the row it stands under, as JSON. */
interface ReadRow {
  readonly parent: number;
  readonly value: Readonly<Record<string, Json>>;
}

type Reader = (keys: readonly number[]) => readonly ReadRow[];

/** Reads the rows of a table by one of its columns, each with its lists. */
function readerOf({ db }: Pick<Connection, 'db'>, table: PortableTable, by: string): Reader {
  const { columns, beside, lists = [] } = table;
  const all = [...columns, ...(beside?.columns ?? [])];
  const statement = db.prepare<[string], readonly Cell[]>(selectOf(table, by)).raw();
  const readers = lists.map((list) => [list.key, readerOf({ db }, list, list.parent ?? 'id')] as const);
  return (keys) => {
    const rows = statement.all(JSON.stringify(keys));
    const ids = rows.map(([id]) => Number(id));
    const within = readers.map(([key, read]) => [key, groupBy(read(ids), ({ parent }) => parent)] as const);
    return rows.map(([id, parent, ...cells]) => ({
      parent: Number(parent),
      value: {
        ...valuesOf(all, cells),
        ...Object.fromEntries(
          within.map(([key, found]) => [key, (found.get(Number(id)) ?? []).map(({ value }) => value)]),
        ),
      },
    }));
  };
}

type Cell = string | number | null;

function selectOf(table: PortableTable, by: string): string {
  const { columns, beside, order = 'id' } = table;
  const cells = [...columns.map(cellOf), ...(beside?.columns ?? []).map(({ column }) => `beside.${column}`)];
  const join = beside ? `LEFT JOIN ${beside.table} AS beside ON beside.${beside.parent} = this.id` : '';
  const ordered = order.split(', ').map((column) => `this.${column}`);
  return `
    SELECT this.id, this.${by}, ${cells.join(', ')} FROM ${table.table} AS this ${join}
    WHERE this.${by} IN (SELECT value FROM json_each(?)) AND ${whereOf(table)}
    ORDER BY ${[`this.${by}`, ...ordered].join(', ')}`;
}

function cellOf({ column, kind }: PortableColumn): string {
  if (kind === 'debrief') return `(SELECT uuid FROM debrief WHERE id = this.${column})`;
  if (kind === 'deal') return `(SELECT uuid FROM deal WHERE id = this.${column} AND deleted_at IS NULL)`;
  return kind === 'cause' || kind === 'cause number' ? causeNumber(`this.${column}`) : `this.${column}`;
}

/** Which of the causes of its deal one is, from 1, in the order in which the record lists them. */
function causeNumber(id: string): string {
  return `(
    SELECT nullif(count(*), 0) FROM cause AS own
      JOIN debrief AS own_debrief ON own_debrief.id = own.debrief_id
      JOIN debrief AS other_debrief ON other_debrief.deal_id = own_debrief.deal_id
      JOIN cause AS other ON other.debrief_id = other_debrief.id
        AND (other.debrief_id, other.id) <= (own.debrief_id, own.id)
    WHERE own.id = ${id})`;
}

function whereOf({ where = 'true' }: PortableTable): string {
  return where;
}

function valuesOf(columns: readonly PortableColumn[], cells: readonly Cell[]): Readonly<Record<string, Json>> {
  const currency = cells[columns.findIndex(({ key }) => key === 'currency')];
  return Object.fromEntries(
    columns.map(({ key, kind }, index) => [key, valueOf(kind, cells[index] ?? null, currency)]),
  );
}

function valueOf(kind: PortableColumn['kind'], cell: Cell, currency: Cell | undefined): Json {
  if (cell === null) return null;
  if (kind === 'flag') return cell === 1;
  if (kind === 'json') return JSON.parse(String(cell)) as Json;
  if (kind === 'amount') return toMajor({ minor: Number(cell), currency: String(currency) });
  return kind.startsWith('id ') ? `${kind.slice(3)}${cell}` : cell;
}

/** The tables as far as they may go. */
function tablesWithin(reach: Reach): readonly PortableTable[] {
  return [DEALS, ...OTHERS].flatMap((table) => within(table, reach) ?? []);
}

/** A table without what may not go so far: it is left out of the query, so no slip further on can let it out. */
function within(table: PortableTable, reach: Reach): PortableTable | undefined {
  if (reach === 'complete') return table;
  const allowed = REACHES[reach];
  if (!allowed.has(table.class)) return undefined;
  const { beside, where = 'true', whereFacts = 'true', lists = [], ...rest } = table;
  return {
    ...rest,
    where: `${where} AND ${whereFacts}`,
    columns: table.columns.filter((column) => allowed.has(column.class ?? table.class)),
    lists: lists.flatMap((list) => within(list, reach) ?? []),
    ...besideWithin(beside, allowed),
  };
}

function besideWithin(beside: Beside | undefined, allowed: ReadonlySet<AnswerClass>): { readonly beside?: Beside } {
  return beside && allowed.has(beside.class) ? { beside } : {};
}

const REACHES: Readonly<Record<Exclude<Reach, 'complete'>, ReadonlySet<AnswerClass>>> = {
  'their-words': new Set(['fact', 'their-words']),
  facts: new Set(['fact']),
};
