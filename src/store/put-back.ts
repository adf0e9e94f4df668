import type Database from 'better-sqlite3';

import { UserError } from '../core/user-error.ts';
import { columnsOf, quoted } from './change-log.ts';
import type { Fields, LoggedRow } from './logged-rows.ts';
import { remembered } from './remembered.ts';

/**
 * Makes rows what they were before a change, the last one first: the way back goes through the states of the way there, so no
 * row ever points to one that is missing. Throws `UserError` for a row that is no longer as the change left it.
 */
export function putBack(db: Database.Database, rows: readonly LoggedRow[]): void {
  const tables = tablesOf(db);
  for (const row of rows.toReversed()) putBackOne(tables, row);
}

/** Something else has changed what was to be put back. */
export function changedSince(): UserError {
  return new UserError(
    'This was changed since in a way that is not in the log, so it cannot be taken back. Nothing was changed.',
    'Put single things right with edit, done or drop: lossdebrief --help',
  );
}

/** The tables as rows are put back into them; after an import there are thousands. */
interface Tables {
  readonly columns: (table: string) => readonly string[];
  readonly prepare: (sql: string) => Database.Statement;
}

function tablesOf(db: Database.Database): Tables {
  return { columns: remembered((table) => columnsOf(db, table)), prepare: remembered((sql) => db.prepare(sql)) };
}

function putBackOne(tables: Tables, { table, row, before, after }: LoggedRow): void {
  if (before === undefined) remove(tables, table, row, after ?? {});
  else if (after === undefined) bringBack(tables, table, before);
  else restore(tables, table, row, changedFields(tables, table, before, after));
}

function remove(tables: Tables, table: string, row: number, after: Fields): void {
  const { sequence: _moved, ...fields } = after;
  refuseChanged(tables, table, row, known(tables, table, fields));
  tables.prepare(`DELETE FROM ${quoted(table)} WHERE rowid = ?`).run(row);
}

function bringBack(tables: Tables, table: string, before: Fields): void {
  const fields = known(tables, table, before);
  const names = Object.keys(fields);
  tables
    .prepare(
      `INSERT INTO ${quoted(table)} (${names.map(quoted).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    )
    .run(Object.values(fields));
}

/** Only what the change changed is looked at and put back: a deal that was deleted may have got other facts since. */
function restore(tables: Tables, table: string, row: number, { before, after }: Changed): void {
  refuseChanged(tables, table, row, after);
  // A calendar takes what moves back only with a higher sequence, so that one never goes down.
  const raise = tables.columns(table).includes('sequence') ? ['sequence = sequence + 1'] : [];
  const sets = [...Object.keys(before).map((name) => `${quoted(name)} = ?`), ...raise];
  // A change that changed nothing is put back by one that changes nothing.
  const assignments = sets.length > 0 ? sets.join(', ') : 'rowid = rowid';
  tables.prepare(`UPDATE ${quoted(table)} SET ${assignments} WHERE rowid = ?`).run(...Object.values(before), row);
}

interface Changed {
  readonly before: Fields;
  readonly after: Fields;
}

function changedFields(tables: Tables, table: string, before: Fields, after: Fields): Changed {
  const names = Object.keys(known(tables, table, before)).filter(
    (name) => name !== 'sequence' && before[name] !== after[name],
  );
  const pick = (fields: Fields): Fields => Object.fromEntries(names.map((name) => [name, fields[name] ?? null]));
  return { before: pick(before), after: pick(after) };
}

/** The fields that the table still has; the schema may be a newer one than that of the change. */
function known(tables: Tables, table: string, fields: Fields): Fields {
  const columns = new Set(tables.columns(table));
  return Object.fromEntries(Object.entries(fields).filter(([name]) => columns.has(name)));
}

function refuseChanged(tables: Tables, table: string, row: number, expected: Fields): void {
  const conditions = Object.keys(expected).map((name) => ` AND ${quoted(name)} IS ?`);
  const found = tables.prepare(`SELECT 1 FROM ${quoted(table)} WHERE rowid = ?${conditions.join('')}`);
  if (found.get(row, ...Object.values(expected)) === undefined) throw changedSince();
}
