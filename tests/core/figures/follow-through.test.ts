import { expect, test } from 'vitest';
import { followThrough } from '../../../src/core/figures/follow-through.ts';
import { type Counted, deals, euros, notesOf, rowsOf, tableOf } from '../../support/tallies.ts';

const PLANNED: Counted = [
  [
    { of: 'action', by: ['state'] },
    [deals(3, ['open']), deals(2, ['overdue']), deals(5, ['done']), deals(1, ['dropped'])],
  ],
  [{ of: 'action', by: ['days-late'] }, [deals(3, [-1]), deals(2, [6]), deals(6, [null])]],
  [{ of: 'entry', by: ['state'] }, [deals(4, ['overdue'])]],
  [{ of: 'reopened', by: [] }, [deals(2, [])]],
  [{ of: 'won-back', by: [] }, [deals(1, [], euros(61_000))]],
];

test('what is open counts what is overdue as well, and days are from the day planned to the day done', async () => {
  expect(await rowsOf(followThrough, PLANNED)).toEqual({
    actions: {
      open: 5,
      done: 5,
      overdue: 2,
      dropped: 1,
      medianDays: -1,
      reopened: null,
      wonBack: null,
      wonBackValue: null,
    },
    'follow-ups': {
      open: 4,
      done: 0,
      overdue: 4,
      dropped: 0,
      medianDays: null,
      reopened: 2,
      wonBack: 1,
      wonBackValue: { sums: [{ currency: 'EUR', minor: 6_100_000, deals: 1 }], unknownAmounts: 0 },
    },
  });
});

test('where nothing was done yet, nothing is said of a median', async () => {
  expect(await notesOf(followThrough, [])).toEqual([]);
});

test('its columns are a contract', async () => {
  expect((await tableOf(followThrough, []))?.columns.map(({ key }) => key)).toEqual([
    'open',
    'done',
    'overdue',
    'dropped',
    'medianDays',
    'reopened',
    'wonBack',
    'wonBackValue',
  ]);
});
