import { basename } from 'node:path';

import type Database from 'better-sqlite3';

import { EXIT, UserError } from '../core/user-error.ts';
import { backUp, labelOf } from './backups.ts';
import { dropTriggers, renewTriggers } from './change-log.ts';
import { APPLICATION_ID } from './database-file.ts';
import type { Driver } from './driver.ts';
import type { Migration } from './migrations.ts';

/**
 * Brings a file to the newest schema, after a backup if it holds anything; whether one was made. A file of a newer schema is
 * refused.
 */
export function migrate(
  driver: Driver,
  db: Database.Database,
  path: string,
  steps: readonly Migration[],
  instant: string,
): boolean {
  const version = versionOf(db, path, steps);
  if (version === steps.length) return false;
  if (version > 0) {
    if (db.readonly) throw olderFile(path);
    backUp(driver, db, path, labelOf(`schema-${version}`, instant));
  }
  // Steps that rebuild a table need this off, and it cannot be changed inside a transaction; the check stands in for it.
  db.pragma('foreign_keys = OFF');
  db.transaction(() => runSteps(db, path, steps)).immediate();
  db.pragma('foreign_keys = ON');
  return version > 0;
}

/** All missing steps or none: a step that fails leaves the file as it was. */
function runSteps(db: Database.Database, path: string, steps: readonly Migration[]): void {
  // Asked again inside the transaction, because another lossdebrief may have been quicker.
  const version = versionOf(db, path, steps);
  if (version === steps.length) return;
  db.pragma(`application_id = ${APPLICATION_ID}`);
  dropTriggers(db);
  for (const step of steps.slice(version)) db.exec(step.sql);
  renewTriggers(db);
  const broken = db.pragma('foreign_key_check') as readonly unknown[];
  if (broken.length > 0) throw new Error(`The new schema leaves ${broken.length} rows that point nowhere.`);
  db.pragma(`user_version = ${steps.length}`);
}

function versionOf(db: Database.Database, path: string, steps: readonly Migration[]): number {
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version <= steps.length) return version;
  throw newerFile(path, version, steps.length);
}

/** What is said of a file whose schema this program does not know yet; by default with the exit code for the own file. */
export function newerFile(path: string, schema: number, known: number, exitCode: number = EXIT.database): UserError {
  return new UserError(
    `${basename(path)} was made by a newer lossdebrief (schema ${schema}, this program knows ${known}). Nothing was changed.`,
    'Bring lossdebrief up to date: npm install -g lossdebrief@latest',
    exitCode,
  );
}

function olderFile(path: string): UserError {
  return new UserError(
    `${path} was made by an older lossdebrief and has to be brought up to date, but it may only be read. Nothing was changed.`,
    'Give yourself permission to write the file and its folder (chmod u+w), or name another file with --db.',
    EXIT.database,
  );
}
