import type { Statement } from 'better-sqlite3';

import type { Connection } from './connection.ts';
import { causeNumberOf, type Cell, cellReader, type CellReader, refuseOtherKeys } from './record-cells.ts';
import type { PortableColumn, PortableTable } from './portable-tables.ts';
import { isFields, LineFault, type RecordFields } from './record-lines.ts';
import { remembered } from './remembered.ts';

/** Writes records as the list of tables has them, one after the other, within a transaction that somebody else began. */
export interface RecordWriter {
  /** The deal on file that a record tells of, by its uuid or by a CRM's number for it. */
  readonly dealOnFile: (fields: RecordFields) => { readonly row: number; readonly isDeleted: boolean } | undefined;
  /** The row of a table that a record tells of, among those under a parent. */
  readonly find: (table: PortableTable, fields: RecordFields, parent: number | undefined) => number | undefined;
  readonly add: (table: PortableTable, fields: RecordFields) => void;
  /** Adds what is missing under a row on file. What is there stands. */
  readonly extend: (table: PortableTable, fields: RecordFields, row: number) => Extended;
}

/** What became of a record that is on file already. */
export interface Extended {
  readonly isAdded: boolean;
  /** Whether the record says something else than what stands. */
  readonly isDifferent: boolean;
}

/** A writer on an open file. With `keepsIds` the rows keep the numbers they had, as an empty file lets them. */
export function recordWriter(connection: Connection, keepsIds: boolean): RecordWriter {
  const writing: Writing = {
    prepare: remembered((sql) => connection.db.prepare(sql)),
    cells: cellReader(connection),
    keepsIds,
    matched: new Set(),
  };
  const beginning = (): Writing => {
    writing.matched.clear();
    writing.cells.forgetCauses();
    return writing;
  };
  return {
    dealOnFile: (fields) => dealOnFile(writing, fields),
    find: (table, fields, parent) => find(beginning(), table, fields, parent),
    add: (table, fields) => void add(beginning(), table, fields, undefined, true),
    extend: (table, fields, row) => extend(beginning(), table, fields, row),
  };
}

interface Writing {
  readonly prepare: (sql: string) => Statement;
  readonly cells: CellReader;
  readonly keepsIds: boolean;
  /** Rows of this record that are told already: two calls on one day are two. */
  readonly matched: Set<string>;
}

function dealOnFile({ prepare, cells }: Writing, { uuid, crm }: RecordFields): ReturnType<RecordWriter['dealOnFile']> {
  const select = 'SELECT id AS row, deleted_at IS NOT NULL AS isDeleted FROM deal WHERE';
  const byUuid = prepare(`${select} uuid = ?`).get(String(uuid)) as FoundDeal | undefined;
  const keys = (Array.isArray(crm) ? crm : []).filter(isFields);
  const byKey = keys.map(
    ({ source, id }) =>
      prepare(`${select} id = (SELECT deal_id FROM crm_key WHERE source = ? AND external_id = ?)`).get(
        String(source),
        String(id),
      ) as FoundDeal | undefined,
  );
  const found = byUuid ?? byKey.find((deal) => deal !== undefined);
  if (!found) return undefined;
  if (!byUuid) cells.standsFor(String(uuid), found.row);
  return { row: found.row, isDeleted: found.isDeleted === 1 };
}

interface FoundDeal {
  readonly row: number;
  readonly isDeleted: 0 | 1;
}

/** Adds a row with all that stands under it; its number. A row that may not be there twice may be taken: undefined. */
function add(
  writing: Writing,
  table: PortableTable,
  fields: RecordFields,
  parent: number | undefined,
  isNewParent: boolean,
): number | undefined {
  refuseOtherKeys(table, fields);
  const row = insert(writing, table, fields, parent, isNewParent);
  if (row === undefined) return undefined;
  noteCause(writing, table, fields, row);
  addBeside(writing, table, fields, row);
  for (const list of table.lists ?? []) {
    for (const element of elementsOf(list, fields)) add(writing, list, element, row, true);
  }
  return row;
}

function insert(
  writing: Writing,
  table: PortableTable,
  fields: RecordFields,
  parent: number | undefined,
  isNewParent: boolean,
): number | undefined {
  const columns = table.columns.filter(({ kind }) => isWritten(kind, writing));
  const values = columns.map((column) => writing.cells.read(column, fields, parent));
  const names = [...columns.map(({ column }) => column), ...(table.parent === undefined ? [] : [table.parent])];
  const cells = [...values, ...(parent === undefined ? [] : [parent])];
  const conflict = table.unlessTaken === undefined ? '' : `ON CONFLICT (${table.unlessTaken}) DO NOTHING`;
  const statement = writing.prepare(
    `INSERT INTO ${table.table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')}) ${conflict}`,
  );
  const { changes, lastInsertRowid } = statement.run(
    isNewParent ? cells : withoutSecondHeadline(writing, table, names, cells),
  );
  return changes === 0 ? undefined : Number(lastInsertRowid);
}

function isWritten(kind: PortableColumn['kind'], { keepsIds }: Writing): boolean {
  return kind !== 'cause number' && (keepsIds || !kind.startsWith('id '));
}

/** A debrief has one headline, and the one on file stands. */
function withoutSecondHeadline(
  { prepare }: Writing,
  { table }: PortableTable,
  names: readonly string[],
  cells: readonly Cell[],
): readonly Cell[] {
  if (table !== 'schedule_entry') return cells;
  const debrief = cells[names.indexOf('debrief_id')];
  const found = prepare('SELECT 1 FROM schedule_entry WHERE debrief_id = ? AND headline = 1').get(debrief);
  return found === undefined ? cells : cells.with(names.indexOf('headline'), 0);
}

function noteCause({ cells }: Writing, { columns }: PortableTable, fields: RecordFields, row: number): void {
  const number = causeNumberOf(columns, fields);
  if (number !== undefined) cells.noteCause(number, row);
}

/** The second table has a row where its first column says something. */
function addBeside({ prepare, cells }: Writing, { beside }: PortableTable, fields: RecordFields, row: number): void {
  if (!beside) return;
  const values = beside.columns.map((column) => cells.read(column, fields, undefined));
  if (values[0] === null) return;
  const names = [beside.parent, ...beside.columns.map(({ column }) => column)];
  prepare(`INSERT INTO ${beside.table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`).run([
    row,
    ...values,
  ]);
}

function elementsOf({ key }: PortableTable, fields: RecordFields): readonly RecordFields[] {
  const list = fields[key];
  if (Array.isArray(list) && list.every(isFields)) return list;
  throw new LineFault(`Its "${key}" should be a list of objects.`);
}

function find(
  writing: Writing,
  table: PortableTable,
  fields: RecordFields,
  parent: number | undefined,
): number | undefined {
  refuseOtherKeys(table, fields);
  const { beside } = table;
  const own = comparable(table).filter(({ key }) => table.identity?.includes(key) ?? true);
  const others = table.identity === undefined ? (beside?.columns ?? []) : [];
  const conditions = [
    ...own.map(({ column }) => `this.${column} IS ?`),
    ...others.map(({ column }) => `beside.${column} IS ?`),
    ...(table.parent === undefined ? [] : [`this.${table.parent} = ?`]),
  ];
  const join =
    others.length > 0 && beside ? `LEFT JOIN ${beside.table} AS beside ON beside.${beside.parent} = this.id` : '';
  const rows = writing
    .prepare(`SELECT this.id FROM ${table.table} AS this ${join} WHERE ${conditions.join(' AND ')} ORDER BY this.id`)
    .all([
      ...[...own, ...others].map((column) => writing.cells.read(column, fields, parent)),
      ...(parent === undefined ? [] : [parent]),
    ]) as readonly { readonly id: number }[];
  const free = rows.find(({ id }) => !writing.matched.has(`${table.table} ${id}`));
  if (free) writing.matched.add(`${table.table} ${free.id}`);
  return free?.id;
}

/** Columns with a value of their own: numbers are given anew, and what they point to is compared by itself. */
function comparable({ columns }: PortableTable): readonly PortableColumn[] {
  return columns.filter(({ kind }) => !kind.startsWith('id ') && !kind.startsWith('cause'));
}

function extend(writing: Writing, table: PortableTable, fields: RecordFields, row: number): Extended {
  refuseOtherKeys(table, fields);
  noteCause(writing, table, fields, row);
  const isFilled = table.table === 'deal' && fillDeal(writing, table, fields, row);
  const results = [
    { isAdded: isFilled, isDifferent: isDifferent(writing, table, fields, row) },
    ...(table.lists ?? [])
      .filter(({ isFixed }) => !isFixed)
      .flatMap((list) => elementsOf(list, fields).map((element) => extendElement(writing, list, element, row))),
  ];
  return {
    isAdded: results.some(({ isAdded }) => isAdded),
    isDifferent: results.some((result) => result.isDifferent),
  };
}

function extendElement(writing: Writing, list: PortableTable, element: RecordFields, parent: number): Extended {
  const row = find(writing, list, element, parent);
  if (row !== undefined) return extend(writing, list, element, row);
  return { isAdded: add(writing, list, element, parent, false) !== undefined, isDifferent: false };
}

/** A deal that waits here and was debriefed there takes the facts it has none of from there. */
function fillDeal(writing: Writing, table: PortableTable, fields: RecordFields, row: number): boolean {
  const isDebriefed = writing.prepare('SELECT 1 FROM debrief WHERE deal_id = ?').get(row) !== undefined;
  if (isDebriefed || !Array.isArray(fields['debriefs']) || fields['debriefs'].length === 0) return false;
  const columns = comparable(table).filter(({ key }) => key !== 'uuid');
  const values = columns.map((column) => writing.cells.read(column, fields, undefined));
  const sets = columns.map(({ column }) => `${column} = coalesce(${column}, ?)`);
  writing.prepare(`UPDATE deal SET ${sets.join(', ')} WHERE id = ?`).run([...values, row]);
  return true;
}

/** Whether a record has a value that stands otherwise on file. What it does not say is no difference. */
function isDifferent(writing: Writing, table: PortableTable, fields: RecordFields, row: number): boolean {
  const columns = comparable(table).filter(({ key, kind }) => key !== 'uuid' && kind !== 'debrief' && kind !== 'deal');
  const values = columns.map((column) => writing.cells.read(column, fields, undefined));
  const conditions = columns.map(({ column }) => `coalesce(?, ${column}) IS ${column}`);
  const same = writing.prepare(`SELECT 1 FROM ${table.table} WHERE ${['id = ?', ...conditions].join(' AND ')}`);
  return same.get([row, ...values]) === undefined;
}
