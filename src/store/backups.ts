import { createHash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
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

import { shellWord } from '../core/text/shell-word.ts';
import { EXIT, UserError } from '../core/user-error.ts';
import { sweepUnfinished, temporaryName } from '../leftovers/leftovers.ts';
import type { Driver } from './driver.ts';

/** The newest backup of a file: `backups/<its name>-….db` beside it. */
export function newestBackup(path: string): string | undefined {
  return backupsOf(path)[0]?.path;
}

/** What to say of a file that cannot be read, with the way back if there is one. */
export function damagedFile(path: string): UserError {
  const backup = newestBackup(path);
  const hint =
    backup === undefined
      ? 'There is no backup beside it. Put back a copy of your own, or read what is left: lossdebrief doctor --salvage salvaged.db'
      : `The newest backup is there: lossdebrief restore ${shellWord(backup)}`;
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
  const temporary = join(folder, temporaryName(`${stemOf(path)}-${label}`));
  sweepUnfinished(folder, (name) => name.startsWith(`${stemOf(path)}-`));
  try {
    // VACUUM INTO takes an empty file, and would make one that others may read.
    closeSync(openSync(temporary, 'wx', 0o600));
    copyInto(driver, db, path, temporary);
    putInPlace(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  return target;
}

/** Writes the whole file into an empty one, as it stands at one moment, and checks what came of it. */
export function copyInto(driver: Driver, db: Database.Database, path: string, empty: string): void {
  const isReading = db.pragma('query_only', { simple: true }) === 1;
  db.pragma('query_only = OFF');
  try {
    db.prepare('VACUUM INTO ?').run(empty);
  } finally {
    if (isReading) db.pragma('query_only = ON');
  }
  chmodSync(empty, 0o600);
  checkCopy(driver, empty, path);
}

/** Gives a file its name once it is on the disk. What has that name is replaced. */
export function putInPlace(temporary: string, target: string): void {
  flush(temporary);
  renameSync(temporary, target);
  flushFolder(dirname(target));
}

/** Copies a file that cannot be read into `backups/`, byte by byte and with the journal beside it; where to. */
export function setAside(path: string, label: string): string {
  const folder = backupFolder(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const target = join(folder, `${stemOf(path)}-${label}.damaged`);
  for (const ending of ['', '-journal']) {
    if (!existsSync(`${path}${ending}`)) continue;
    copyFileSync(`${path}${ending}`, `${target}${ending}`, constants.COPYFILE_EXCL);
    chmodSync(`${target}${ending}`, 0o600);
    flush(`${target}${ending}`);
  }
  flushFolder(folder);
  return target;
}

/** An instant as the names of backups have it. */
export function labelOf(why: string, instant: string): string {
  return `${why}-${instant.replaceAll(/[^0-9TZ]/g, '')}`;
}

/** The backups of a file, the newest first. */
export function backupsOf(path: string): readonly Backup[] {
  const folder = backupFolder(path);
  const beginning = `${stemOf(path)}-`;
  // What comes behind the name is looked at too: another file in the folder may be called `lossdebrief-2025.db`.
  const names = filesIn(folder).filter(
    (name) =>
      name.startsWith(beginning) && LABEL.test(name.slice(beginning.length, -'.db'.length)) && name.endsWith('.db'),
  );
  return names
    .map((name) => join(folder, name))
    .flatMap((backup) => {
      // Another lossdebrief may have taken it away since, as it does with what is outdated.
      const found = statSync(backup, { throwIfNoEntry: false });
      return found === undefined ? [] : [{ path: backup, made: found.mtimeMs }];
    })
    .toSorted((one, other) => other.made - one.made || (one.path < other.path ? 1 : -1));
}

/** Why a copy was made, and when. */
const LABEL = /^(daily|backup|schema-\d+|before-(purge|restore))-[\dTZ-]+$/;

/** What was set aside of a file that could not be read, with its journal, and backups that were never finished. */
export function unreadableCopiesOf(path: string): readonly string[] {
  const folder = backupFolder(path);
  return filesIn(folder)
    .filter((name) => name.replace(/^\./, '').startsWith(`${stemOf(path)}-`) && UNREADABLE.test(name))
    .map((name) => join(folder, name));
}

const UNREADABLE = /^[^.].*\.damaged(-journal)?$|^\..*\.tmp-\d+$/;

/** A copy of the file that lossdebrief made. */
export interface Backup {
  readonly path: string;
  /** When it was written, in milliseconds. */
  readonly made: number;
}

/** The folder beside a file that its backups are in; it may not be there yet. */
export function backupFolder(path: string): string {
  return join(dirname(path), 'backups');
}

/** What the names of a file's backups begin with: its own name, cut where it would leave them no room. */
export function stemOf(path: string): string {
  const stem = basename(path, extname(path));
  if (Buffer.byteLength(stem) <= LONGEST_STEM) return stem;
  const hash = createHash('sha256').update(stem).digest('hex').slice(0, 8);
  return `${Buffer.from(stem)
    .toString('utf8', 0, LONGEST_STEM)
    .replace(/\uFFFD+$/, '')}-${hash}`;
}

/** In bytes. */
const LONGEST_STEM = 150;

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
