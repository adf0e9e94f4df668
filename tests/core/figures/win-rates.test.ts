import { expect, test } from 'vitest';
import { decisions } from '../../../src/core/figures/decisions.ts';
import { winRates } from '../../../src/core/figures/win-rates.ts';
import { type Counted, deals, euros, notesOf, rowsOf, tableOf } from '../../support/tallies.ts';

const [ENDED, WON_BACK] = decisions();

const TWENTY: Counted = [
  [
    ENDED,
    [
      deals(5, ['won'], euros(500, 200)),
      deals(4, ['lost-competitor'], euros(400, 150)),
      deals(1, ['lost-incumbent']),
      deals(2, ['in-house'], euros(60, 40)),
      deals(3, ['lost-unspecified'], { currency: 'USD', minor: 90_000, largest: 50_000 }),
      deals(4, ['no-decision-indecision'], euros(40, 10)),
      deals(3, ['we-walked-away'], euros(9000, 9000)),
    ],
  ],
  [WON_BACK, [deals(1, ['won'], euros(100))]],
];

test('the overall rate is of won, lost and no decision, and what we ended is in none', async () => {
  expect(await rowsOf(winRates, TWENTY)).toMatchObject({
    overall: { count: 6, total: 20, rate: 0.3 },
    competitive: { count: 6, total: 11 },
    'no-decision': { count: 4, total: 20, rate: 0.2 },
  });
  expect((await notesOf(winRates, TWENTY))[0]).toBe('3 deals that we ended ourselves are not counted here.');
});

test('a rate carries its Wilson interval', async () => {
  const { overall } = await rowsOf(winRates, TWENTY);
  // 6 of 20: (6 + 1.92) / 23.84 is 0.332; 1.96 √(6 · 14 / 20 + 0.96) / 23.84 is 0.187.
  expect(overall?.['low']).toBeCloseTo(0.1455, 3);
  expect(overall?.['high']).toBeCloseTo(0.519, 3);
});

test('values are summed by currency, with the deals whose amount is unknown', async () => {
  const { overall, 'no-decision': none } = await rowsOf(winRates, TWENTY);
  expect(overall?.['wonValue']).toEqual({ sums: [{ currency: 'EUR', minor: 60_000, deals: 6 }], unknownAmounts: 0 });
  expect(overall?.['totalValue']).toEqual({
    sums: [
      { currency: 'EUR', minor: 110_000, deals: 16 },
      { currency: 'USD', minor: 90_000, deals: 3 },
    ],
    unknownAmounts: 1,
  });
  expect(none?.['wonValue']).toBeNull();
});

test('the largest share is that of one deal in the currency with the most deals', async () => {
  const { overall } = await rowsOf(winRates, TWENTY);
  expect(overall?.['largestShare']).toBeCloseTo(200 / 1100, 6);
});

test('of fewer than five deals each is a large one, so no largest share is told', async () => {
  const few: Counted = [[decisions()[0], [deals(4, ['won'], euros(400, 100))]]];
  const { overall } = await rowsOf(winRates, few);
  expect(overall?.['largestShare']).toBeNull();
  expect((await notesOf(winRates, few)).join(' ')).not.toContain('Largest deal');
});

test('of fewer than five decisions there are counts and no rate', async () => {
  const table = await tableOf(winRates, [[ENDED, [deals(3, ['won']), deals(1, ['lost-competitor'])]]]);
  expect(table?.rows[0]).toMatchObject({
    evidence: 'too-few',
    values: { count: 3, total: 4, rate: null, low: null, high: null },
  });
});

test('its columns are a contract', async () => {
  expect((await tableOf(winRates, []))?.columns.map(({ key }) => key)).toEqual([
    'count',
    'total',
    'rate',
    'low',
    'high',
    'wonValue',
    'totalValue',
    'largestShare',
  ]);
});

const IMPORTED: Counted = [[ENDED, [deals(184, ['won'], euros(900, 90)), deals(208, ['lost-unspecified'])]]];

test('where most losses do not say how they ended, nobody can tell how many a vendor won', async () => {
  const { overall, competitive, 'no-decision': none } = await rowsOf(winRates, IMPORTED);
  expect(overall).toMatchObject({ count: 184, total: 392, rate: 184 / 392 });
  expect(competitive).toMatchObject({ count: 184, total: null, rate: null, low: null, high: null, totalValue: null });
  expect(none).toMatchObject({ count: null, total: 392, rate: null, low: null, high: null });
  expect((await notesOf(winRates, IMPORTED))[0]).toBe(
    'Of 208 losses nobody noted who has the business now, so it is not known yet how many went to another vendor and how many ended without a decision.',
  );
});

test('where few losses do not say how they ended, that is told beside the rates', async () => {
  expect((await notesOf(winRates, TWENTY))[1]).toBe(
    'Of 3 losses nobody noted who has the business now: they are not in the second row, and each may have ended without a decision.',
  );
});

test('where we ended none ourselves, nothing is said of that', async () => {
  expect((await notesOf(winRates, IMPORTED)).join(' ')).not.toContain('ended ourselves');
});
