import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { UserError } from '../core/user-error.ts';
import { backupFolder, backUp, stemOf } from './backups.ts';
import type { Connection } from './connection.ts';

/**
 * Keeps a copy of the file as it was before the first change of a day: the last ten, and one of each month before. Where
 * no copy can be made, as on a full disk, the person goes on without one; a file that is damaged is not written to.
 */
export function backUpDaily(connection: Connection): void {
  const { driver, db, path, now } = connection;
  const label = `daily-${now().slice(0, '2026-11-20'.length)}`;
  if (existsSync(join(backupFolder(path), `${stemOf(path)}-${label}.db`)) || !holdsAnything(connection)) return;
  try {
    backUp(driver, db, path, label);
    for (const name of outdated(dailyNames(path))) rmSync(join(backupFolder(path), name), { force: true });
  } catch (error) {
    if (!isBearable(error)) throw error;
  }
}

/** The names of those that go, of any number of them. */
export function outdated(names: readonly string[]): readonly string[] {
  const latestFirst = names.toSorted().toReversed();
  const months = new Set<string>();
  return latestFirst.slice(DAYS_KEPT).filter((name) => {
    const month = name.slice(0, -'-20.db'.length);
    const isFirstOfItsMonth = !months.has(month);
    months.add(month);
    return !isFirstOfItsMonth;
  });
}

const DAYS_KEPT = 10;

function dailyNames(path: string): readonly string[] {
  return readdirSync(backupFolder(path)).filter(
    (name) => name.startsWith(`${stemOf(path)}-daily-`) && /-daily-\d{4}-\d\d-\d\d\.db$/.test(name),
  );
}

function holdsAnything({ db }: Connection): boolean {
  return (
    db.prepare<[], 0 | 1>('SELECT EXISTS (SELECT 1 FROM change_set) OR EXISTS (SELECT 1 FROM draft)').pluck().get() ===
    1
  );
}

function isBearable(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return !(error instanceof UserError) && code !== '' && !/^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(code);
}
