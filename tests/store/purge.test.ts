import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { connect, connectMemory } from '../../src/store/connect.ts';
import type { Connection } from '../../src/store/connection.ts';
import { deleteDeal } from '../../src/store/deals.ts';
import { addLesson } from '../../src/store/lessons.ts';
import { storeOn } from '../../src/store/open-store.ts';
import { POINTERS, purgeDeal, writeAnew } from '../../src/store/purge.ts';
import type { Store } from '../../src/store/store.ts';
import { logTouch } from '../../src/store/touches.ts';
import { OPEN, TODAY } from './northwind.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A file with two open deals, Contoso and Fabrikam. */
function twoDeals(): Connection {
  const path = join(temporaryFolder(), 'own.db');
  const connection = connect(Database, { ...OPEN, path, purpose: 'write' }, { busyTimeout: 50 });
  onTestFinished(() => void connection.db.close());
  for (const name of ['Contoso', 'Fabrikam']) {
    logTouch(
      connection,
      { name },
      { channel: 'call', on: TODAY, missed: false, replyMinutes: undefined, note: undefined },
    );
  }
  return connection;
}

test('no word is left in the index of words, and the others are still found', () => {
  const connection = twoDeals();
  // Sentence by sentence, so that the index has merged words of both on its pages.
  for (let index = 0; index < 200; index++) {
    const words = (from: string): string =>
      Array.from({ length: 40 }, (_, word) => `${from}${word * 200 + index}`).join(' ');
    addLesson(connection, 'D1', words('zqxj'), TODAY);
    addLesson(connection, 'D2', `${words('zebra')} ${words('zulu')}`, TODAY);
  }
  purgeDeal(connection, 'D1');
  expect(readFileSync(connection.path).includes('zqxj')).toBe(false);
  const found = connection.db.prepare(`SELECT rowid FROM lesson_search WHERE lesson_search MATCH 'zebra7999 zulu199'`);
  expect(found.pluck().all()).toEqual([-400]);
});

test('where the file cannot be written anew while somebody reads it, that is said, and what mends it', () => {
  const connection = twoDeals();
  purgeDeal(connection, 'D1');
  const reader = new Database(connection.path, { readonly: true });
  onTestFinished(() => void reader.close());
  const reading = reader.prepare('SELECT name FROM sqlite_schema').iterate();
  reading.next();
  expect(() => writeAnew(connection, 'D1')).toThrow(
    expect.objectContaining({
      message: expect.stringContaining('D1 is deleted for good, but own.db could not be written anew') as unknown,
      hint: 'Once that is over: lossdebrief delete D1 --purge',
      exitCode: 7,
    }) as Error,
  );
  reading.return?.();
  writeAnew(connection, 'D1');
});

test.each<[what: string, write: (store: Store) => unknown]>([
  ['a draft', ({ drafts }) => drafts.begin({ framework: 'loss', version: 1, answers: {}, seconds: 1, dealId: 'D1' })],
  ['a lesson', (store) => store.addLesson('D1', 'ask sooner', TODAY)],
])('%s of a deal that another window has deleted for good is refused in words', (_what, write) => {
  const connection = twoDeals();
  purgeDeal(connection, 'D1');
  expect(() => write(storeOn(connection))).toThrow(
    expect.objectContaining({
      message: expect.stringContaining('it was deleted in another window. Nothing of this was saved.') as unknown,
      exitCode: 3,
    }) as Error,
  );
});

test('the change log does not even say when something was done', () => {
  const connection = twoDeals();
  addLesson(connection, 'D1', 'ask sooner', TODAY);
  deleteDeal(connection, 'D1');
  purgeDeal(connection, 'D1');
  expect(connection.db.prepare('SELECT what FROM change_set ORDER BY id').pluck().all()).toEqual(['log', 'purge D1']);
});

/** A column that points to a row of another table. */
interface Pointer {
  readonly table: string;
  readonly column: string;
  readonly to: string;
  readonly onDelete: string;
}

test('every table that hangs on a deal is known where the change log is cleared of one', () => {
  const { db } = connectMemory(Database, OPEN);
  onTestFinished(() => void db.close());
  const pointers = db
    .prepare<[], Pointer>(
      `SELECT list.name AS "table", key."from" AS "column", key."table" AS "to", key.on_delete AS onDelete
       FROM pragma_table_list AS list, pragma_foreign_key_list(list.name) AS key
       WHERE list.schema = 'main' AND list.type = 'table' AND list.name NOT IN ('draft', 'draft_answer', 'change', 'change_set')`,
    )
    .all();
  const hanging = new Set(['deal']);
  const going = pointers.filter(({ onDelete }) => onDelete === 'CASCADE');
  for (let size = 0; size < hanging.size;) {
    size = hanging.size;
    for (const { table, to } of going) if (hanging.has(to)) hanging.add(table);
  }
  const known = new Set([['deal_id', 'deal'], ...POINTERS].map((pointer) => pointer.join(' ')));
  const own = pointers.filter(({ to }) => hanging.has(to));
  expect(own.length).toBeGreaterThan(20);
  // What has two pointers is known by either.
  const unknown = [...new Set(own.map(({ table }) => table))].filter(
    (table) => !own.some((pointer) => pointer.table === table && known.has(`${pointer.column} ${pointer.to}`)),
  );
  expect(unknown).toEqual([]);
  // A phrase is of no deal, though a deal may have used it.
  expect(hanging.has('phrase')).toBe(false);
});
