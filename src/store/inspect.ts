import { statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

import type Database from 'better-sqlite3';

import type { Backups, Content, Inspection } from '../core/own-file.ts';
import { type Backup, backupsOf } from './backups.ts';
import { absolutePath, isOtherProgram, isOurs } from './database-file.ts';
import type { Driver } from './driver.ts';
import { MIGRATIONS } from './migrations.ts';
import { readAlone } from './read-alone.ts';
import { brokenSeals } from './seals.ts';

/** Looks the file over without changing a byte of it, whatever state it is in. */
export function inspectFile(driver: Driver, given: string): Inspection {
  const path = absolutePath(given);
  const found = statSync(path, { throwIfNoEntry: false });
  const folder = statSync(dirname(path), { throwIfNoEntry: false });
  const isReadable = found !== undefined && found.size > 0;
  const maker = !isReadable ? 'unknown' : isOurs(path) ? 'ours' : isOtherProgram(path) ? 'other' : 'unknown';
  return {
    path,
    size: found?.size,
    mode: process.platform === 'win32' ? undefined : found && found.mode & 0o777,
    folderMode: process.platform === 'win32' ? undefined : folder && folder.mode & 0o777,
    fileSystem: folder && statfsSync(dirname(path)).type,
    maker,
    hasJournal: (statSync(`${path}-journal`, { throwIfNoEntry: false })?.size ?? 0) > 0,
    knownSchema: MIGRATIONS.length,
    ...(maker === 'ours' ? lookInto(driver, path) : { schema: undefined, content: undefined }),
    backups: goodBackups(driver, path),
    sqlite: sqliteVersion(driver),
  };
}

function lookInto(driver: Driver, path: string): Pick<Inspection, 'schema' | 'content'> {
  try {
    return readAlone(driver, path, (db) => {
      const schema = Number(db.pragma('user_version', { simple: true }));
      return { schema, content: schema > MIGRATIONS.length ? undefined : contentOf(db) };
    });
  } catch (error) {
    return { schema: undefined, content: { fault: codeOf(error) } };
  }
}

function contentOf(db: Database.Database): Content {
  const problems = db.prepare<[], string>(`PRAGMA integrity_check(${MOST_PROBLEMS})`).pluck().all();
  return {
    problems: problems.filter((problem) => problem !== 'ok').flatMap((problem) => problem.split('\n')),
    dangling: (db.pragma('foreign_key_check') as readonly unknown[]).length,
    brokenSeals: brokenSeals({ db }),
    counts: countsOf(db),
  };
}

const MOST_PROBLEMS = 10;

function countsOf(db: Database.Database): Content['counts'] {
  const counted = ([name, from]: readonly [string, string]): readonly [string, number] => [
    name,
    db.prepare<[], number>(`SELECT count(*) FROM ${from}`).pluck().get() ?? 0,
  ];
  return Object.fromEntries(COUNTED.map(counted));
}

const COUNTED = [
  ['deals', 'deal WHERE deleted_at IS NULL'],
  ['deletedDeals', 'deal WHERE deleted_at IS NOT NULL'],
  ['debriefs', 'debrief'],
  ['actions', 'action'],
  ['scheduleEntries', 'schedule_entry'],
  ['logEntries', 'touch'],
  ['drafts', 'draft'],
  ['changes', 'change_set'],
] as const;

function goodBackups(driver: Driver, path: string): Backups {
  const all = backupsOf(path);
  const newest = all.find((backup) => isSound(driver, backup));
  return {
    count: all.length,
    newest: newest && { path: newest.path, on: new Date(newest.made).toISOString().slice(0, '2026-11-20'.length) },
  };
}

function isSound(driver: Driver, { path }: Backup): boolean {
  try {
    return isOurs(path) && readAlone(driver, path, (db) => db.pragma('quick_check(1)', { simple: true }) === 'ok');
  } catch {
    return false;
  }
}

function sqliteVersion(driver: Driver): string {
  const db = new driver(':memory:');
  try {
    return db.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? '';
  } finally {
    db.close();
  }
}

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code);
  throw error;
}
