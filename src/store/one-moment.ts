import type { Connection } from './connection.ts';

/** Rows that are read as they are taken, all as they stand at one moment, whatever another lossdebrief saves meanwhile. */
export function* atOneMoment<Row>({ db }: Connection, read: () => Iterable<Row>): Generator<Row, void> {
  db.exec('BEGIN');
  try {
    yield* read();
  } finally {
    if (db.inTransaction) db.exec('COMMIT');
  }
}
