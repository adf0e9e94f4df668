import { expect, onTestFinished, test } from 'vitest';

import { openMemoryStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { day, loss, OPEN, TODAY } from './northwind.ts';

async function memory(): Promise<Store> {
  const store = await openMemoryStore(OPEN);
  onTestFinished(store.close);
  return store;
}

test('the file itself holds one area and one experiment at a time', async () => {
  const store = await memory();
  const area = { area: 'why-now', since: TODAY, until: day('2026-12-20') };
  store.focus.begin(area);
  expect(() => store.focus.begin({ ...area, area: 'role' })).toThrow(/UNIQUE/);
  expect(store.focus.open()).toEqual(area);
  store.experiment.begin('Send the agenda.', TODAY);
  expect(() => store.experiment.begin('Send flowers.', TODAY)).toThrow(/UNIQUE/);
});

test('a step is scored by the debriefs of its days, both ends included, and by those alone', async () => {
  const store = await memory();
  for (const on of ['2026-11-19', '2026-11-20', '2026-11-30', '2026-12-01']) {
    store.saveDebrief({ ...loss({ name: `Deal of ${on}` }), on: day(on) });
  }
  const score = (step: string): unknown => store.focus.score(step, day('2026-11-20'), day('2026-11-30'));
  expect(score('timeframe')).toEqual({ done: 2, known: 2 });
  expect(score('why-now')).toEqual({ done: 0, known: 2 });
  expect(score('priorities')).toEqual({ done: 0, known: 0 });
});

test('an experiment goes with its debrief if that cannot be kept', async () => {
  const store = await memory();
  const named = loss({ name: 'Contoso' });
  const debrief = { ...named.debrief, answers: { ...named.debrief.answers, experiment: 'Send the agenda.' } };
  expect(() => store.saveDebrief({ ...named, debrief, dealId: 'D9' })).toThrow(
    expect.objectContaining({ exitCode: 3 }),
  );
  expect(store.experiment.open()).toBeUndefined();
  store.saveDebrief({ ...named, debrief });
  expect(store.experiment.open()).toMatchObject({ text: 'Send the agenda.', deal: { id: 'D1', name: 'Contoso' } });
});
