import Database from 'better-sqlite3';
import { connect } from '../../src/store/connect.ts';
import { storeOn } from '../../src/store/open-store.ts';
import { brokenSeals } from '../../src/store/seals.ts';
import type { Store } from '../../src/store/store.ts';
import { OPEN } from '../store/northwind.ts';

/** What is in a file, once it has shown that it is sound from end to end. Throws what is wrong with it. */
export function insideSoundFile<Found>(path: string, look: (store: Store) => Found): Found {
  const connection = connect(Database, { ...OPEN, path, purpose: 'read' }, {});
  try {
    const wrong = [
      ...problems(connection.db, 'integrity_check').filter((problem) => problem !== '"ok"'),
      ...problems(connection.db, 'foreign_key_check'),
      ...brokenSeals(connection),
    ];
    if (wrong.length > 0) throw new Error(`${path} is not sound: ${wrong.join(', ')}`);
    return look(storeOn(connection));
  } finally {
    connection.db.close();
  }
}

function problems(db: Database.Database, check: string): readonly string[] {
  return db
    .prepare<[]>(`SELECT * FROM pragma_${check}`)
    .pluck()
    .all()
    .map((problem) => JSON.stringify(problem));
}
