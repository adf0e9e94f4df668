import type Database from 'better-sqlite3';

import type { Connection } from './connection.ts';

/**
 * Runs one change of the records: all of it in one transaction, under one entry of the change log. The triggers note every
 * row as it was and as it became, so that any change can be undone without knowing what it meant.
 */
export function recordChange<Result>({ db, now }: Connection, what: string, run: () => Result): Result {
  const change = db.transaction(() => {
    db.prepare('INSERT INTO change_set (at, what) VALUES (?, ?)').run(now(), what);
    return run();
  });
  return change.immediate();
}

/** When the latest change was made, as an instant in ISO form. */
export function latestChange({ db }: Pick<Connection, 'db'>): string | undefined {
  return db.prepare<[], string>('SELECT at FROM change_set ORDER BY id DESC LIMIT 1').pluck().get();
}

/**
 * Runs many insertions into these tables without their triggers, and then notes all new rows at once, by their names alone:
 * tens of thousands of rows noted in full, one by one, would double what an import costs. What else is in a row is in the
 * row, and undo needs to know only which ones to take away. Parents come before their children.
 */
export async function notingInsertions<Result>(
  { db }: Connection,
  tables: readonly { readonly table: string; readonly known: readonly string[] }[],
  run: () => Promise<Result>,
): Promise<Result> {
  const marks = tables.map(
    ({ table }) => db.prepare<[], number>(`SELECT coalesce(max(rowid), 0) FROM ${table}`).pluck().get() ?? 0,
  );
  for (const { table } of tables) db.exec(`DROP TRIGGER ${quoted(`log_insert_${table}`)}`);
  const result = await run();
  for (const [index, { table, known }] of tables.entries()) {
    db.prepare(
      `INSERT INTO change (change_set_id, table_name, row_id, after)
       SELECT (SELECT max(id) FROM change_set), '${table}', rowid, ${rowAsJson(undefined, known)}
       FROM ${table} WHERE rowid > ? ORDER BY rowid`,
    ).run(marks[index]);
    db.exec(triggerFor(table, columnsOf(db, table), 'INSERT'));
  }
  return result;
}

/** Makes the triggers anew from the tables as they now are, so that no migration can forget a column. */
export function renewTriggers(db: Database.Database): void {
  dropTriggers(db);
  for (const table of loggedTables(db)) {
    const columns = columnsOf(db, table);
    for (const event of EVENTS) db.exec(triggerFor(table, columns, event));
  }
}

/** The migrations run without triggers: what a migration does is not the person's to undo. */
export function dropTriggers(db: Database.Database): void {
  const names = db.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name GLOB 'log_*'`);
  for (const name of names.pluck().all()) db.exec(`DROP TRIGGER ${quoted(name)}`);
}

/** Drafts are temporary, settings are not records, and the log does not log itself. */
const NOT_LOGGED: ReadonlySet<string> = new Set(['draft', 'draft_answer', 'setting', 'change_set', 'change']);

const EVENTS = ['INSERT', 'UPDATE', 'DELETE'] as const;
type Event = (typeof EVENTS)[number];

function loggedTables(db: Database.Database): readonly string[] {
  const names = db.prepare<[], string>(
    `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT GLOB 'sqlite_*'`,
  );
  return names
    .pluck()
    .all()
    .filter((name) => !NOT_LOGGED.has(name));
}

/** The columns of a table; none if there is no such table. */
export function columnsOf(db: Database.Database, table: string): readonly string[] {
  return db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
}

function triggerFor(table: string, columns: readonly string[], event: Event): string {
  const before = event === 'INSERT' ? 'NULL' : rowAsJson('OLD', columns);
  const after = event === 'DELETE' ? 'NULL' : rowAsJson('NEW', columns);
  const row = event === 'DELETE' ? 'OLD' : 'NEW';
  return `
    CREATE TRIGGER ${quoted(`log_${event.toLowerCase()}_${table}`)} AFTER ${event} ON ${quoted(table)} BEGIN
      INSERT INTO change (change_set_id, table_name, row_id, before, after)
      VALUES ((SELECT max(id) FROM change_set), '${table}', ${row}.rowid, ${before}, ${after});
    END`;
}

function rowAsJson(row: 'OLD' | 'NEW' | undefined, columns: readonly string[]): string {
  const of = row === undefined ? '' : `${row}.`;
  return `json_object(${columns.map((column) => `'${column}', ${of}${quoted(column)}`).join(', ')})`;
}

/** A name as SQL takes it, whatever is in it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
