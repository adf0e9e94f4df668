import { expect, test } from 'vitest';
import { decided, decisions } from '../../../src/core/figures/decisions.ts';
import { personas } from '../../../src/core/figures/personas.ts';
import { figureRows, lookAt } from '../../support/looked-at.ts';
import { testApp } from '../../support/test-app.ts';
import { type Counted, deals, rowsOf, tableOf } from '../../support/tallies.ts';

const [ENDED, WON_BACK] = decisions('persona');

test('each persona has what was won, lost and left undecided, and how often it was the wrong buyer', async () => {
  const counted: Counted = [
    [
      ENDED,
      [
        deals(4, ['COO', 'won']),
        deals(3, ['COO', 'lost-competitor']),
        deals(1, ['COO', 'postponed']),
        deals(2, ['IT lead', 'no-decision-status-quo']),
        deals(3, [null, 'won']),
        deals(3, ['IT lead', 'disqualified']),
      ],
    ],
    [WON_BACK, [deals(1, ['COO', 'won'])]],
    [
      decided('persona', { answer: 'right-buyer' }),
      [
        deals(1, ['COO', 'wrong-person', 'lost-competitor']),
        deals(1, ['COO', 'right', 'postponed']),
        deals(1, ['COO', 'unknown', 'lost-competitor']),
        deals(2, ['IT lead', 'wrong-company', 'no-decision-status-quo']),
      ],
    ],
  ];
  const table = await tableOf(personas, counted);
  expect(table?.rows.map(({ key }) => key)).toEqual(['COO', 'IT lead', '']);
  expect(await rowsOf(personas, counted)).toMatchObject({
    COO: {
      won: 5,
      total: 9,
      rate: 5 / 9,
      lost: 3,
      noDecision: 1,
      noDecisionShare: 1 / 9,
      wrongPerson: 1,
      wrongCompany: 0,
      buyerKnown: 2,
    },
    'IT lead': { won: 0, total: 2, rate: null, noDecision: 2, noDecisionShare: null, wrongCompany: 2, buyerKnown: 2 },
  });
});

test('whether it was the right buyer is counted where no persona is noted, too', async () => {
  const app = await testApp();
  await lookAt(
    app,
    { deep: { 'right-buyer': 'wrong-company' } },
    { deep: { 'right-buyer': 'right' } },
    { isWon: true },
  );
  expect(await figureRows(app, 'personas')).toMatchObject({
    '': { label: 'not noted', won: 1, total: 3, noDecision: 2, wrongPerson: 0, wrongCompany: 1, buyerKnown: 2 },
  });
});

test('it is not shown where no deal has either', async () => {
  expect(await tableOf(personas, [[ENDED, [deals(3, [null, 'won']), deals(3, ['', 'unknown'])]]])).toBeUndefined();
});
