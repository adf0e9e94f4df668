import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';

import { addDays } from '../../src/core/days/day.ts';
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

test('a follow-up carries all that a call needs', () => {
  const { store, connection } = memory();
  store.saveDebrief(NORTHWIND);
  connection.db.exec(
    `INSERT INTO touch (deal_id, channel, on_day) VALUES (1, 'phone', '2026-11-02'), (1, 'email', '2026-11-09')`,
  );
  expect(store.due(day('2027-08-20')).find(({ id }) => id === 'F1')).toEqual({
    id: 'F1',
    kind: 'follow-up',
    on: '2027-08-20',
    time: '09:00',
    channel: 'phone',
    rule: 'contract-term',
    because: '9 months into a 12-month term',
    text: null,
    dealId: 'D1',
    deal: 'Northwind Logistics',
    decidedOn: '2026-11-20',
    amount: { minor: 14_800_000, currency: 'EUR' },
    contractMonths: 12,
    winner: 'Globex',
    primaryReason: 'access-authority',
    contact: { name: 'Dana Reyes', role: 'CFO', phone: '+1 555 0100' },
    said: 'The CFO felt Globex was the safer choice.',
    terms: 'onboarding free',
    trigger: null,
    lastAttempt: '2026-11-09',
  });
});

test('an action carries its own words, and what is not known is null', () => {
  const { store } = memory();
  store.saveDebrief(
    loss({ amount: undefined, contractMonths: undefined, winner: undefined }, { contact: undefined, kept: [] }),
  );
  expect(store.due(TODAY)).toEqual([
    {
      id: 'A1',
      kind: 'action',
      on: '2026-11-20',
      time: null,
      channel: null,
      rule: 'next-call',
      because: 'You named them.',
      text: 'I will call Contoso now.',
      dealId: 'D1',
      deal: 'Northwind Logistics',
      decidedOn: '2026-11-20',
      amount: null,
      contractMonths: null,
      winner: null,
      primaryReason: 'access-authority',
      contact: null,
      said: null,
      terms: null,
      trigger: null,
      lastAttempt: null,
    },
  ]);
});

test('the schedule comes first, then the actions, each oldest first', () => {
  const { store } = memory();
  store.saveDebrief(NORTHWIND);
  store.saveDebrief(loss({ name: 'Contoso' }));
  expect(store.due(day('2027-08-20')).map(({ id }) => id)).toEqual([
    'F3',
    'F6',
    'F2',
    'F5',
    'F1',
    'F4',
    'A1',
    'A3',
    'A2',
    'A4',
  ]);
});

test('a thing is due on its day and not a day sooner', () => {
  const { store } = memory();
  store.saveDebrief(NORTHWIND);
  const isDue = (on: typeof TODAY): boolean => store.due(on).some(({ id }) => id === 'F1');
  expect(isDue(day('2027-08-20'))).toBe(true);
  expect(isDue(addDays(day('2027-08-20'), -1))).toBe(false);
});

test('what is done is due no more', () => {
  const { store } = memory();
  store.saveDebrief(NORTHWIND);
  store.apply(
    'finish',
    [
      { kind: 'close', id: 'F1', state: 'done' },
      { kind: 'close', id: 'A1', state: 'done' },
    ],
    TODAY,
  );
  expect(store.due(day('2030-01-01')).map(({ id }) => id)).toEqual(['F3', 'F2', 'A2']);
});

test('a list is read by one statement, along indexes of what is open', () => {
  const { store, connection } = memory();
  const statements: string[] = [];
  const prepare = connection.db.prepare.bind(connection.db);
  Object.assign(connection.db, {
    prepare: (sql: string) => {
      statements.push(sql);
      return prepare(sql);
    },
  });
  store.due(TODAY);
  expect(statements).toHaveLength(1);
  const plan = connection.db.prepare<[{ until: string }], { detail: string }>(`EXPLAIN QUERY PLAN ${statements[0]}`);
  const steps = plan.all({ until: TODAY }).map(({ detail }) => detail);
  expect(steps.filter((step) => step.startsWith('SCAN'))).toEqual([]);
  expect(steps.filter((step) => step.includes('_open'))).toHaveLength(2);
});
