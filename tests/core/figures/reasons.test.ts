import { expect, test } from 'vitest';
import { REASONS, reasons } from '../../../src/core/figures/reasons.ts';
import { type Counted, deals, euros, notesOf, rowsOf, tableOf } from '../../support/tallies.ts';

const LOSSES: Counted = [
  [
    REASONS,
    [
      deals(3, ['no-urgency', 'exact', 'unknown'], euros(300)),
      deals(2, ['no-urgency', null, 'lost-competitor']),
      deals(1, ['trust-risk', 'partly', 'lost-competitor']),
      deals(4, ['a-reason-of-my-own', 'wrong', 'postponed']),
      deals(2, [null, null, 'lost-unspecified']),
      deals(6, ['bad-fit', null, 'disqualified']),
      deals(9, [null, null, 'won']),
    ],
  ],
];

test('each loss counts under its primary reason, most first; deals that we ended do not', async () => {
  const table = await tableOf(reasons, LOSSES);
  expect(table?.rows.map(({ key, values }) => [key, values['losses'], values['total'], values['share']])).toEqual([
    ['no-urgency', 5, 10, 0.5],
    ['a-reason-of-my-own', 4, 10, 0.4],
    ['trust-risk', 1, 10, 0.1],
  ]);
});

test('a reason has its words, its value, in whose hands it is, and how often it was confirmed', async () => {
  const table = await tableOf(reasons, LOSSES);
  expect(table?.rows[0]).toMatchObject({
    label: 'no reason to act now',
    values: {
      value: { sums: [{ currency: 'EUR', minor: 30_000, deals: 3 }], unknownAmounts: 2 },
      control: 'influence',
      confirmed: 3,
    },
  });
});

test('a code that nobody knows any more stands for itself', async () => {
  expect(await rowsOf(reasons, LOSSES)).toMatchObject({ 'a-reason-of-my-own': { control: null, confirmed: 0 } });
});

test('it says how many losses have no reason', async () => {
  expect(await notesOf(reasons, LOSSES)).toContain('2 of 12 losses have no reason noted and are left out.');
});

test('its columns are a contract', async () => {
  expect((await tableOf(reasons, []))?.columns.map(({ key }) => key)).toEqual([
    'losses',
    'total',
    'share',
    'low',
    'high',
    'value',
    'control',
    'confirmed',
  ]);
});
