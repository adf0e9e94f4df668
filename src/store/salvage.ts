import {
  chmodSync,
  copyFileSync,
  existsSync,
  openSync,
  closeSync,
  readSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';

import type Database from 'better-sqlite3';

import type { SalvagedTable } from '../core/own-file.ts';
import { EXIT, UserError } from '../core/user-error.ts';
import { columnsOf, dropTriggers, quoted, renewTriggers } from './change-log.ts';
import { absolutePath, isOurs } from './database-file.ts';
import type { Driver } from './driver.ts';
import { newUuid } from './fingerprint.ts';
import type { Fields } from './logged-rows.ts';
import { migrate, newerFile } from './migrate.ts';
import { MIGRATIONS } from './migrations.ts';

/**
 * Writes what can still be read of a damaged file into an empty one, row by row and table by table; what is missing is taken from
 * the change log as far as that can be read. The damaged file is copied first and not touched.
 */
export function salvageInto(driver: Driver, given: string, empty: string, instant: string): readonly SalvagedTable[] {
  const path = absolutePath(given);
  if (!existsSync(path))
    throw new UserError(
      `There is no file ${path}.`,
      'Name the file that is to be read: --db ~/lossdebrief.db',
      EXIT.database,
    );
  const copy = `${empty}-source`;
  try {
    copyToMend(path, copy);
    const source = new driver(copy, { fileMustExist: true });
    try {
      // What can be read of the schema is taken for the whole; it stops at nothing that follows it.
      source.unsafeMode(true);
      source.pragma('writable_schema = ON');
      return fill(driver, source, path, empty, instant);
    } finally {
      source.close();
    }
  } finally {
    rmSync(copy, { force: true });
    rmSync(`${copy}-journal`, { force: true });
  }
}

/** A copy whose first bytes say again what it is, and which is as long as they say: without that nothing of it is read. */
function copyToMend(path: string, copy: string): void {
  for (const ending of ['', '-journal']) {
    if (!existsSync(`${path}${ending}`)) continue;
    copyFileSync(`${path}${ending}`, `${copy}${ending}`);
    chmodSync(`${copy}${ending}`, 0o600);
  }
  const file = openSync(copy, 'r+');
  try {
    writeSync(file, MAGIC, 0, 'latin1');
    const header = Buffer.alloc(HEADER_BYTES);
    readSync(file, header, 0, HEADER_BYTES, 0);
    const pageSize = header.readUInt16BE(PAGE_SIZE_OFFSET);
    const size = header.readUInt32BE(PAGE_COUNT_OFFSET) * (pageSize === 1 ? 65_536 : pageSize);
    const isLikely = size < LARGEST && statSync(copy).size < size;
    if (isLikely) truncateSync(copy, size);
  } finally {
    closeSync(file);
  }
}

const MAGIC = 'SQLite format 3\0';
const HEADER_BYTES = 100;
const PAGE_SIZE_OFFSET = 16;
const PAGE_COUNT_OFFSET = 28;
/** What a page count of garbage must not make us write. */
const LARGEST = 4 * 1024 ** 3;

function fill(
  driver: Driver,
  source: Database.Database,
  path: string,
  empty: string,
  instant: string,
): readonly SalvagedTable[] {
  const version = versionOf(source, path);
  const target = new driver(empty, { fileMustExist: true });
  try {
    // The rows fit the schema that they were written for; whoever opens the file next brings it up to date.
    migrate(driver, target, empty, MIGRATIONS.slice(0, version), instant);
    target.pragma('foreign_keys = OFF');
    return target.transaction(() => {
      dropTriggers(target);
      const salvaged = tablesOf(target).map((table) => copyTable(source, target, table));
      const whole = salvaged.map((one) => (one.isWhole ? one : completed(source, target, one)));
      raiseNumbers(source, target);
      standInForDeals(target);
      standInForTexts(target);
      const dropped = dropDangling(target);
      renewTriggers(target);
      return whole.map((one) => withoutDropped(one, dropped.get(one.table) ?? 0));
    })();
  } finally {
    target.close();
  }
}

function versionOf(source: Database.Database, path: string): number {
  try {
    const version = Number(source.pragma('user_version', { simple: true }));
    const isAnyTable = tablesOf(source).length > 0;
    if (isAnyTable && version > MIGRATIONS.length && isOurs(path)) throw newerFile(path, version, MIGRATIONS.length);
    if (isAnyTable && version > 0 && version <= MIGRATIONS.length) return version;
  } catch (error) {
    if (error instanceof UserError) throw error;
    // Said below.
  }
  throw new UserError(
    `Nothing of ${path} can be read any more.`,
    'Bring a backup back. See which there are: lossdebrief doctor',
    EXIT.database,
  );
}

function tablesOf(db: Database.Database): readonly string[] {
  return db
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT GLOB 'sqlite_*' ORDER BY name`,
    )
    .pluck()
    .all();
}

/** Reads from the beginning as far as it goes, then from the end, and then one by one what lies between. */
function copyTable(source: Database.Database, target: Database.Database, table: string): SalvagedTable {
  const columns = columnsOf(target, table);
  const hasNumbers = !isKeyed(target, table);
  // The number of a row is one of its columns in every table of ours.
  const insert = target.prepare(insertInto(table, columns));
  const reader: TableReader = { source, table, columns, hasNumbers };
  let rows = 0;
  const take = (cells: readonly unknown[]): void => {
    try {
      rows += insert.run(cells).changes;
    } catch {
      // What was read is no row of this table: it is damaged, and as good as not read.
    }
  };
  const first = takeInOrder(reader, 'ASC', take);
  if (first.isEnd) return { table, rows, fromLog: 0, lost: 0, isWhole: true };
  const last = takeInOrder(reader, 'DESC', take);
  if (hasNumbers) takeBetween(reader, first.number, last.number, take);
  return { table, rows, fromLog: 0, lost: 0, isWhole: false };
}

function insertInto(table: string, columns: readonly string[]): string {
  const names = columns.map(quoted).join(', ');
  return `INSERT OR IGNORE INTO ${quoted(table)} (${names}) VALUES (${columns.map(() => '?').join(', ')})`;
}

interface TableReader {
  readonly source: Database.Database;
  readonly table: string;
  readonly columns: readonly string[];
  /** Whether its rows have numbers; the others have a key of their own. */
  readonly hasNumbers: boolean;
}

function isKeyed(db: Database.Database, table: string): boolean {
  return db.prepare<[string], 0 | 1>('SELECT wr FROM pragma_table_list WHERE name = ?').pluck().get(table) === 1;
}

/** Takes rows until there are no more, or until one cannot be read; the number of the last. */
function takeInOrder(
  { source, table, columns, hasNumbers }: TableReader,
  order: 'ASC' | 'DESC',
  take: (cells: readonly unknown[]) => void,
): { readonly isEnd: boolean; readonly number: number | undefined } {
  let number: number | undefined;
  try {
    const cells = [...(hasNumbers ? ['rowid'] : []), ...columns.map(quoted)].join(', ');
    const by = hasNumbers ? `NOT INDEXED ORDER BY rowid ${order}` : order === 'ASC' ? '' : 'ORDER BY 1 DESC';
    for (const row of source
      .prepare<[], unknown[]>(`SELECT ${cells} FROM ${quoted(table)} ${by}`)
      .raw()
      .iterate()) {
      if (hasNumbers) number = Number(row.shift());
      take(row);
    }
    return { isEnd: true, number };
  } catch {
    return { isEnd: false, number };
  }
}

function takeBetween(
  { source, table, columns }: TableReader,
  after: number | undefined,
  before: number | undefined,
  take: (cells: readonly unknown[]) => void,
): void {
  const to = before ?? highestNumber(source, table);
  for (let number = (after ?? 0) + 1; number < Math.min(to, (after ?? 0) + MOST_BETWEEN); number += 1) {
    try {
      const row = source
        .prepare<[number], unknown[]>(
          `SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(table)} NOT INDEXED WHERE rowid = ?`,
        )
        .raw()
        .get(number);
      if (row) take(row);
    } catch {
      // It lies where nothing can be read.
    }
  }
}

const MOST_BETWEEN = 200_000;

function highestNumber(source: Database.Database, table: string): number {
  try {
    return (
      (source.prepare<[string], number>('SELECT seq FROM sqlite_sequence WHERE name = ?').pluck().get(table) ?? 0) + 1
    );
  } catch {
    return 0;
  }
}

function completed(source: Database.Database, target: Database.Database, salvaged: SalvagedTable): SalvagedTable {
  if (!salvaged.table.startsWith('change')) return fromLog(target, salvaged);
  // Nothing is ever taken out of the log itself, so its numbers have no gaps.
  return { ...salvaged, lost: Math.max(0, highestNumber(source, salvaged.table) - 1 - salvaged.rows) };
}

/** The change log has every row as it was last written. */
function fromLog(target: Database.Database, salvaged: SalvagedTable): SalvagedTable {
  const { table } = salvaged;
  if (isKeyed(target, table)) return salvaged;
  const missing = target
    .prepare<[string], { readonly after: string }>(
      `SELECT change.after FROM change
       JOIN (SELECT row_id, max(id) AS latest FROM change WHERE table_name = ? GROUP BY row_id) AS last
         ON last.latest = change.id
       WHERE change.after IS NOT NULL AND change.row_id NOT IN (SELECT rowid FROM ${quoted(table)})
       ORDER BY change.row_id`,
    )
    .all(table);
  const columns = columnsOf(target, table);
  const added = missing.filter(({ after }) => isAdded(target, table, columns, after)).length;
  return { ...salvaged, rows: salvaged.rows + added, fromLog: added, lost: missing.length - added };
}

function isAdded(target: Database.Database, table: string, columns: readonly string[], after: string): boolean {
  try {
    const logged = JSON.parse(after) as Fields;
    // An import notes the new deals by their names alone.
    const fields: Fields =
      columns.includes('uuid') && logged['uuid'] === undefined ? { ...logged, uuid: newUuid() } : logged;
    const names = columns.filter((name) => fields[name] !== undefined);
    return target.prepare(insertInto(table, names)).run(names.map((name) => fields[name] ?? null)).changes === 1;
  } catch {
    return false;
  }
}

/** No number that was ever given is given again. */
function raiseNumbers(source: Database.Database, target: Database.Database): void {
  for (const table of tablesOf(target)) {
    const last = highestNumber(source, table) - 1;
    if (last > 0) target.prepare('UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?').run(last, table);
  }
}

interface Dangling {
  readonly table: string;
  readonly rowid: number;
  readonly parent: string;
}

/** What belongs to a deal that is lost is not lost with it: a deal without facts stands in for it. */
function standInForDeals(target: Database.Database): void {
  const insert = target.prepare('INSERT OR IGNORE INTO deal (id, uuid, name) VALUES (?, ?, ?)');
  for (const { table, rowid, parent } of danglingIn(target)) {
    if (parent !== 'deal') continue;
    const deal = target
      .prepare<[number], number>(`SELECT deal_id FROM ${quoted(table)} WHERE rowid = ?`)
      .pluck()
      .get(rowid);
    if (deal !== undefined) insert.run(deal, newUuid(), `D${deal}, whose facts are lost`);
  }
}

/** An action without its words would be seen nowhere. */
function standInForTexts(target: Database.Database): void {
  target.exec(
    `INSERT INTO action_text (action_id, text, because)
     SELECT id, 'A' || id || ', whose words are lost', '' FROM action WHERE id NOT IN (SELECT action_id FROM action_text)`,
  );
}

/** Takes out what belongs to something that is lost; how many rows of each table. */
function dropDangling(target: Database.Database): ReadonlyMap<string, number> {
  // What has no number cannot be named by the check below.
  const answers = target.prepare('DELETE FROM draft_answer WHERE draft_id NOT IN (SELECT id FROM draft)').run().changes;
  const dropped = new Map([['draft_answer', answers]]);
  for (let dangling = danglingIn(target); dangling.length > 0; dangling = danglingIn(target)) {
    for (const { table, rowid } of dangling) {
      const { changes } = target.prepare(`DELETE FROM ${quoted(table)} WHERE rowid = ?`).run(rowid);
      dropped.set(table, (dropped.get(table) ?? 0) + changes);
    }
  }
  return dropped;
}

function danglingIn(target: Database.Database): readonly Dangling[] {
  return (target.pragma('foreign_key_check') as readonly Dangling[]).filter(({ rowid }) => rowid !== null);
}

function withoutDropped(salvaged: SalvagedTable, dropped: number): SalvagedTable {
  return { ...salvaged, rows: salvaged.rows - dropped, lost: salvaged.lost + dropped };
}
