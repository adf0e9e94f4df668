import { join } from 'node:path';

import * as fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';

import type { Answers } from '../../src/core/answers.ts';
import { openMemoryStore, openStore } from '../../src/store/open-store.ts';
import type { NewDraft, Store } from '../../src/store/store.ts';
import { day, OPEN } from './northwind.ts';
import { temporaryFolder } from './temporary-folder.ts';

const CONTOSO: NewDraft = { framework: 'loss', version: 1, answers: { deal: 'Contoso' }, seconds: 4 };

async function memory(): Promise<Store> {
  const store = await openMemoryStore(OPEN);
  onTestFinished(store.close);
  return store;
}

test('every answer is there again after the file was closed', async () => {
  const path = join(temporaryFolder(), 'lossdebrief.db');
  const first = await openStore({ ...OPEN, path, purpose: 'write' });
  const { id } = first.drafts.begin(CONTOSO);
  first.drafts.keep(id, {
    answers: { deal: 'Contoso', forecast: 80, said: null, steps: { role: 'late' } },
    seconds: 31,
  });
  first.close();
  const second = await openStore({ ...OPEN, path, purpose: 'read' });
  onTestFinished(second.close);
  expect(second.drafts.find(id)).toEqual({
    ...CONTOSO,
    id: 'R1',
    answers: { deal: 'Contoso', forecast: 80, said: null, steps: { role: 'late' } },
    seconds: 31,
    keptOn: OPEN.today,
  });
});

test('any answers come back as they were, in their order', async () => {
  const store = await memory();
  const { id } = store.drafts.begin(CONTOSO);
  const text = fc.string({ unit: 'binary' });
  const value = fc.oneof(text, fc.integer(), fc.constant(null), fc.dictionary(text, text, { noNullPrototype: true }));
  const answers = fc.dictionary(fc.string({ unit: 'binary', minLength: 1 }), value, { noNullPrototype: true });
  fc.assert(
    fc.property(answers, (given) => {
      const expected = given as Answers;
      store.drafts.keep(id, { answers: expected, seconds: 5 });
      const found = store.drafts.find(id)?.answers;
      expect(found).toEqual(expected);
      expect(Object.keys(found ?? {})).toEqual(Object.keys(expected));
    }),
  );
});

test('the question that is to be asked again is kept until it is answered, and is no answer', async () => {
  const store = await openMemoryStore(OPEN);
  const { id } = store.drafts.begin({ ...CONTOSO, halfAnswered: 'steps' });
  expect(store.drafts.find(id)).toMatchObject({ answers: CONTOSO.answers, halfAnswered: 'steps' });
  store.drafts.keep(id, CONTOSO);
  expect(store.drafts.all()[0]).toMatchObject({ answers: CONTOSO.answers, halfAnswered: undefined });
});

test('the one answered last comes first', async () => {
  const store = await memory();
  const contoso = store.drafts.begin(CONTOSO);
  const initech = store.drafts.begin({ ...CONTOSO, answers: { deal: 'Initech' } });
  expect(store.drafts.all().map(({ id }) => id)).toEqual([initech.id, contoso.id]);
  store.drafts.keep(contoso.id, { answers: { deal: 'Contoso', forecast: 60 }, seconds: 9 });
  expect(store.drafts.all().map(({ id }) => id)).toEqual([contoso.id, initech.id]);
});

test('keeping an answer moves a draft to today', async () => {
  const path = join(temporaryFolder(), 'lossdebrief.db');
  const friday = await openStore({ ...OPEN, path, purpose: 'write' });
  const { id } = friday.drafts.begin(CONTOSO);
  friday.close();
  const monday = await openStore({ ...OPEN, path, purpose: 'write', today: day('2026-11-23') });
  onTestFinished(monday.close);
  monday.drafts.keep(id, { answers: CONTOSO.answers, seconds: 6 });
  expect(monday.drafts.find(id)?.keptOn).toBe('2026-11-23');
});

test('a discarded draft is gone, and its id is not used again', async () => {
  const store = await memory();
  const { id } = store.drafts.begin(CONTOSO);
  expect(store.drafts.discard(id)).toBe(true);
  expect(store.drafts.discard(id)).toBe(false);
  expect(store.drafts.find(id)).toBeUndefined();
  expect(store.drafts.begin(CONTOSO).id).toBe('R2');
});

test('an answer for a draft that is gone is refused', async () => {
  const store = await memory();
  const { id } = store.drafts.begin(CONTOSO);
  store.drafts.discard(id);
  expect(() => store.drafts.keep(id, { answers: CONTOSO.answers, seconds: 5 })).toThrow(
    expect.objectContaining({ exitCode: 3 }),
  );
});

test.each(['r1', ' R1 '])('a draft is found as %j', async (id) => {
  const store = await memory();
  store.drafts.begin(CONTOSO);
  expect(store.drafts.find(id)?.id).toBe('R1');
});

test.each(['D1', '1', 'R0', 'R1x', 'R-1', ''])('%j is no draft', async (id) => {
  const store = await memory();
  store.drafts.begin(CONTOSO);
  expect(store.drafts.find(id)).toBeUndefined();
});
