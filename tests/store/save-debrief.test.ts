import Database from 'better-sqlite3';
import * as fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';

import type { AnswerClass } from '../../src/core/answers.ts';
import type { KeptAnswer } from '../../src/core/debrief.ts';
import { connectMemory } from '../../src/store/connect.ts';
import type { Connection } from '../../src/store/connection.ts';
import { storeOn } from '../../src/store/open-store.ts';
import { brokenSeals } from '../../src/store/seals.ts';
import type { Store } from '../../src/store/store.ts';
import { NO_PARTICULARS } from '../support/northwind.ts';
import { loss, NORTHWIND, OPEN } from './northwind.ts';

function memory(): { readonly store: Store; readonly connection: Connection } {
  const connection = connectMemory(Database, OPEN);
  onTestFinished(() => void connection.db.close());
  return { store: storeOn(connection), connection };
}

test('a saved debrief reads back as it was handed over, with ids', () => {
  const { store } = memory();
  const saved = store.saveDebrief(NORTHWIND);
  const [touch, feedback] = NORTHWIND.plan.otherEntries;
  expect(saved).toEqual({
    deal: { ...NORTHWIND.deal, id: 'D1', uuid: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown },
    particulars: NO_PARTICULARS,
    debrief: { ...NORTHWIND.debrief, kept: NORTHWIND.kept, on: NORTHWIND.on },
    reviews: [],
    contact: NORTHWIND.contact,
    actions: NORTHWIND.plan.actions.map((action, index) => ({ ...action, id: `A${index + 1}`, state: 'open' })),
    followUp: { ...NORTHWIND.plan.followUp, id: 'F1', state: 'open' },
    otherEntries: [
      { ...feedback, id: 'F3', state: 'open' },
      { ...touch, id: 'F2', state: 'open' },
    ],
    touches: [],
    views: {
      causes: NORTHWIND.causes.map((cause, index) => ({
        ...cause,
        rank: index === 1 ? 'contributing' : 'primary',
        on: NORTHWIND.on,
      })),
      feedback: [],
      opinions: [],
    },
  });
  expect(store.record('D1')).toEqual(saved);
});

test('whatever was answered reads back as it was', () => {
  const { store } = memory();
  const text = fc.string({ unit: 'grapheme' });
  const kept = fc.uniqueArray(
    fc.record({
      id: fc.stringMatching(/^[a-z][a-z-]{0,11}$/).filter((id) => id !== 'steps'),
      class: fc.constantFrom<AnswerClass>('fact', 'their-words', 'reflection'),
      value: fc.oneof(text, fc.integer(), fc.constant(null)),
      asked: fc.string({ unit: 'grapheme', minLength: 1 }),
      said: text,
    }),
    { selector: ({ id }) => id },
  );
  fc.assert(
    fc.property(kept, (answers: readonly KeptAnswer[]) => {
      const debrief = {
        ...NORTHWIND.debrief,
        answers: Object.fromEntries(answers.map(({ id, value }) => [id, value])),
      };
      const saved = store.saveDebrief({ ...NORTHWIND, debrief, kept: answers });
      expect(saved.debrief).toEqual({ ...debrief, kept: answers, on: '2026-11-20' });
    }),
    { numRuns: 50 },
  );
});

test('an answer that came without words is kept, as private as can be', () => {
  const { store, connection } = memory();
  const debrief = { ...NORTHWIND.debrief, answers: { ...NORTHWIND.debrief.answers, mood: 2 } };
  const saved = store.saveDebrief({ ...NORTHWIND, debrief });
  expect(saved.debrief?.answers).toEqual(debrief.answers);
  expect(saved.debrief?.kept).toEqual(NORTHWIND.kept);
  expect(connection.db.prepare(`SELECT value FROM reflection WHERE answer = 'mood'`).pluck().get()).toBe('2');
});

test('each class of answer stands in a table of its own', () => {
  const { store, connection } = memory();
  store.saveDebrief(NORTHWIND);
  const answersIn = (table: string): unknown =>
    connection.db.prepare(`SELECT answer FROM ${table} ORDER BY position`).pluck().all();
  expect(answersIn('fact')).toEqual(['reason', 'steps', 'contact-was']);
  expect(answersIn('their_word')).toEqual(['said', 'terms', 'trigger']);
  expect(answersIn('reflection')).toEqual(['next-time']);
});

test('the draft is dropped with the save', () => {
  const { store } = memory();
  const draft = store.drafts.begin({ framework: 'loss', version: 1, answers: {}, seconds: 0 });
  store.saveDebrief({ ...NORTHWIND, draft: draft.id });
  expect(store.drafts.all()).toEqual([]);
});

test.each([
  ['a day that is none', loss({ decidedOn: '2026-02-31' as never })],
  ['a forecast beyond 100', loss({ forecast: 101 })],
  ['a currency that is none', loss({ amount: { minor: 1, currency: 'euro' } })],
  ['a cause of unknown control', { ...NORTHWIND, causes: [{ ...NORTHWIND.causes[0], control: 'fate' as never }] }],
  [
    'the very last row',
    { ...NORTHWIND, plan: { ...NORTHWIND.plan, otherEntries: [{ ...NORTHWIND.plan.otherEntries[0], time: '9 am' }] } },
  ],
])('a save is whole or not at all: refused for %s, it leaves nothing but the draft', (_, entry) => {
  const { store, connection } = memory();
  const draft = store.drafts.begin({ framework: 'loss', version: 1, answers: { deal: 'Contoso' }, seconds: 9 });
  expect(() => store.saveDebrief({ ...(entry as typeof NORTHWIND), draft: draft.id })).toThrow(/CHECK/);
  expect(store.counts()).toEqual({ deals: 0, debriefs: 0, drafts: 1 });
  expect(store.drafts.find(draft.id)).toEqual(draft);
  expect(connection.db.prepare('SELECT count(*) FROM change_set').pluck().get()).toBe(0);
});

test('a deal on file is debriefed in place, and keeps what was not answered this time', () => {
  const { store } = memory();
  store.saveDebrief(NORTHWIND);
  const again = store.saveDebrief(loss({ amount: undefined, winner: undefined, forecast: 30 }, { dealId: 'D1' }));
  expect(again.deal).toMatchObject({ id: 'D1', amount: NORTHWIND.deal.amount, winner: 'Globex', forecast: 30 });
  expect(again.debrief?.answers).toEqual(NORTHWIND.debrief.answers);
  expect(store.counts()).toEqual({ deals: 1, debriefs: 2, drafts: 0 });
});

test('the headline of the latest debrief stands out, and the earlier one joins the plan', () => {
  const { store } = memory();
  store.saveDebrief(NORTHWIND);
  const again = store.saveDebrief({ ...NORTHWIND, dealId: 'D1' });
  expect(again.followUp?.id).toBe('F4');
  expect(again.otherEntries.map(({ id }) => id)).toEqual(['F3', 'F6', 'F2', 'F5', 'F1']);
});

test('a deal that is not on file is refused by its id', () => {
  const { store } = memory();
  expect(() => store.saveDebrief({ ...NORTHWIND, dealId: 'D7' })).toThrow(
    expect.objectContaining({ exitCode: 3, message: 'There is no deal D7.' }),
  );
});

test('ids are never used again', () => {
  const { store, connection } = memory();
  store.saveDebrief(NORTHWIND);
  connection.db.exec('DELETE FROM deal');
  const next = store.saveDebrief(NORTHWIND);
  expect([next.deal.id, next.actions[0]?.id, next.followUp?.id]).toEqual(['D2', 'A3', 'F4']);
});

test('the first cause of each view is its primary one', () => {
  const { store, connection } = memory();
  store.saveDebrief(NORTHWIND);
  const causes = connection.db.prepare('SELECT whose, rank, reason FROM cause ORDER BY id').raw().all();
  expect(causes).toEqual([
    ['self', 'primary', 'access-authority'],
    ['self', 'contributing', 'trust-risk'],
    ['buyer', 'primary', 'trust-risk'],
  ]);
});

test('a changed letter in any answer breaks the seal of its debrief, and of no other', () => {
  const { store, connection } = memory();
  store.saveDebrief(NORTHWIND);
  store.saveDebrief(loss({ name: 'Contoso' }));
  expect(brokenSeals(connection)).toEqual([]);
  connection.db.exec(`UPDATE reflection SET said = replace(said, 'role', 'rule') WHERE debrief_id = 2`);
  expect(brokenSeals(connection)).toEqual(['D2']);
});
