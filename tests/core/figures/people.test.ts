import { expect, test } from 'vitest';
import { figureNotes, figureRows, lookAt } from '../../support/looked-at.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';

/** Ten deals: six won, five of them with the one who decided met; four lost, one of them so. */
async function tenDeals(): Promise<TestApp> {
  const app = await testApp();
  const met = { 'people-met': 'more', 'decider-met': 'yes' };
  const notMet = { 'people-met': 'one', 'decider-met': 'no' };
  for (const deep of [met, met, met, met, met, notMet]) await lookAt(app, { isWon: true, deep });
  for (const deep of [met, notMet, notMet, notMet]) await lookAt(app, { deep });
  return app;
}

test('each answer has the deals won of those decided, in the order of the question', async () => {
  const rows = await figureRows(await tenDeals(), 'people');
  expect(rows).toMatchObject({
    'people-met:one': { label: 'people of theirs I met: one', won: 1, total: 4, rate: null, evidence: 'too-few' },
    'people-met:more': { won: 5, total: 6, rate: 5 / 6, evidence: 'counts' },
    'decider-met:yes': { won: 5, total: 6 },
    'decider-met:no': { won: 1, total: 4, rate: null, low: null },
  });
  expect(Object.keys(rows ?? {})).toEqual(['people-met:one', 'people-met:more', 'decider-met:yes', 'decider-met:no']);
});

test('two groups are compared in words once each has five deals', async () => {
  const app = await tenDeals();
  expect((await figureNotes(app, 'people')).join(' ')).not.toContain('Won with');
  await lookAt(app, { deep: { 'people-met': 'one', 'decider-met': 'unknown' } });
  // 5 of 6 against 1 of 5: the interval of the difference is 0.05 to 0.85.
  expect(await figureNotes(app, 'people')).toContain(
    'Won with two or more of them met: 5 of 6; with one: 1 of 5. Chance seldom makes such a difference.',
  );
});

test('what nobody is sure of, and a deal that we ended, are in no row', async () => {
  const app = await testApp();
  await lookAt(
    app,
    { deep: { 'people-met': 'unknown', 'decider-met': 'unknown' } },
    { quick: { outcome: 'disqualified' }, deep: { 'people-met': 'two' } },
  );
  expect(await figureRows(app, 'people')).toBeUndefined();
});
