import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';

import { connectMemory } from '../../src/store/connect.ts';
import type { Connection } from '../../src/store/connection.ts';
import { storeOn } from '../../src/store/open-store.ts';
import type { DealFilter, Store } from '../../src/store/store.ts';
import { NO_PARTICULARS } from '../support/northwind.ts';
import { day, loss, NORTHWIND, OPEN } from './northwind.ts';

function memory(): { readonly store: Store; readonly connection: Connection } {
  const connection = connectMemory(Database, OPEN);
  onTestFinished(() => void connection.db.close());
  return { store: storeOn(connection), connection };
}

/** Northwind in euro, Contoso in dollars, Initech with no amount, and an imported deal nobody has debriefed. */
function team(): { readonly store: Store; readonly connection: Connection } {
  const { store, connection } = memory();
  store.saveDebrief(NORTHWIND);
  store.saveDebrief(
    loss(
      {
        name: 'Contoso',
        outcome: 'no-decision-indecision',
        winner: undefined,
        decidedOn: day('2026-10-01'),
        amount: { minor: 900_000, currency: 'USD' },
      },
      {
        contact: undefined,
        debrief: { ...NORTHWIND.debrief, primaryReason: 'no-urgency', answers: {} },
        kept: [
          { id: 'said', class: 'their-words', value: 'Später: "vielleicht" im ÄRZTEHAUS', asked: '?', said: '' },
          { id: 'own-it', class: 'reflection', value: 'I lost this because I waited.', asked: '?', said: '' },
        ],
      },
    ),
  );
  store.saveDebrief(loss({ name: 'Initech', winner: 'GLOBEX', decidedOn: day('2026-11-01'), amount: undefined }));
  connection.db.exec(
    `INSERT INTO deal (uuid, name, outcome) VALUES ('00000000-0000-4000-8000-000000000004', 'Umbra', 'lost-unspecified')`,
  );
  return { store, connection };
}

const NAMES: readonly (readonly [string, DealFilter, readonly string[]])[] = [
  ['nothing: the latest decision first', {}, ['Northwind Logistics', 'Initech', 'Contoso', 'Umbra']],
  ['an outcome', { outcome: ['no-decision-indecision', 'lost-unspecified'] }, ['Contoso', 'Umbra']],
  ['a reason', { reason: 'no-urgency' }, ['Contoso']],
  ['a competitor, however it is written', { competitor: 'globex' }, ['Northwind Logistics', 'Initech']],
  ['a first day, itself included', { from: day('2026-11-01') }, ['Northwind Logistics', 'Initech']],
  ['a last day, itself included', { to: day('2026-11-01') }, ['Initech', 'Contoso']],
  ['a word in the name', { text: 'NORTHWIND' }, ['Northwind Logistics']],
  ['their words, in any script', { text: 'ärztehaus' }, ['Contoso']],
  ['a reflection', { text: 'waited' }, ['Contoso']],
  ['words that occur in different places', { text: ' contoso  waited "vielleicht"' }, ['Contoso']],
  ['words that do not all occur', { text: 'contoso demo' }, []],
  ['signs that mean something to SQL', { text: `%' OR 1=1 --` }, []],
  ['names in order', { sort: 'name' }, ['Contoso', 'Initech', 'Northwind Logistics', 'Umbra']],
  ['amounts, each currency by itself', { sort: 'amount' }, ['Northwind Logistics', 'Contoso', 'Umbra', 'Initech']],
  ['several things at once', { competitor: 'Globex', text: 'initech', to: day('2026-11-30') }, ['Initech']],
];

test.each(NAMES)('records are found by %s', (_, filter, names) => {
  const { store } = team();
  expect(store.records(filter).map(({ deal }) => deal.name)).toEqual(names);
});

test('many records read like one', () => {
  const { store } = team();
  const many = store.records({});
  expect(many.length).toBeGreaterThan(1);
  expect(many.map(({ deal }) => store.record(deal.id))).toEqual(many);
});

test('a deal that nobody has debriefed has its facts alone', () => {
  const { store } = team();
  expect(store.record('D4')).toEqual({
    deal: {
      id: 'D4',
      uuid: '00000000-0000-4000-8000-000000000004',
      name: 'Umbra',
      outcome: 'lost-unspecified',
      amount: undefined,
      contractMonths: undefined,
      decidedOn: undefined,
      winner: undefined,
      forecast: undefined,
      stage: undefined,
    },
    particulars: NO_PARTICULARS,
    debrief: undefined,
    contact: undefined,
    actions: [],
    followUp: undefined,
    otherEntries: [],
    touches: [],
    reviews: [],
    views: { causes: [], feedback: [], opinions: [] },
  });
});

test.each(['D9', 'A1', 'Northwind Logistics', 'D'])('%j is no deal', (id) => {
  expect(team().store.record(id)).toBeUndefined();
});

test('a deleted deal is nowhere to be seen', () => {
  const { store, connection } = team();
  connection.db.exec(`UPDATE deal SET deleted_at = '2026-11-20T16:05:00.000Z' WHERE name = 'Northwind Logistics'`);
  expect(store.record('D1')).toBeUndefined();
  expect(store.records({ text: 'northwind' })).toEqual([]);
  expect(store.due(day('2028-01-01')).filter(({ dealId }) => dealId === 'D1')).toEqual([]);
  expect(store.history(OPEN.today).losses.map(({ deal }) => deal)).not.toContain('Northwind Logistics');
  expect(store.contactOf('Northwind Logistics')).toBeUndefined();
  expect(store.dealNames(9)).not.toContain('Northwind Logistics');
  expect(store.counts()).toEqual({ deals: 3, debriefs: 2, drafts: 0 });
  expect(() => store.items(['A1'])).toThrow(expect.objectContaining({ exitCode: 3 }));
});

test('names to offer begin with the deals that wait for a debrief, and name each once', () => {
  const { store } = team();
  store.saveDebrief(loss({ name: 'CONTOSO' }));
  expect(store.dealNames(9)).toEqual(['Umbra', 'CONTOSO', 'Initech', 'Northwind Logistics']);
  expect(store.dealNames(2)).toEqual(['Umbra', 'CONTOSO']);
});

test('the contact of a deal is the latest of any deal with that name', () => {
  const { store } = team();
  store.saveDebrief(
    loss({ name: 'NORTHWIND logistics' }, { contact: { name: 'Sam Ito', email: 'sam@northwind.example' } }),
  );
  expect(store.contactOf('Northwind Logistics')).toEqual({ name: 'Sam Ito', email: 'sam@northwind.example' });
  expect(store.contactOf('Contoso')).toBeUndefined();
});

test('a setting is kept until another takes its place', () => {
  const { store } = memory();
  expect(store.setting('currency')).toBeUndefined();
  store.keepSetting('currency', 'USD');
  store.keepSetting('currency', 'EUR');
  expect(store.setting('currency')).toBe('EUR');
});
