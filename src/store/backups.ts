import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';

import type Database from 'better-sqlite3';

import { EXIT, UserError } from '../core/user-error.ts';
import type { Driver } from './driver.ts';

/** The newest backup of a file: `backups/<its name>-….db` beside it. */
export function newestBackup(path: string): string | undefined {
  const folder = backupFolder(path);
  const names = filesIn(folder).filter((name) => name.startsWith(`${stemOf(path)}-`) && name.endsWith('.db'));
  const dated = names.map((name) => ({ name, made: statSync(join(folder, name)).mtimeMs }));
  const newest = dated.toSorted((one, other) => one.made - other.made || (one.name < other.name ? -1 : 1)).at(-1);
  return newest === undefined ? undefined : join(folder, newest.name);
}

/** What to say of a file that cannot be read, with the way back if there is one. */
export function damagedFile(path: string): UserError {
  const backup = newestBackup(path);
  const hint =
    backup === undefined
      ? 'There is no backup beside it. Put back a copy of your own, and keep this file until you have.'
      : `The newest backup is there: lossdebrief restore '${backup}'`;
  return new UserError(`${path} is damaged. Nothing was changed.`, hint, EXIT.database);
}

/**
 * Copies the whole file into `backups/`, checks the copy, and gives it its name only when it is on the disk. The label says
 * why it was made and must be new each time.
 */
export function backUp(driver: Driver, db: Database.Database, path: string, label: string): string {
  const folder = backupFolder(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const target = join(folder, `${stemOf(path)}-${label}.db`);
  const temporary = join(folder, `.${stemOf(path)}-${label}.tmp-${process.pid}`);
  try {
    // VACUUM INTO takes an empty file, and would make one that others may read.
    closeSync(openSync(temporary, 'wx', 0o600));
    db.prepare('VACUUM INTO ?').run(temporary);
    chmodSync(temporary, 0o600);
    checkCopy(driver, temporary, path);
    flush(temporary);
    renameSync(temporary, target);
    flushFolder(folder);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  return target;
}

function backupFolder(path: string): string {
  return join(dirname(path), 'backups');
}

function stemOf(path: string): string {
  return basename(path, extname(path));
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function checkCopy(driver: Driver, path: string, original: string): void {
  const copy = new driver(path, { readonly: true, fileMustExist: true });
  try {
    // A copy that is not sound came from a file that is not sound, and that file stays as it is.
    if (copy.pragma('quick_check', { simple: true }) !== 'ok') throw damagedFile(original);
  } finally {
    copy.close();
  }
}

function flush(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The new name is only safe once the folder is on the disk too; Windows has no such call and does not need it. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
