import { expect, test } from 'vitest';
import { decided } from '../../../src/core/figures/decisions.ts';
import { triggers } from '../../../src/core/figures/triggers.ts';
import { figureRows, lookAt } from '../../support/looked-at.ts';
import { type Counted, deals, notesOf, rowsOf } from '../../support/tallies.ts';
import { testApp } from '../../support/test-app.ts';

/** Six healthcare losses of which five wait for July, and two in retail. */
const SEGMENTS: Counted = [
  [
    decided('segment', { theirWords: 'trigger' }, { answer: 'trigger-on' }),
    [
      deals(3, ['Healthcare', 'the budget', '2027-07-01', 'postponed']),
      deals(2, ['Healthcare', 'new budget', '2026-07-15', 'unknown']),
      deals(1, ['Healthcare', null, null, 'lost-competitor']),
      deals(4, ['Healthcare', 'the budget', '2027-07-01', 'won']),
      deals(1, ['Retail', 'a new store.', null, 'postponed']),
      deals(1, ['Retail', null, null, 'postponed']),
      deals(1, ['Public sector', null, null, 'postponed']),
      deals(1, [null, 'the merger', '2027-03-01', 'postponed']),
    ],
  ],
];

test('each segment has its losses with an event, the month that most of them name, and their words', async () => {
  expect(await rowsOf(triggers, SEGMENTS)).toMatchObject({
    Healthcare: {
      named: 5,
      total: 6,
      share: 5 / 6,
      month: '07',
      inMonth: 5,
      dated: 5,
      events: 'the budget; new budget',
    },
    Retail: { named: 1, total: 2, share: null, month: null, inMonth: 0, dated: 0, events: 'a new store' },
    '': { named: 1, total: 1, month: '03', inMonth: 1, events: 'the merger' },
  });
});

test('what several wait for in the same month is said in a sentence', async () => {
  expect(await notesOf(triggers, SEGMENTS)).toEqual(['5 of 6 losses in Healthcare wait for an event in July.']);
});

test('it reads what debriefs asked, and shares the months and not the words', async () => {
  const app = await testApp();
  expect(await figureRows(app, 'triggers')).toBeUndefined();
  const waits = { outcome: 'postponed', trigger: 'the merger', 'trigger-on': '2027-03-01' };
  await lookAt(app, { quick: waits }, { quick: waits, deep: { hours: 'to-20' } });
  expect(await figureRows(app, 'triggers')).toMatchObject({
    '': { label: 'no segment noted', named: 2, total: 2, month: '03', inMonth: 2, events: 'the merger' },
  });
  const whole = (await app.does(['report', '--format', 'text'])).out;
  expect(whole).toContain('In words, for you alone: lossdebrief report triggers');
  expect(whole).not.toContain('merger');
  for (const audience of ['manager', 'marketing']) {
    const { out } = await app.does(['report', 'triggers', '--for', audience]);
    expect(out).toContain('2 of 2 losses without a segment wait for an event in March.');
    expect(out).not.toContain('merger');
  }
});
