import { expect, test } from 'vitest';
import { decided } from '../../../src/core/figures/decisions.ts';
import { steps } from '../../../src/core/figures/steps.ts';
import { type Counted, deals, euros, notesOf, rowsOf, tableOf } from '../../support/tallies.ts';

/** Newcombe's own example (1998): 56 of 70 and 48 of 80. */
const WHY_NOW: Counted = [
  [
    decided({ step: 'why-now' }),
    [
      deals(56, ['before', 'won']),
      deals(14, ['late', 'won']),
      deals(48, ['before', 'lost-competitor'], euros(4800)),
      deals(20, ['never', 'postponed'], euros(2000)),
      deals(12, ['late', 'lost-competitor']),
      deals(30, ['unknown', 'won']),
      deals(30, [null, 'lost-unspecified']),
      deals(9, ['never', 'disqualified'], euros(9)),
    ],
  ],
];

test('a step is compared between wins and losses, with what it was worth in the losses without it', async () => {
  const { 'why-now': row } = await rowsOf(steps, WHY_NOW);
  expect(row).toMatchObject({
    wonDone: 56,
    wonAsked: 70,
    lostDone: 48,
    lostAsked: 80,
    lostValue: { sums: [{ currency: 'EUR', minor: 200_000, deals: 20 }], unknownAmounts: 12 },
  });
  expect(row?.['difference']).toBeCloseTo(0.2, 6);
  expect(row?.['low']).toBeCloseTo(0.0524, 4);
  expect(row?.['high']).toBeCloseTo(0.3339, 4);
  expect((await notesOf(steps, WHY_NOW))[1]).toContain(
    'Chance alone would seldom make a difference as large as that of their reason to act now.',
  );
});

test('asking again counts as done with yes, and as missed with no', async () => {
  const counted: Counted = [
    [
      decided({ step: 'rechecked' }),
      [deals(2, ['yes', 'won']), deals(3, ['no', 'unknown']), deals(1, ['unknown', 'won'])],
    ],
  ];
  expect(await rowsOf(steps, counted)).toMatchObject({
    rechecked: { wonDone: 2, wonAsked: 2, lostDone: 0, lostAsked: 3, difference: null },
  });
});

test('fewer than five on one side are too few for a difference', async () => {
  const counted: Counted = [
    [decided({ step: 'role' }), [deals(4, ['before', 'won']), deals(40, ['never', 'lost-competitor'])]],
  ];
  const table = await tableOf(steps, counted);
  expect(table?.rows.find(({ key }) => key === 'role')).toMatchObject({
    evidence: 'too-few',
    values: { difference: null, low: null, high: null },
  });
  expect(table?.notes[1]).toBe('No step shows a difference yet that chance alone would seldom make.');
});

test('every step of the frameworks has its row, and the columns are a contract', async () => {
  const table = await tableOf(steps, []);
  expect(table?.rows.map(({ key }) => key)).toEqual(['timeframe', 'why-now', 'role', 'priorities', 'rechecked']);
  expect(table?.columns.map(({ key }) => key)).toEqual([
    'wonDone',
    'wonAsked',
    'lostDone',
    'lostAsked',
    'difference',
    'low',
    'high',
    'lostValue',
  ]);
});
