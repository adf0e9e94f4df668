import { expect, test } from 'vitest';
import { repeats } from '../../../src/core/figures/repeats.ts';
import type { Dimension, TallyRequest } from '../../../src/core/report/tally.ts';
import { type Counted, deals, euros, rowsOf, scopeWith, tableOf } from '../../support/tallies.ts';
import { day } from '../../support/days.ts';

const HALF_A_YEAR = { from: day('2026-05-24'), to: day('2026-11-20') };

function losses(dimension: Dimension): TallyRequest {
  return { of: 'decided', by: [dimension, 'outcome'], within: HALF_A_YEAR };
}

function actions(dimension: Dimension): TallyRequest {
  return { of: 'action', by: [dimension, 'state', 'rule'], within: HALF_A_YEAR };
}

const CAME_BACK: Counted = [
  [
    losses({ step: 'role' }),
    [
      deals(1, ['late', 'lost-competitor'], { ...euros(61_000), last: day('2026-09-11') }),
      deals(2, ['never', 'postponed'], { last: day('2026-10-02') }),
      deals(4, ['before', 'lost-competitor']),
      deals(3, ['never', 'won'], { last: day('2026-11-19') }),
    ],
  ],
  [
    actions({ step: 'role' }),
    [
      deals(1, ['never', 'open', 'ask-their-role'], { latest: 12 }),
      deals(1, ['late', 'overdue', 'next-time'], { latest: 31 }),
      deals(1, ['never', 'done', 'ask-their-role'], { latest: 40 }),
      deals(1, ['never', 'open', 'deep-review'], { latest: 41 }),
      deals(1, ['before', 'open', 'next-time'], { latest: 42 }),
    ],
  ],
  [losses({ step: 'why-now' }), [deals(1, ['never', 'unknown'])]],
  [losses('reason'), [deals(2, ['no-urgency', 'unknown']), deals(5, [null, 'unknown'])]],
  [actions('reason'), [deals(1, ['trust-risk', 'open', 'next-time'], { latest: 7 })]],
];

test('a step that was missed more than once says when last, what it was worth, and which action is still open', async () => {
  expect((await rowsOf(repeats, CAME_BACK))['role']).toEqual({
    kind: 'step',
    times: 3,
    value: { sums: [{ currency: 'EUR', minor: 6_100_000, deals: 1 }], unknownAmounts: 2 },
    lastSeen: '2026-10-02',
    openAction: 'A31',
  });
});

test('so does a reason; what came once is no repeat', async () => {
  const rows = await rowsOf(repeats, CAME_BACK);
  expect(Object.keys(rows)).toEqual(['role', 'no-urgency']);
  expect(rows['no-urgency']).toMatchObject({ kind: 'reason', times: 2, openAction: null });
});

test('the half year ends with the report, and never after today', () => {
  expect(windowUpTo('2026-06-30')).toEqual({ from: '2026-01-01', to: '2026-06-30' });
  expect(windowUpTo('2026-12-31')).toEqual(HALF_A_YEAR);
});

function windowUpTo(to: string): unknown {
  return repeats.needs(scopeWith({ period: { from: undefined, to: day(to) } }))[0]?.within;
}

test('its columns are a contract', async () => {
  expect((await tableOf(repeats, []))?.columns.map(({ key }) => key)).toEqual([
    'kind',
    'times',
    'value',
    'lastSeen',
    'openAction',
  ]);
});
