import { expect, test } from 'vitest';
import { decided } from '../../../src/core/figures/decisions.ts';
import { MARKETING_FIGURES } from '../../../src/core/figures/for-marketing.ts';
import { valued, valuedBy } from '../../../src/core/figures/valued.ts';
import { isShared } from '../../../src/core/report/report-audience.ts';
import { type Counted, deals, notesOf, tableOf } from '../../support/tallies.ts';

const EDGE = { answer: 'winner-edge' } as const;

test('where the winners were better stands by how often, of the losses in which it was seen', async () => {
  const counted: Counted = [
    [
      decided(EDGE),
      [
        deals(2, ['speed', 'lost-competitor']),
        deals(3, ['proof', 'lost-incumbent']),
        deals(4, ['cannot-see', 'in-house']),
        deals(1, [null, 'postponed']),
        deals(7, ['proof', 'disqualified']),
      ],
    ],
  ];
  const table = await tableOf(valued, counted);
  expect(table?.rows.map(({ key, label, values }) => [key, label, values['losses'], values['total']])).toEqual([
    ['proof', 'proof', 3, 5],
    ['speed', 'speed', 2, 5],
  ]);
  expect(await notesOf(valued, counted)).toEqual([
    'As we see it, in 5 losses. Of 5 more nobody could tell, or nobody else has the business.',
  ]);
});

test('a single loss is said in the right number', async () => {
  const counted: Counted = [[decided({ answer: 'winner-edge' }), [deals(1, ['speed', 'lost-competitor'])]]];
  expect((await notesOf(valued, counted))[0]).toBe('As we see it, in 1 loss.');
});

test('for each persona, segment and source there is what was named most, and how little that may be', async () => {
  const counted: Counted = [
    [
      decided(EDGE, 'persona'),
      [
        deals(4, ['proof', 'CFO', 'lost-competitor']),
        deals(2, ['offer', 'CFO', 'lost-competitor']),
        deals(1, ['offer', 'COO', 'lost-competitor']),
        deals(3, ['cannot-see', 'COO', 'lost-competitor']),
        deals(3, ['offer', null, 'lost-competitor']),
      ],
    ],
    [decided(EDGE, 'source'), [deals(2, ['ties', 'event', 'lost-incumbent'])]],
  ];
  const table = await tableOf(valuedBy, counted);
  expect(
    table?.rows.map(({ key, values, evidence }) => [key, values['most'], values['losses'], values['total'], evidence]),
  ).toEqual([
    ['persona:CFO', 'proof', 4, 6, 'counts'],
    ['persona:COO', 'offer', 1, 1, 'too-few'],
    ['source:event', 'ties', 2, 2, 'too-few'],
  ]);
});

test('every figure that is made for marketing is on the list of what it may see', () => {
  expect(MARKETING_FIGURES.filter(({ id }) => !isShared(id, 'marketing'))).toEqual([]);
});
