import type Database from 'better-sqlite3';

import type { Driver } from './driver.ts';

/**
 * Reads a file of ours without a byte of it being written: not even a save that was left half done is put right, and nothing
 * in its schema is run that was not asked for. Throws what the driver throws where it cannot be read.
 */
export function readAlone<Result>(driver: Driver, path: string, work: (db: Database.Database) => Result): Result {
  const db = new driver(path, { readonly: true, fileMustExist: true });
  try {
    db.pragma('trusted_schema = OFF');
    return work(db);
  } finally {
    db.close();
  }
}
