import { expect, test } from 'vitest';
import { agreement } from '../../../src/core/figures/agreement.ts';
import { decided } from '../../../src/core/figures/decisions.ts';
import { REASONS } from '../../../src/core/figures/reasons.ts';
import { type Counted, deals, notesOf, rowsOf, tableOf } from '../../support/tallies.ts';

const HELD: Counted = [
  [
    REASONS,
    [
      deals(3, ['trust-risk', 'exact', 'lost-competitor']),
      deals(1, ['no-urgency', 'partly', 'unknown']),
      deals(1, ['bad-fit', 'wrong', 'disqualified']),
      deals(9, ['no-urgency', null, 'unknown']),
    ],
  ],
  [
    decided('feedback'),
    [deals(4, ['replied', 'lost-competitor']), deals(6, ['asked', 'unknown']), deals(5, [null, 'won'])],
  ],
];

test('my reason is held against the one confirmed later, of those who replied', async () => {
  expect(await rowsOf(agreement, HELD)).toMatchObject({
    exact: { count: 3, total: 5, share: 0.6, replyRate: 0.4 },
    partly: { count: 1, total: 5, share: 0.2, replyRate: 0.4 },
    wrong: { count: 1, total: 5, share: 0.2, replyRate: 0.4 },
  });
  expect(await notesOf(agreement, HELD)).toEqual([
    'Buyers who replied when asked: 4 of 10 (17 % to 69 %). Those who reply may not be like those who do not.',
  ]);
});

test('where nobody was asked, it says how to ask', async () => {
  expect(await notesOf(agreement, [])).toEqual(['No buyer has been asked yet. Ask one: lossdebrief feedback D12']);
});

test('its columns are a contract', async () => {
  expect((await tableOf(agreement, []))?.columns.map(({ key }) => key)).toEqual([
    'count',
    'total',
    'share',
    'low',
    'high',
    'replyRate',
  ]);
});
