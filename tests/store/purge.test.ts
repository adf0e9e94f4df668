import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { connect, connectMemory, type Connection } from '../../src/store/connection.ts';
import { deleteDeal } from '../../src/store/deals.ts';
import { addLesson } from '../../src/store/lessons.ts';
import { POINTERS, purgeDeal } from '../../src/store/purge.ts';
import { logTouch } from '../../src/store/touches.ts';
import { OPEN, TODAY } from './northwind.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A file with two open deals, Contoso and Fabrikam. */
function twoDeals(): Connection {
  const path = join(temporaryFolder(), 'own.db');
  const connection = connect(Database, { ...OPEN, path, purpose: 'write' }, {});
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
