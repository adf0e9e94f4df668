import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect } from 'vitest';
import type { Store } from '../../src/store/store.ts';

/**
 * Puts a file at this path as a lossdebrief of that schema left it: four deals, three of them debriefed and one deleted since
 * schema 2, with custom fields, a log, a lesson, a phrase, an opinion, a request to the buyer, a focus and a draft.
 */
export function putKeptFile(schema: number, path: string): void {
  const packed = readFileSync(new URL(`../fixtures/schemas/schema-${schema}.db.gz`, import.meta.url));
  writeFileSync(path, gunzipSync(packed), { mode: 0o600 });
}

/** Holds what a file has in it against what was put into a kept one, whatever its schema was. */
export function expectAllKept(store: Store): void {
  const northwind = store.record('D1');
  expect(northwind).toMatchObject({
    deal: { name: 'Northwind Logistics', outcome: 'lost-competitor', amount: { minor: 14_800_000, currency: 'EUR' } },
    contact: { name: 'Dana Reyes', role: 'CFO', phone: '+1 555 0100' },
    debrief: {
      answers: { said: 'The CFO felt Globex was the safer choice.', 'own-it': 'never met the one who decides' },
    },
    followUp: { state: 'open', on: '2027-08-18' },
  });
  expect(northwind?.actions.map(({ state }) => state).slice(0, 2)).toEqual(['done', 'dropped']);
  expect(store.record('D2')?.deal).toMatchObject({ name: 'Contoso', outcome: 'won' });
  expect(store.record('D3')?.touches).toMatchObject([{ channel: 'call', note: 'asked for the price' }]);
  expect(store.lessons('decides').map(({ text }) => text)).toEqual(['Meet the one who decides before the demo.']);
  expect(store.phrases.all().map(({ phrase }) => phrase)).toEqual(['What would have to be true?']);
  expect(store.focus.open()?.area).toBe('why-now');
  expect(store.setting('currency')).toBe('EUR');
  expect(store.drafts.all()).toMatchObject([
    { id: 'R1', answers: { deal: 'Tailspin', amount: 5000, currency: 'EUR' }, seconds: 12 },
  ]);
  expect(store.customFields()).toEqual([{ name: 'Region', values: 2 }]);
}
