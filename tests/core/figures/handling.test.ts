import { expect, test } from 'vitest';
import { figureNotes, figureRows, lookAt } from '../../support/looked-at.ts';
import { testApp } from '../../support/test-app.ts';

test('missed calls and the slowest reply are those of the log, else those of the deep look', async () => {
  const app = await testApp();
  await app.does(['log', 'Deal 1', 'call', '--missed', '--at', '2026-11-02']);
  await app.does(['log', 'Deal 2', 'email', '--reply-took', '26h', '--at', '2026-11-03']);
  await app.does(['new', 'D1', '--set', 'outcome=unknown']);
  await app.does(['new', 'D2', '--won']);
  await lookAt(
    app,
    { deep: { 'missed-calls': 'none', 'slowest-reply': 'same-day' } },
    { isWon: true, deep: { 'missed-calls': 'none', 'slowest-reply': 'unknown' } },
  );
  const rows = await figureRows(app, 'handling');
  expect(Object.keys(rows ?? {})).toEqual([
    'missed-calls:none',
    'missed-calls:one',
    'slowest-reply:same-day',
    'slowest-reply:next-day',
  ]);
  expect(rows).toMatchObject({
    'missed-calls:none': { won: 1, total: 2, rate: null, evidence: 'too-few' },
    'missed-calls:one': { won: 0, total: 1 },
    'slowest-reply:same-day': { won: 0, total: 1 },
    'slowest-reply:next-day': { won: 1, total: 1 },
  });
});

test('what was logged after the decision did not lead to it', async () => {
  const app = await testApp();
  await lookAt(app, { quick: { 'decided-on': '2026-11-10' } });
  await app.does(['log', 'D1', 'call', '--missed', '--at', '2026-11-12']);
  expect(await figureRows(app, 'handling')).toBeUndefined();
});

test('fast and slow are compared in words once each has five deals', async () => {
  const app = await testApp();
  for (let deal = 0; deal < 5; deal += 1) {
    await lookAt(app, { isWon: deal < 3, deep: { 'slowest-reply': 'hour' } });
    await lookAt(app, { isWon: deal < 2, deep: { 'slowest-reply': 'longer' } });
  }
  expect(await figureNotes(app, 'handling')).toContain(
    'Won where every reply went out the same day: 3 of 5; where one took longer: 2 of 5. Chance may well make such a difference.',
  );
});
