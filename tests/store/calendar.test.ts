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

const UUID = expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown;

test('a call goes to a calendar with the name of the contact and no way to reach them', () => {
  const { store } = memory();
  store.saveDebrief(NORTHWIND);
  expect(store.calendar(undefined).find(({ id }) => id === 'F1')).toEqual({
    id: 'F1',
    uuid: UUID,
    sequence: 0,
    kind: 'follow-up',
    on: '2027-08-20',
    time: '09:00',
    channel: 'phone',
    rule: 'contract-term',
    because: '9 months into a 12-month term',
    deal: 'Northwind Logistics',
    amount: { minor: 14_800_000, currency: 'EUR' },
    contractMonths: 12,
    primaryReason: 'access-authority',
    contact: 'Dana Reyes',
    terms: 'onboarding free',
    lastWord: 'The CFO felt Globex was the safer choice.',
  });
});

test('an action goes without its text', () => {
  const { store } = memory();
  store.saveDebrief(NORTHWIND);
  expect(store.calendar(TODAY)).toEqual([{ id: 'A1', uuid: UUID, sequence: 0, kind: 'action', on: '2026-11-20' }]);
});

test('a later answer of theirs is their last word', () => {
  const { store, connection } = memory();
  store.saveDebrief(NORTHWIND);
  connection.db.exec(
    `INSERT INTO feedback (id, deal_id, channel, sent_on, replied_on) VALUES
       (1, 1, 'email', '2026-11-23', '2026-11-30'), (2, 1, 'email', '2026-11-25', '2026-11-26'),
       (3, 1, 'email', '2026-12-01', NULL);
     INSERT INTO feedback_reply (feedback_id, words) VALUES (1, 'Bring a reference next time.'), (2, 'Busy this week.')`,
  );
  const call = store.calendar(undefined).find(({ id }) => id === 'F1');
  expect(call).toMatchObject({ lastWord: 'Bring a reference next time.' });
});

test.each(['F1', 'A1'])('moving %s raises its sequence and keeps its uuid', (id) => {
  const { store } = memory();
  store.saveDebrief(NORTHWIND);
  const before = store.calendar(undefined).find((item) => item.id === id);
  store.apply('snooze', [{ kind: 'move', id, on: day('2027-09-01') }], TODAY);
  store.apply('snooze', [{ kind: 'move', id, on: day('2027-10-01') }], TODAY);
  const after = store.calendar(undefined).find((item) => item.id === id);
  expect(after).toEqual({ ...before, on: '2027-10-01', sequence: 2 });
});

test('what is closed, and what belongs to a deleted deal, goes to no calendar', () => {
  const { store, connection } = memory();
  store.saveDebrief(NORTHWIND);
  store.saveDebrief(loss({ name: 'Contoso' }));
  connection.db.exec(`UPDATE deal SET deleted_at = '2026-11-21T09:00:00.000Z' WHERE name = 'Contoso'`);
  store.apply(
    'finish',
    [
      { kind: 'close', id: 'F1', state: 'done' },
      { kind: 'close', id: 'A1', state: 'done' },
    ],
    TODAY,
  );
  expect(store.calendar(undefined).map(({ id }) => id)).toEqual(['F3', 'F2', 'A2']);
});

test('it holds what is due, in the same order', () => {
  const { store } = memory();
  store.saveDebrief(NORTHWIND);
  store.saveDebrief(loss({ name: 'Contoso' }));
  for (const until of [TODAY, day('2027-02-22'), day('2027-08-20')]) {
    expect(store.calendar(until).map(({ id }) => id)).toEqual(store.due(until).map(({ id }) => id));
  }
});
