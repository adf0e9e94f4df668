import { expect, test } from 'vitest';
import { decided } from '../../../src/core/figures/decisions.ts';
import { quarterEnd } from '../../../src/core/figures/quarter-end.ts';
import { day } from '../../support/days.ts';
import { figureNotes, figureRows, type LookedAt, lookAt } from '../../support/looked-at.ts';
import { type Counted, deals, notesOf, rowsOf } from '../../support/tallies.ts';
import { testApp } from '../../support/test-app.ts';

const DAYS = decided('decided-on', { reflection: 'quota-push' });

/** A loss on a day, pushed by one's own quarter or not. */
function on(decidedOn: string, push?: string): LookedAt {
  return { quick: { 'decided-on': decidedOn }, ...(push !== undefined && { deep: { 'quota-push': push } }) };
}

test('the last fourteen days of a quarter are held against what all days alike would give', async () => {
  const app = await testApp();
  await lookAt(
    app,
    // 17 September is the first of the last fourteen days of a quarter of 92.
    on('2026-09-16', 'no'),
    on('2026-09-17', 'yes'),
    on('2026-09-30', 'partly'),
    on('2026-07-01'),
    // The second quarter has 91 days.
    on('2026-06-30', 'no'),
    { isWon: true, quick: { 'decided-on': '2026-09-29' } },
    { quick: { outcome: 'disqualified', 'decided-on': '2026-09-29' } },
  );
  const rows = await figureRows(app, 'quarter-end');
  expect(rows).toMatchObject({
    'last-14-days': { losses: 3, total: 5, share: 0.6, wins: 1, pushed: 2, pushAsked: 3, evidence: 'counts' },
    earlier: { losses: 2, total: 5, share: 0.4, wins: 0, pushed: 0, pushAsked: 1 },
  });
  const { expected } = (rows?.['last-14-days'] ?? {}) as { readonly expected: number };
  expect(expected).toBeCloseTo((4 * (14 / 92) + 14 / 91) / 5, 10);
  // The interval of 3 of 5 begins at 23 %.
  expect(await figureNotes(app, 'quarter-end')).toEqual([
    'More than chance makes it: if all days were alike, 15 % would fall there.',
  ]);
});

test('only days that the report covers and that have come are held against it', async () => {
  const counted: Counted = [[DAYS, [deals(5, ['2026-11-10', null, 'unknown'])]]];
  // On 20 November the end of the quarter has not come, so none can fall there.
  expect(await rowsOf(quarterEnd, counted)).toMatchObject({ 'last-14-days': { losses: 0, expected: 0 } });
  const september: Counted = [[DAYS, [deals(5, ['2026-09-10', null, 'unknown'])]]];
  const period = { from: day('2026-09-01'), to: day('2026-09-30') };
  expect(await rowsOf(quarterEnd, september, { period })).toMatchObject({ 'last-14-days': { expected: 14 / 30 } });
});

test.each([
  ['Chance alone may do that', 1, 4],
  ['More than chance makes it', 4, 1],
  ['Fewer than chance makes it', 0, 40],
])('%s: %i at the end, %i before', async (says, late, early) => {
  const counted: Counted = [
    [DAYS, [deals(late, ['2026-09-30', null, 'unknown']), deals(early, ['2026-08-03', null, 'unknown'])]],
  ];
  expect((await notesOf(quarterEnd, counted))[0]).toContain(says);
});

test.each([
  ['so losses and wins do not differ in this, as far as can be seen.', 3, 2],
  ['so it is losses that crowd there.', 9, 1],
  ['so it is wins that crowd there.', 1, 9],
])('wins may crowd there too: %s', async (says, losses, wins) => {
  const counted: Counted = [
    [
      DAYS,
      [
        deals(losses, ['2026-09-30', null, 'unknown']),
        deals(10 - losses, ['2026-08-03', null, 'unknown']),
        deals(wins, ['2026-09-29', null, 'won']),
        deals(10 - wins, ['2026-08-04', null, 'won']),
      ],
    ],
  ];
  expect((await notesOf(quarterEnd, counted))[1]).toBe(`Of the wins, ${wins} of 10 fall there, ${says}`);
});

test('below five losses nothing is concluded', async () => {
  expect(await notesOf(quarterEnd, [[DAYS, [deals(4, ['2026-09-30', null, 'unknown'])]]])).toEqual([]);
});

test('a manager is not told that my own quarter pushed', async () => {
  const app = await testApp();
  await lookAt(app, { deep: { 'quota-push': 'yes' } });
  const { figures } = (await app.does(['report', 'quarter-end', '--for', 'manager', '--json'])).json();
  expect(figures[0].columns.map(({ key }: { key: string }) => key)).toEqual([
    'losses',
    'total',
    'share',
    'low',
    'high',
    'expected',
    'wins',
  ]);
});
