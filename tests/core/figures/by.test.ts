import { expect, test } from 'vitest';
import { by } from '../../../src/core/figures/by.ts';
import { decided, decisions } from '../../../src/core/figures/decisions.ts';
import { fieldCalled, knownFields } from '../../../src/core/figures/figure-scope.ts';
import { type Counted, deals, euros, scopeWith, tableOf } from '../../support/tallies.ts';
import { LOSS, WIN } from '../../support/shipped.ts';

const FIELDS = knownFields([LOSS, WIN], [{ name: 'Region', values: 3 }]);
const SEGMENT = fieldCalled('segment', FIELDS);

const SEGMENTS: Counted = [
  [
    decisions('segment')[0],
    [
      deals(2, ['Retail', 'won'], euros(20)),
      deals(4, ['Retail', 'unknown']),
      deals(6, ['Healthcare', 'lost-competitor']),
      deals(1, ['Healthcare', 'disqualified']),
      deals(1, [null, 'won']),
      deals(1, ['', 'lost-competitor']),
    ],
  ],
  [decisions('segment')[1], [deals(1, ['Retail', 'won'], euros(5))]],
];

test('each level has its rate and value, most deals first, and what is not noted comes last', async () => {
  const table = await tableOf(by, SEGMENTS, { by: SEGMENT });
  expect(table?.rows.map(({ key, label, values }) => [key, label, values['won'], values['total']])).toEqual([
    ['Retail', 'Retail', 3, 7],
    ['Healthcare', 'Healthcare', 0, 6],
    ['', 'not noted', 1, 2],
  ]);
  expect(table?.rows[0]?.values).toMatchObject({
    rate: 3 / 7,
    value: { sums: [{ currency: 'EUR', minor: 2500, deals: 3 }], unknownAmounts: 4 },
  });
});

test('coded answers are said in words, and a step of the loss says nothing of the win that came later', async () => {
  const counted: Counted = [[decided({ step: 'role' }), [deals(5, ['before', 'won']), deals(2, ['never', 'unknown'])]]];
  const table = await tableOf(by, counted, { by: fieldCalled('role', FIELDS) });
  expect(table?.title).toBe("How much is won, by the contact's role");
  expect(table?.rows.map(({ key, label }) => [key, label])).toEqual([
    ['before', 'before'],
    ['never', 'never'],
  ]);
  expect(by.needs(scopeWith({ by: fieldCalled('role', FIELDS) }))).toEqual([decided({ step: 'role' })]);
});

test('a value that is called like something in the language stands for itself', async () => {
  const names = ['constructor', '__proto__', 'toString'];
  const counted: Counted = [[decisions('segment')[0], names.map((name) => deals(1, [name, 'won']))]];
  const table = await tableOf(by, counted, { by: SEGMENT });
  expect(table?.rows.map(({ label }) => label)).toEqual(names.toSorted());
});

test('without --by there is no such figure', async () => {
  expect(await tableOf(by, SEGMENTS)).toBeUndefined();
});

test('a field that is not known is none', () => {
  expect(fieldCalled('colour', FIELDS)).toBeUndefined();
});

test('no reflection, no words of theirs and no outcome can be asked for', () => {
  const keys = FIELDS.map(({ key }) => key);
  for (const hidden of ['own-it', 'said', 'next-time', 'outcome', 'feeling-before']) expect(keys).not.toContain(hidden);
});

test('its columns are a contract', async () => {
  expect((await tableOf(by, [], { by: SEGMENT }))?.columns.map(({ key }) => key)).toEqual([
    'won',
    'total',
    'rate',
    'low',
    'high',
    'value',
  ]);
});
