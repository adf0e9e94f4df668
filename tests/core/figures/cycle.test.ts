import { expect, test } from 'vitest';
import { cycle } from '../../../src/core/figures/cycle.ts';
import { decided } from '../../../src/core/figures/decisions.ts';
import { type Counted, deals, notesOf, rowsOf, tableOf } from '../../support/tallies.ts';

const DAYS: Counted = [
  [
    decided('cycle-days'),
    [
      deals(2, [10, 'won']),
      deals(1, [20, 'won']),
      deals(2, [40, 'won']),
      deals(4, [90, 'unknown']),
      deals(3, [null, 'lost-competitor']),
      deals(1, [700, 'disqualified']),
    ],
  ],
];

test('the median and the quartiles are of deals, however they are grouped', async () => {
  expect(await rowsOf(cycle, DAYS)).toEqual({
    won: { deals: 5, medianDays: 20, quartiles: [10, 40] },
    lost: { deals: 4, medianDays: null, quartiles: null },
  });
});

test('it says how many deals were opened on no day that is known', async () => {
  expect((await notesOf(cycle, DAYS))[1]).toBe('3 of 12 deals have no day on which they were opened and are left out.');
});

test('a deal that ended before its first day is left out, and that is told', async () => {
  const backwards: Counted = [[decided('cycle-days'), [deals(5, [10, 'won']), deals(1, [-12, 'won'])]]];
  expect((await rowsOf(cycle, backwards))['won']).toEqual({ deals: 5, medianDays: 10, quartiles: [10, 10] });
  expect((await notesOf(cycle, backwards))[1]).toBe('1 deal ended before the day noted as its first, and is left out.');
});

test('its columns are a contract', async () => {
  expect((await tableOf(cycle, []))?.columns.map(({ key }) => key)).toEqual(['deals', 'medianDays', 'quartiles']);
});
