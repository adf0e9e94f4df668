import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';

import { type Answers, stepsIn } from '../../src/core/answers.ts';
import type { KeptAnswer } from '../../src/core/debrief.ts';
import { OUTCOMES, outcomeGroup } from '../../src/core/outcome.ts';
import { connectMemory } from '../../src/store/connect.ts';
import { storeOn } from '../../src/store/open-store.ts';
import type { NewDebrief, Store } from '../../src/store/store.ts';
import { day, loss, NORTHWIND, OPEN, TODAY } from './northwind.ts';

function memory(): Store {
  const connection = connectMemory(Database, OPEN);
  onTestFinished(() => void connection.db.close());
  return storeOn(connection);
}

function answering(answers: Answers): Pick<NewDebrief, 'debrief' | 'kept' | 'steps'> {
  const kept = Object.entries(answers).map(([id, value]): KeptAnswer => ({
    id,
    class: id === 'reason' ? 'fact' : 'reflection',
    value,
    asked: '?',
    said: '',
  }));
  return { debrief: { ...NORTHWIND.debrief, answers }, kept, steps: stepsIn(answers) ?? {} };
}

test('a loss is remembered with what was missed, what was resolved, and what is still open', () => {
  const store = memory();
  store.saveDebrief(NORTHWIND);
  store.apply('finish', [{ kind: 'close', id: 'A1', state: 'done' }], TODAY);
  expect(store.history(TODAY).losses).toEqual([
    {
      dealId: 'D1',
      deal: 'Northwind Logistics',
      decidedOn: '2026-11-20',
      amount: { minor: 14_800_000, currency: 'EUR' },
      primaryReason: 'access-authority',
      winner: 'Globex',
      missed: ['why-now', 'role', 'rechecked'],
      lesson: 'Next time, when I book a demo, I will ask their role.',
      openActions: [{ id: 'A2', rule: 'thank-and-ask', text: 'When I am back at my desk, I will thank Dana Reyes.' }],
    },
  ]);
});

test.each(OUTCOMES)('%s counts as a loss only if someone or nobody has the business', (outcome) => {
  const store = memory();
  store.saveDebrief(loss({ outcome }));
  const isLoss = ['someone', 'nobody'].includes(outcomeGroup(outcome) ?? '');
  expect(store.history(TODAY).losses).toHaveLength(isLoss ? 1 : 0);
});

test('the compensating move is the lesson where nothing could be changed', () => {
  const store = memory();
  store.saveDebrief({ ...NORTHWIND, ...answering({ compensation: 'A smaller first phase.' }) });
  store.saveDebrief({ ...NORTHWIND, ...answering({ 'next-time': null, compensation: null }) });
  expect(store.history(TODAY).losses.map(({ lesson }) => lesson)).toEqual([undefined, 'A smaller first phase.']);
});

test('steps that are unknown or done are not missed', () => {
  const store = memory();
  store.saveDebrief({
    ...NORTHWIND,
    ...answering({ steps: { timeframe: 'unknown', role: 'before', rechecked: 'yes' } }),
  });
  expect(store.history(TODAY).losses[0]?.missed).toEqual([]);
});

test('losses go back two years from the day asked for, latest first', () => {
  const store = memory();
  for (const decidedOn of ['2024-11-19', '2024-11-20', '2026-11-20', '2026-05-31', '2026-11-21'])
    store.saveDebrief(loss({ name: decidedOn, decidedOn: day(decidedOn) }));
  expect(store.history(TODAY).losses.map(({ deal }) => deal)).toEqual(['2026-11-20', '2026-05-31', '2024-11-20']);
});

test('a loss without a day counts from its debrief', () => {
  const store = memory();
  store.saveDebrief(loss({ decidedOn: undefined }));
  expect(store.history(TODAY).losses[0]?.decidedOn).toBe(NORTHWIND.on);
});

test('reasons are counted by the line they were given under, for all time', () => {
  const store = memory();
  for (const reason of ['price', 'no-urgency', 'price', null])
    store.saveDebrief(loss({ decidedOn: day('2019-01-02') }, answering({ reason })));
  expect(store.history(TODAY).reasonCounts).toEqual({ price: 2, 'no-urgency': 1 });
});
