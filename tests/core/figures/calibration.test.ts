import { expect, test } from 'vitest';
import { calibration } from '../../../src/core/figures/calibration.ts';
import { decided } from '../../../src/core/figures/decisions.ts';
import { type Counted, deals, rowsOf, tableOf } from '../../support/tallies.ts';

const SAID: Counted = [
  [
    decided('forecast'),
    [
      deals(3, [80, 'won']),
      deals(2, [100, 'won']),
      deals(6, [90, 'lost-competitor']),
      deals(1, [79, 'unknown']),
      deals(2, [0, 'unknown']),
      deals(4, [null, 'won']),
      deals(1, [10, 'disqualified']),
    ],
  ],
];

test('deals that were called sure stand beside how many of them came in', async () => {
  const rows = await rowsOf(calibration, SAID);
  expect(Object.keys(rows)).toEqual(['0-19', '20-39', '40-59', '60-79', '80-100']);
  expect(rows['80-100']).toMatchObject({ deals: 11, won: 5, rate: 5 / 11 });
  expect(rows['80-100']?.['meanForecast']).toBeCloseTo((3 * 0.8 + 2 + 6 * 0.9) / 11, 9);
  expect(rows['60-79']).toMatchObject({ deals: 1, won: 0, rate: null, meanForecast: 0.79 });
  expect(rows['20-39']).toMatchObject({ deals: 0, meanForecast: null });
});

test.each([
  ['only wins', [deals(9, [80, 'won'])]],
  ['only losses', [deals(9, [80, 'unknown']), deals(3, [null, 'won'])]],
])('it is hidden while %s carry a forecast', async (_, tally) => {
  expect(await tableOf(calibration, [[decided('forecast'), tally]])).toBeUndefined();
});

test('its columns are a contract', async () => {
  expect((await tableOf(calibration, SAID))?.columns.map(({ key }) => key)).toEqual([
    'deals',
    'won',
    'meanForecast',
    'rate',
    'low',
    'high',
  ]);
});
