import type Database from 'better-sqlite3';

/**
 * Ends a transaction that failed. After a full disk SQLite leaves the way back in a journal beside the file, for whoever opens
 * it next: one look takes it at once, and the room comes back with it.
 */
export function takeBack(db: Database.Database): void {
  // A full disk may have ended it already.
  if (db.inTransaction) db.exec('ROLLBACK');
  try {
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
  } catch {
    // Then whoever opens it next does it. What went wrong before is what has to be said.
  }
}
