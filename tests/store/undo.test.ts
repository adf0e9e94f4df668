import Database from 'better-sqlite3';
import * as fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { dropTriggers, renewTriggers } from '../../src/store/change-log.ts';
import { connectMemory } from '../../src/store/connect.ts';
import type { Connection } from '../../src/store/connection.ts';
import { storeOn } from '../../src/store/open-store.ts';
import { brokenSeals } from '../../src/store/seals.ts';
import type { Store } from '../../src/store/store.ts';
import { anyText } from '../support/any-text.ts';
import { day, loss, NORTHWIND, OPEN, TODAY } from './northwind.ts';

function northwind(): { readonly store: Store; readonly connection: Connection; readonly db: Database.Database } {
  const connection = connectMemory(Database, OPEN);
  onTestFinished(() => void connection.db.close());
  const store = storeOn(connection);
  store.saveDebrief(NORTHWIND);
  return { store, connection, db: connection.db };
}

function takeBack(store: Store): void {
  const change = store.undo.next();
  if (change) store.undo.take(change.id);
}

/** Every row of every table of records but for the sequence, which only rises. */
function content(db: Database.Database): Readonly<Record<string, readonly unknown[]>> {
  const tables = db
    .prepare<[], string>(`SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main'`)
    .pluck()
    .all()
    .filter((name) => !/^(sqlite_.*|draft|draft_answer|setting|change|change_set)$/.test(name));
  return Object.fromEntries(
    tables.map((table) => [
      table,
      db
        .prepare<[], { sequence?: number }>(`SELECT * FROM ${table} ORDER BY rowid`)
        .all()
        .map(({ sequence: _sequence, ...row }) => row),
    ]),
  );
}

test('an undo is a change of its own, which says what it took back', () => {
  const { store, db } = northwind();
  store.apply('done A1', [{ kind: 'close', id: 'A1', state: 'done', note: 'They picked up.' }], TODAY);
  takeBack(store);
  const sets = db.prepare('SELECT id, what, undoes FROM change_set').raw().all();
  expect(sets).toEqual([
    [1, 'save-debrief', null],
    [2, 'done A1', null],
    [3, 'undo', 2],
  ]);
  expect(db.prepare('SELECT count(*) FROM change WHERE change_set_id = 3').pluck().get()).toBe(2);
});

test('a change is taken back once', () => {
  const { store, db } = northwind();
  store.apply('done A1', [{ kind: 'close', id: 'A1', state: 'done' }], TODAY);
  takeBack(store);
  expect(() => store.undo.take(2)).toThrow(expect.objectContaining({ exitCode: 7 }));
  expect(() => db.exec('UPDATE change_set SET undoes = 2 WHERE id = 1')).toThrow('UNIQUE');
});

test('a change that is no longer the latest is not taken back behind the back of the one after it', () => {
  const { store } = northwind();
  const seen = store.undo.next();
  store.apply('done A1', [{ kind: 'close', id: 'A1', state: 'done' }], TODAY);
  const before = store.record('D1');
  expect(() => store.undo.take(seen?.id ?? 0)).toThrow(expect.objectContaining({ exitCode: 7 }));
  expect(store.record('D1')).toEqual(before);
});

test.each([
  ['a row it wrote was changed', `UPDATE action SET on_day = '2027-01-01' WHERE id = 2`],
  ['a row it wrote is gone', 'DELETE FROM contact'],
  [
    'a row was added that would go along',
    `INSERT INTO touch (deal_id, channel, on_day) VALUES (1, 'call', '2026-11-02')`,
  ],
])('where %s behind the back of the log, the undo is refused as a whole', (_, sql) => {
  const { store, db } = northwind();
  dropTriggers(db);
  db.exec(sql);
  renewTriggers(db);
  const before = content(db);
  expect(() => takeBack(store)).toThrow(expect.objectContaining({ name: 'UserError', exitCode: 2 }));
  expect(content(db)).toEqual(before);
  expect(db.prepare('SELECT count(*) FROM change_set').pluck().get()).toBe(1);
});

test('a row that was changed once more behind the back of the log is not put back', () => {
  const { store, db } = northwind();
  store.apply('snooze A1', [{ kind: 'move', id: 'A1', on: day('2026-12-01') }], TODAY);
  dropTriggers(db);
  db.exec(`UPDATE action SET on_day = '2027-01-01' WHERE id = 1`);
  renewTriggers(db);
  expect(() => takeBack(store)).toThrow('was changed since');
  expect(store.record('D1')?.actions[0]?.due).toBe('2027-01-01');
});

test('rows that were deleted come back with their numbers, whatever points to them', () => {
  const { store, db } = northwind();
  const cause = { whose: 'buyer', reason: 'bad-fit', control: 'control', evidence: 'said-later' } as const;
  const reply = { on: TODAY, words: 'Too slow.', cause };
  store.keepFeedback('D1', { channel: 'email', sentOn: TODAY, reply }, [], TODAY);
  const before = content(db);
  db.exec(`INSERT INTO change_set (at, what) VALUES ('2026-11-21T08:00:00Z', 'purge'); DELETE FROM deal`);
  takeBack(store);
  expect(content(db)).toEqual(before);
});

test('a deletion is taken back though the deal has got other facts since', () => {
  const { store, db } = northwind();
  store.deleteDeal('D1');
  db.exec(`INSERT INTO change_set (at, what) VALUES ('2026-11-21T08:00:00Z', 'import'); UPDATE deal SET forecast = 10`);
  store.undo.take(store.undo.next('D1')?.id ?? 0, 'D1');
  expect(store.record('D1')?.deal).toMatchObject({ name: 'Northwind Logistics', forecast: 10 });
  takeBack(store);
  expect(store.record('D1')?.deal.forecast).toBe(80);
});

test('a draft of a deal outlives it', () => {
  const { store } = northwind();
  const draft = store.drafts.begin({ framework: 'loss', version: 1, answers: {}, seconds: 3, dealId: 'D1' });
  takeBack(store);
  expect(store.drafts.find(draft.id)).toMatchObject({ dealId: undefined });
});

test('answers that go with a debrief are given back as they were, in order', () => {
  const { store } = northwind();
  const draft = store.undo.take(store.undo.next()?.id ?? 0);
  expect(draft?.answers).toEqual(NORTHWIND.debrief.answers);
  expect(Object.keys(draft?.answers ?? {})).toEqual(Object.keys(NORTHWIND.debrief.answers));
  expect(store.drafts.find(draft?.id ?? '')).toEqual(draft);
});

test('whatever was typed is put back as it was', () => {
  const { store, db } = northwind();
  fc.assert(
    fc.property(
      anyText().filter((text) => text !== ''),
      anyText(),
      (name, note) => {
        const { deal } = store.saveDebrief(loss({ name: name.toWellFormed() }));
        const before = content(db);
        store.apply('drop', [{ kind: 'close', id: 'A1', state: 'dropped', note: note.toWellFormed() }], TODAY);
        store.deleteDeal(deal.id);
        takeBack(store);
        takeBack(store);
        expect(content(db)).toEqual(before);
      },
    ),
    { numRuns: 30 },
  );
});

test('seals are whole after an undo, and a lesson can be found again', () => {
  const { store, connection } = northwind();
  store.addLesson('D1', 'Bring the CFO a payback sheet.', TODAY);
  store.deleteDeal('D1');
  takeBack(store);
  expect(store.lessons('payback')).toHaveLength(1);
  takeBack(store);
  expect(store.lessons('payback')).toEqual([]);
  expect(store.lessons('role')).toHaveLength(1);
  expect(brokenSeals(connection)).toEqual([]);
});

test('a thousand rows are told as they are, and taken back at once', () => {
  const { store, db } = northwind();
  const before = content(db);
  db.exec(`INSERT INTO change_set (at, what) VALUES ('2026-11-21T08:00:00Z', 'import deals.csv')`);
  const insert = db.prepare(`INSERT INTO deal (uuid, name) VALUES (?, ?)`);
  for (let index = 0; index < 1000; index += 1) insert.run(String(index).padStart(36, '0'), `Deal ${index}`);
  expect(store.undo.next()?.effects).toHaveLength(1000);
  takeBack(store);
  expect(content(db)).toEqual(before);
});

test('the change log of a file from before undo can be taken back', () => {
  const { store, db } = northwind();
  // A column that the change did not know yet.
  db.exec('ALTER TABLE deal ADD COLUMN region TEXT');
  takeBack(store);
  expect(store.counts().deals).toBe(0);
});
