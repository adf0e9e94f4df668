import { closeSync, existsSync, openSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import type Database from 'better-sqlite3';

import type { CopyLook, Restored } from '../core/own-file.ts';
import { shellWord } from '../core/text/shell-word.ts';
import { causedBy, EXIT, UserError } from '../core/user-error.ts';
import { sweepUnfinished, temporaryName } from '../leftovers/leftovers.ts';
import { backUp, copyInto, labelOf, putInPlace, setAside, stemOf } from './backups.ts';
import { absolutePath, createFile, isOurs, isOtherProgram, isWritable, onlyReadable } from './database-file.ts';
import type { Driver } from './driver.ts';
import { sayingFaultsLater } from './faults.ts';
import { newerFile } from './migrate.ts';
import { MIGRATIONS } from './migrations.ts';
import { readAlone } from './read-alone.ts';

/** Looks at a copy before it takes the place of the file. Throws `UserError` 4 for one that must not. */
export function lookAtCopy(driver: Driver, path: string): CopyLook {
  const from = pathOfCopy(path);
  if (!existsSync(from)) throw refused(`There is no file ${from}.`, 'Look for one: lossdebrief doctor');
  if (!isOurs(from))
    throw refused(
      `${basename(from)} is not a lossdebrief file.`,
      `If it is an export, take it in: lossdebrief import ${shellWord(from)}`,
    );
  try {
    return readAlone(driver, from, (db) => lookInto(db, from));
  } catch (error) {
    if (error instanceof UserError) throw error;
    const fault = refused(
      `${basename(from)} is damaged, or was copied in the middle of a save.`,
      'Take another copy. See which there are: lossdebrief doctor',
    );
    throw causedBy(fault, error);
  }
}

/**
 * Puts a copy in the place of the file, which is kept before that. A file that can be read is written over page by page in one
 * transaction of SQLite, so that another lossdebrief that has it open sees the old one or the new one, and so does whoever
 * looks after a power cut. One that cannot be read is replaced.
 */
export async function restoreFile(
  driver: Driver,
  { path, from, instant }: { readonly path: string; readonly from: string; readonly instant: string },
): Promise<Restored> {
  const target = absolutePath(path);
  const copy = lookAtCopy(driver, from).path;
  if (isSameFile(copy, target))
    throw refused(`${copy} is the file itself.`, 'Name a copy of it. See which there are: lossdebrief doctor');
  return sayingFaultsLater(target, async () => {
    const label = labelOf('before-restore', instant);
    if (!existsSync(target) || statSync(target).size === 0) {
      createFile(target);
      replace(driver, copy, target);
      return { kept: undefined };
    }
    if (isOtherProgram(target)) {
      throw new UserError(
        `${target} belongs to another program. Nothing was changed.`,
        'Name another file with --db.',
        EXIT.database,
      );
    }
    if (!isWritable(target)) throw onlyReadable(target);
    const open = openSound(driver, target);
    if (!open) {
      const kept = setAside(target, label);
      replace(driver, copy, target);
      return { kept };
    }
    try {
      const version = dataVersion(open);
      const kept = backUp(driver, open, target, label);
      if (dataVersion(open) !== version) throw busy();
      await writeOver(driver, copy, target);
      return { kept };
    } finally {
      open.close();
    }
  });
}

/** What cannot be a file of ours cannot be a copy of one. */
function pathOfCopy(path: string): string {
  try {
    return absolutePath(path);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw refused(error.message, 'Name a copy of your file. See which there are: lossdebrief doctor');
  }
}

function lookInto(db: Database.Database, path: string): CopyLook {
  const schema = Number(db.pragma('user_version', { simple: true }));
  if (schema > MIGRATIONS.length) throw newerFile(path, schema, MIGRATIONS.length, EXIT.inputRefused);
  const isSound =
    db.pragma('integrity_check(1)', { simple: true }) === 'ok' &&
    (db.pragma('foreign_key_check') as readonly unknown[]).length === 0;
  if (!isSound)
    throw refused(`${basename(path)} is damaged.`, 'Take another copy. See which there are: lossdebrief doctor');
  const counts = db
    .prepare<[], Omit<CopyLook, 'path' | 'schema' | 'changedAt'> & { readonly changedAt: string | null }>(
      `SELECT (SELECT count(*) FROM deal WHERE deleted_at IS NULL) AS deals,
         (SELECT count(*) FROM debrief JOIN deal ON deal.id = deal_id WHERE deleted_at IS NULL) AS debriefs,
         (SELECT count(*) FROM draft) AS drafts, (SELECT max(at) FROM change_set) AS changedAt`,
    )
    .get();
  return { path, schema, deals: 0, debriefs: 0, drafts: 0, ...counts, changedAt: counts?.changedAt ?? undefined };
}

function isSameFile(one: string, other: string): boolean {
  const [first, second] = [one, other].map((path) => statSync(path, { throwIfNoEntry: false }));
  return first !== undefined && second !== undefined && first.ino === second.ino && first.dev === second.dev;
}

/** The file, if it can be read from end to end; what a crash left half done is put right by that. */
function openSound(driver: Driver, path: string): Database.Database | undefined {
  if (!isOurs(path)) return undefined;
  const db = new driver(path, { fileMustExist: true });
  try {
    if (db.pragma('quick_check(1)', { simple: true }) === 'ok') return db;
  } catch (error) {
    db.close();
    if (isDamage(error)) return undefined;
    throw error;
  }
  db.close();
  return undefined;
}

function isDamage(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && /^SQLITE_(CORRUPT|NOTADB|IOERR_SHORT_READ)/.test(String(error.code))
  );
}

/** Changes with every change that another connection makes. */
function dataVersion(db: Database.Database): unknown {
  return db.pragma('data_version', { simple: true });
}

async function writeOver(driver: Driver, copy: string, target: string): Promise<void> {
  const source = new driver(copy, { readonly: true, fileMustExist: true });
  try {
    for (let waited = 0; ; waited += STEP) {
      const { totalPages } = await source.backup(target, { progress: () => ALL_PAGES });
      // No page at all: another lossdebrief had it.
      if (totalPages > 0) return;
      if (waited >= LONGEST_WAIT) throw busy();
      await setTimeout(STEP);
    }
  } finally {
    source.close();
  }
}

const ALL_PAGES = 0x7fffffff;
/** Milliseconds. */
const STEP = 50;
const LONGEST_WAIT = 5000;

/** Nobody can have a file open that cannot be read, so it may get another in its place; its journal must not come over that. */
function replace(driver: Driver, copy: string, target: string): void {
  const temporary = join(dirname(target), temporaryName(stemOf(target)));
  sweepUnfinished(dirname(target), (name) => name === stemOf(target));
  try {
    closeSync(openSync(temporary, 'wx', 0o600));
    readAlone(driver, copy, (db) => copyInto(driver, db, copy, temporary));
    rmSync(`${target}-journal`, { force: true });
    putInPlace(temporary, target);
  } finally {
    rmSync(temporary, { force: true });
  }
}

function refused(message: string, hint: string): UserError {
  return new UserError(`${message} Nothing was changed.`, hint, EXIT.inputRefused);
}

function busy(): UserError {
  return new UserError(
    'Another lossdebrief is saving to the file just now. Nothing was changed.',
    'Try again in a moment.',
    EXIT.busy,
  );
}
