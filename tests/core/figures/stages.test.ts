import { expect, test } from 'vitest';
import { decided } from '../../../src/core/figures/decisions.ts';
import { stages } from '../../../src/core/figures/stages.ts';
import { type Counted, deals, euros, notesOf, tableOf } from '../../support/tallies.ts';

const EIGHT: Counted = [
  [
    decided('stage'),
    [
      deals(3, ['proposal', 'lost-competitor'], euros(90)),
      deals(4, ['qualified', 'unknown']),
      deals(1, ['A stage of the CRM', 'lost-unspecified']),
      deals(2, [null, 'postponed']),
      deals(2, ['lead', 'disqualified']),
      deals(5, ['contract', 'won']),
    ],
  ],
];

test('losses stand by the stage where they turned, in the order of the sale', async () => {
  const table = await tableOf(stages, EIGHT);
  expect(table?.rows.map(({ key, values }) => [key, values['losses'], values['share'], values['early']])).toEqual([
    ['qualified', 4, 0.5, true],
    ['proposal', 3, 0.375, false],
    ['A stage of the CRM', 1, 0.125, false],
  ]);
  expect(table?.rows[1]?.values['value']).toEqual({
    sums: [{ currency: 'EUR', minor: 9000, deals: 3 }],
    unknownAmounts: 0,
  });
});

test('half of the losses before the demo is a warning, with the counts, by persona and source too', async () => {
  const counted: Counted = [
    ...EIGHT,
    [
      decided('stage', 'persona'),
      [
        deals(4, ['qualified', 'COO', 'unknown']),
        deals(2, ['proposal', 'COO', 'lost-competitor']),
        deals(1, ['lead', 'CFO', 'unknown']),
      ],
    ],
  ];
  expect((await notesOf(stages, counted)).at(-1)).toBe(
    'Half or more turned before the demo, at lead, qualified or discovery: all losses (4 of 8) and persona COO (4 of 6). Are these the right people, and is it the right message for them?',
  );
});

test.each([
  ['four losses are too few for a warning', [deals(4, ['qualified', 'unknown'])]],
  ['less than half is no warning', [deals(4, ['qualified', 'unknown']), deals(5, ['proposal', 'unknown'])]],
])('%s', async (_, tally) => {
  expect(await notesOf(stages, [[decided('stage'), tally]])).toEqual([]);
});

test('it says how many losses have no stage', async () => {
  expect((await notesOf(stages, EIGHT))[0]).toBe('2 of 10 losses have no stage noted and are left out.');
});

test('its columns are a contract', async () => {
  expect((await tableOf(stages, []))?.columns.map(({ key }) => key)).toEqual([
    'losses',
    'total',
    'share',
    'low',
    'high',
    'value',
    'early',
  ]);
});
