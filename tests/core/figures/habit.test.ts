import { expect, test } from 'vitest';
import { decided } from '../../../src/core/figures/decisions.ts';
import { habit } from '../../../src/core/figures/habit.ts';
import { figureRows, type LookedAt, lookAt } from '../../support/looked-at.ts';
import { type Counted, deals, rowsOf } from '../../support/tallies.ts';
import { testApp } from '../../support/test-app.ts';

function debriefed(decidedOn: string, fromNotes?: string): LookedAt {
  return { quick: { 'decided-on': decidedOn }, ...(fromNotes !== undefined && { deep: { 'from-notes': fromNotes } }) };
}

test('it is how many were debriefed within two days, and how much of the deep looks notes back up', async () => {
  const app = await testApp();
  await lookAt(
    app,
    debriefed('2026-11-20', 'all'),
    debriefed('2026-11-18', 'most'),
    debriefed('2026-11-17', 'some'),
    debriefed('2026-11-02', 'none'),
    { isWon: true, quick: { 'decided-on': '2026-11-19' }, deep: { 'from-notes': 'most' } },
  );
  expect(await figureRows(app, 'habit')).toMatchObject({
    all: {
      debriefed: 5,
      soon: 3,
      dated: 5,
      soonShare: 0.6,
      streak: 5,
      fromNotes: 3,
      notesAsked: 5,
      fromNotesShare: 0.6,
      evidence: 'counts',
    },
  });
});

test('the middle of the seconds is that of the debriefs that were typed', async () => {
  const counted: Counted = [
    [decided('seconds'), [deals(2, [90, 'unknown']), deals(1, [200, 'won']), deals(4, [0, 'won'])]],
  ];
  expect(await rowsOf(habit, counted)).toMatchObject({ all: { debriefed: 7, medianSeconds: 90 } });
});

test.each([
  [
    'none is left out',
    [
      [1, '2026-11-20', 1],
      [2, '2026-11-10', 1],
    ],
    3,
  ],
  [
    'an earlier one waits',
    [
      [2, '2026-11-20', 1],
      [1, '2026-11-10', 0],
      [3, '2026-11-01', 1],
    ],
    2,
  ],
  [
    'one of the latest day waits',
    [
      [2, '2026-11-20', 1],
      [1, '2026-11-20', 0],
    ],
    0,
  ],
  [
    'one without a day waits',
    [
      [2, '2026-11-20', 1],
      [1, null, 0],
    ],
    2,
  ],
] as const)('in a row, where %s', async (_, rows, streak) => {
  const counted: Counted = [
    [decided('seconds'), [deals(1, [90, 'unknown'])]],
    [
      decided('decided-on', 'debriefed'),
      rows.map(([count, on, isDebriefed]) => deals(count, [on, isDebriefed, 'unknown'])),
    ],
  ];
  expect(await rowsOf(habit, counted)).toMatchObject({ all: { streak } });
});

test('how I debrief is for nobody else', async () => {
  const app = await testApp();
  await lookAt(app, debriefed('2026-11-20', 'all'));
  expect((await app.does(['report'])).out).toContain('How I debrief');
  expect((await app.does(['report', '--for', 'manager'])).out).not.toContain('How I debrief');
});
