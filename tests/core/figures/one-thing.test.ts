import { expect, test } from 'vitest';
import { decided } from '../../../src/core/figures/decisions.ts';
import { oneThing } from '../../../src/core/figures/one-thing.ts';
import { REASONS } from '../../../src/core/figures/reasons.ts';
import { type Counted, deals, euros, rowsOf, tableOf } from '../../support/tallies.ts';

const WHY_NOW = decided({ step: 'why-now' });
const ROLE = decided({ step: 'role' });

test('a step that goes with winning comes before what costs more', async () => {
  const counted: Counted = [
    [
      WHY_NOW,
      [
        deals(14, ['before', 'won']),
        deals(2, ['late', 'won']),
        deals(8, ['before', 'lost-competitor']),
        deals(20, ['never', 'postponed'], euros(340_000)),
        deals(2, ['late', 'postponed']),
      ],
    ],
    [REASONS, [deals(12, ['access-authority', null, 'lost-competitor'], euros(900_000))]],
  ];
  expect(await rowsOf(oneThing, counted)).toEqual({
    'why-now': {
      kind: 'step',
      losses: 22,
      value: { sums: [{ currency: 'EUR', minor: 34_000_000, deals: 20 }], unknownAmounts: 2 },
      basis: 'with-winning',
      sentence:
        'Next time, when a demo is asked for, I will first ask why they want a solution now. ' +
        'Missing it went with 22 of 30 losses, worth 340,000 EUR (2 without an amount), and with 2 of 16 wins.',
    },
  });
});

test('else the one that went with the most money, of steps and of reasons that can be worked on', async () => {
  const counted: Counted = [
    [ROLE, [deals(6, ['never', 'unknown'], euros(100_000))]],
    [
      REASONS,
      [
        deals(5, ['access-authority', null, 'lost-competitor'], euros(200_000)),
        deals(9, ['budget-absent', null, 'lost-competitor'], euros(900_000)),
        deals(9, ['other', null, 'lost-competitor'], euros(800_000)),
        deals(4, ['no-urgency', null, 'unknown'], euros(700_000)),
      ],
    ],
  ];
  expect(await rowsOf(oneThing, counted)).toEqual({
    'access-authority': {
      kind: 'reason',
      losses: 5,
      value: { sums: [{ currency: 'EUR', minor: 20_000_000, deals: 5 }], unknownAmounts: 0 },
      basis: 'most-value',
      sentence:
        'No way to the one who decides went with 5 of 27 losses, in my own view, worth 200,000 EUR. ' +
        'What may make up for it: asking for that person before the demo, or a page made for them to read.',
    },
  });
});

test('a step that the wins lack as often as the losses is not chosen', async () => {
  const counted: Counted = [
    [
      ROLE,
      [
        deals(5, ['never', 'won']),
        deals(5, ['before', 'won']),
        deals(10, ['never', 'unknown']),
        deals(10, ['before', 'unknown']),
      ],
    ],
    [WHY_NOW, [deals(5, ['never', 'unknown'])]],
  ];
  expect(Object.keys(await rowsOf(oneThing, counted))).toEqual(['why-now']);
});

test('without amounts the number of losses decides, and a tie is always broken alike', async () => {
  const losses = [deals(6, ['never', 'unknown'])];
  expect(
    Object.keys(
      await rowsOf(oneThing, [
        [ROLE, losses],
        [WHY_NOW, [deals(7, ['late', 'unknown'])]],
      ]),
    ),
  ).toEqual(['why-now']);
  expect(
    Object.keys(
      await rowsOf(oneThing, [
        [ROLE, losses],
        [WHY_NOW, losses],
      ]),
    ),
  ).toEqual(['role']);
});

test('money is compared in the currency with the most losses, and never across', async () => {
  const dollars = { currency: 'USD', minor: 99_000_000, largest: 99_000_000 };
  const counted: Counted = [
    [ROLE, [deals(5, ['never', 'unknown'], dollars)]],
    [WHY_NOW, [deals(5, ['never', 'unknown'], euros(1000))]],
    [REASONS, [deals(6, [null, null, 'unknown'], euros(9000)), deals(5, [null, null, 'unknown'], dollars)]],
  ];
  expect(Object.keys(await rowsOf(oneThing, counted))).toEqual(['why-now']);
});

test.each([
  ['money', euros(10)],
  ['losses', {}],
])('what made the choice is said: the most %s', async (what, amount) => {
  const counted: Counted = [
    [ROLE, [deals(5, ['never', 'unknown'], amount)]],
    [REASONS, [deals(5, [null, null, 'unknown'], amount)]],
  ];
  const table = await tableOf(oneThing, counted);
  const basis = table?.columns.find(({ key }) => key === 'basis');
  expect(table?.rows[0]?.values['basis']).toBe('most-value');
  expect(basis?.words?.['most-value']).toBe(`the most ${what} of what I can change`);
});

test('a step that no win tells about is said to be so', async () => {
  const { role } = await rowsOf(oneThing, [[ROLE, [deals(5, ['never', 'unknown'])]]]);
  expect(role?.['sentence']).toMatch(/Missing it went with 5 of 5 losses\. No debriefed win tells about it\.$/);
});

test('with fewer than five losses of each it is too early to say', async () => {
  const table = await tableOf(oneThing, [[ROLE, [deals(4, ['never', 'unknown'], euros(1_000_000))]]]);
  expect(table?.rows).toEqual([
    expect.objectContaining({
      key: 'too-early',
      values: expect.objectContaining({
        kind: 'none',
        sentence:
          'Too early to say: nothing that can be changed stands out in five losses yet. Each debrief, of a loss or a win, can tell: lossdebrief new',
      }),
    }),
  ]);
});

test('it never speaks of a cause', async () => {
  const rows = await rowsOf(oneThing, [[ROLE, [deals(9, ['never', 'unknown'], euros(10))]]]);
  expect(JSON.stringify(rows)).toContain('went with');
  expect(JSON.stringify(rows)).not.toMatch(/caus/i);
});

test('its columns are a contract', async () => {
  expect((await tableOf(oneThing, []))?.columns.map(({ key }) => key)).toEqual([
    'kind',
    'losses',
    'value',
    'basis',
    'sentence',
  ]);
});
