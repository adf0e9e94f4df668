import type Database from 'better-sqlite3';
import type { Day } from '../core/days/day.ts';
import type { Connection } from './connection.ts';
import { absolutePath, createFile, isWritable, lookAt, onlyReadable } from './database-file.ts';
import { backUpDaily } from './daily-backups.ts';
import type { Driver } from './driver.ts';
import { sayingFaults } from './faults.ts';
import { migrate } from './migrate.ts';
import { type Migration, MIGRATIONS } from './migrations.ts';

export interface OpenOptions {
  readonly path: string;
  readonly purpose: 'read' | 'write';
  readonly today: Day;
  readonly now: () => string;
}

/** What tests set differently. */
export interface Tuning {
  readonly migrations?: readonly Migration[];
  /** How long to wait for another lossdebrief that is saving, in milliseconds. */
  readonly busyTimeout?: number;
}

/** Opens the person's file, which is made and brought up to date as needed. Reading a file that is not there yet makes none. */
export function connect(driver: Driver, options: OpenOptions, tuning: Tuning): Connection {
  const path = sayingFaults(options.path, () => absolutePath(options.path));
  return sayingFaults(path, () => {
    const standing = lookAt(path);
    const hasFile = standing === 'ours' || options.purpose === 'write';
    if (standing !== 'ours' && hasFile) createFile(path);
    const db = hasFile ? openFile(driver, path, options.purpose, tuning) : new driver(':memory:');
    return prepared({ ...options, driver, path, db }, options.purpose, tuning);
  });
}

/** A file that is gone when it is closed. */
export function connectMemory(driver: Driver, options: Pick<OpenOptions, 'today' | 'now'>): Connection {
  return prepared({ ...options, driver, path: ':memory:', db: new driver(':memory:') }, 'write', {});
}

/** The file as it stands, in memory: to try on it what must not be written. */
export function connectCopy(connection: Connection): Connection {
  return prepared({ ...connection, db: new connection.driver(connection.db.serialize()) }, 'write', {});
}

function openFile(driver: Driver, path: string, purpose: 'read' | 'write', tuning: Tuning): Database.Database {
  const writable = isWritable(path);
  if (!writable && purpose === 'write') throw onlyReadable(path);
  // Readers open it to write as well: what a crash left half done can only be undone so.
  return new driver(path, {
    fileMustExist: true,
    readonly: !writable,
    timeout: tuning.busyTimeout ?? 5000,
  });
}

function prepared(connection: Connection, purpose: 'read' | 'write', { migrations = MIGRATIONS }: Tuning): Connection {
  const { driver, db, path, now } = connection;
  try {
    for (const pragma of PRAGMAS) db.pragma(pragma);
    db.function('fold', { deterministic: true }, (text) => (typeof text === 'string' ? fold(text) : null));
    const isBackedUp = migrate(driver, db, path, migrations, now());
    if (purpose === 'read') db.pragma('query_only = ON');
    else if (!db.memory && !isBackedUp) backUpDaily(connection);
    return connection;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Nothing acknowledged is lost, nothing deleted can be read, and a file from elsewhere can run no code. */
const PRAGMAS = [
  'foreign_keys = ON',
  'trusted_schema = OFF',
  'journal_mode = DELETE',
  'synchronous = EXTRA',
  'fullfsync = ON',
  'secure_delete = ON',
  'cell_size_check = ON',
  // What is put in order on the way stays out of files, and the many counts of a report take less memory so.
  'temp_store = MEMORY',
];

/** Text for comparing without case, in every script; SQLite's own knows only A to Z. */
export function fold(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
