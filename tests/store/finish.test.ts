import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';

import { connectMemory } from '../../src/store/connection.ts';
import type { Connection } from '../../src/store/connection.ts';
import { storeOn } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { day, NORTHWIND, OPEN, TODAY } from './northwind.ts';

function northwind(): { readonly store: Store; readonly connection: Connection } {
  const connection = connectMemory(Database, OPEN);
  onTestFinished(() => void connection.db.close());
  const store = storeOn(connection);
  store.saveDebrief(NORTHWIND);
  return { store, connection };
}

test('actions and schedule entries are closed together, in the order named', () => {
  const { store } = northwind();
  expect(store.finish(['F1', 'a2'], TODAY, undefined)).toEqual([
    { id: 'F1', kind: 'follow-up', deal: 'Northwind Logistics', text: null, wasClosed: false },
    {
      id: 'A2',
      kind: 'action',
      deal: 'Northwind Logistics',
      text: 'When I am back at my desk, I will thank Dana Reyes.',
      wasClosed: false,
    },
  ]);
  const record = store.record('D1');
  expect(record?.followUp?.state).toBe('done');
  expect(record?.actions.map(({ state }) => state)).toEqual(['open', 'done']);
});

test('a second time changes nothing, and says so', () => {
  const { store, connection } = northwind();
  store.finish(['A1'], TODAY, 'They picked up.');
  expect(store.finish(['A1'], day('2026-12-01'), 'Again.')).toMatchObject([{ id: 'A1', wasClosed: true }]);
  expect(connection.db.prepare('SELECT closed_on FROM action WHERE id = 1').pluck().get()).toBe(TODAY);
  expect(connection.db.prepare('SELECT note FROM closing_note').pluck().all()).toEqual(['They picked up.']);
});

test.each([['A9'], ['F9'], ['D1'], ['R1'], ['Contoso']])('nothing is closed if %s is not known', (id) => {
  const { store } = northwind();
  expect(() => store.finish(['A1', id], TODAY, 'They picked up.')).toThrow(
    expect.objectContaining({ name: 'UserError', exitCode: 3, message: expect.stringContaining(id) as unknown }),
  );
  expect(store.record('D1')?.actions.map(({ state }) => state)).toEqual(['open', 'open']);
});
