import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';

import { connectMemory } from '../../src/store/connect.ts';
import type { Connection } from '../../src/store/connection.ts';
import { storeOn } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { day, loss, NORTHWIND, OPEN, TODAY } from './northwind.ts';

function memory(): { readonly store: Store; readonly connection: Connection } {
  const connection = connectMemory(Database, OPEN);
  onTestFinished(() => void connection.db.close());
  return { store: storeOn(connection), connection };
}

/** Throws if the index of words is not that of the sentences as they now are. */
function checkIndex({ db }: Connection): void {
  db.exec("INSERT INTO lesson_search (lesson_search, rank) VALUES ('integrity-check', 1)");
}

test('the sentence of the latest debrief stands for a deal, until one is added', () => {
  const { store } = memory();
  store.saveDebrief(NORTHWIND);
  expect(store.lessons('')).toMatchObject([{ dealId: 'D1', on: TODAY, text: expect.stringContaining('their role') }]);
  store.addLesson('D1', 'Meet the CFO first.', day('2026-11-25'));
  store.saveDebrief({ ...NORTHWIND, dealId: 'D1' });
  expect(store.lessons('').map(({ text }) => text)).toEqual(['Meet the CFO first.']);
  expect(store.history(TODAY).losses[0]?.lesson).toBe('Meet the CFO first.');
});

test('the index follows every change of a sentence, by whatever way it comes', () => {
  const { store, connection } = memory();
  const { db } = connection;
  store.saveDebrief(NORTHWIND);
  store.addLesson('D1', 'Meet the CFO first.', TODAY);
  db.exec("UPDATE lesson SET text = 'Meet the engineer first.'");
  expect(store.lessons('engineer')).toHaveLength(1);
  expect(store.lessons('CFO')).toEqual([]);
  db.exec('DELETE FROM lesson');
  expect(store.lessons('role')).toHaveLength(1);
  db.exec(`UPDATE reflection SET value = '"Ask for the budget."' WHERE answer = 'next-time'`);
  expect(store.lessons('budget')).toHaveLength(1);
  checkIndex(connection);
  db.exec(`UPDATE reflection SET value = NULL WHERE answer = 'next-time'`);
  expect(store.lessons('')).toEqual([]);
  checkIndex(connection);
});

test('a deal that is gone takes its words out of the index', () => {
  const { store, connection } = memory();
  store.saveDebrief(NORTHWIND);
  store.addLesson('D1', 'Meet the quartermaster first.', TODAY);
  connection.db.exec('DELETE FROM deal');
  checkIndex(connection);
  const blocks = connection.db.prepare<[], Buffer>('SELECT block FROM lesson_search_data').pluck().all();
  expect(Buffer.concat(blocks).toString('latin1')).not.toContain('quartermaster');
});

test('a deleted deal has no lesson', () => {
  const { store, connection } = memory();
  store.saveDebrief(NORTHWIND);
  store.saveDebrief(loss({ name: 'Contoso' }));
  connection.db.exec(`UPDATE deal SET deleted_at = '2026-11-21T08:00:00Z' WHERE id = 1`);
  expect(store.lessons('').map(({ deal }) => deal)).toEqual(['Contoso']);
  expect(store.lessons('role').map(({ deal }) => deal)).toEqual(['Contoso']);
});

test('a lesson for no deal is refused', () => {
  const { store } = memory();
  expect(() => store.addLesson('Contoso', 'Ask first.', TODAY)).toThrow(expect.objectContaining({ exitCode: 3 }));
});
