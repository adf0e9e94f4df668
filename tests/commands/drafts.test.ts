import { expect, test } from 'vitest';
import { NORTHWIND_SCRIPT, setting, upTo } from '../support/debriefs.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

/** Northwind Logistics, answered up to a question; the rest waits in R1. */
async function interruptedAt(question: string): Promise<TestApp> {
  const app = await testApp();
  await app.run(['new', 'Northwind Logistics'], { script: upTo(NORTHWIND_SCRIPT, question) });
  return app;
}

test('one step set on top of a draft leaves its other steps', async () => {
  const app = await interruptedAt('turning-point');
  const ran = await app.does(['new', '--resume', '--set', 'steps.role=before', '--json', '--no-input']);
  expect(ran.json().debrief.answers.steps).toEqual({
    timeframe: 'before',
    'why-now': 'never',
    role: 'before',
    priorities: 'late',
    rechecked: 'no',
  });
});

test('an outcome set on top of a draft drops the answers that it makes stale', async () => {
  const app = await interruptedAt('reason');
  const ran = await app.does(['new', '--resume', '--set', 'outcome=postponed', '--json', '--no-input']);
  expect(ran.json().deal).toMatchObject({ outcome: 'postponed', winner: null, amount: 148000 });
  expect(ran.json().debrief.answers).not.toHaveProperty('winner-edge');
});

test('what a draft answered that nobody asks any more is left out', async () => {
  const app = await testApp();
  const answers = { deal: 'Contoso', outcome: 'cancelled', 'gut-feeling': 'bad' };
  app.store.drafts.begin({ framework: 'loss', version: 1, answers, seconds: 9, dealId: undefined });
  const ran = await app.does(['new', '--resume', '--set', 'forecast=60', '--json']);
  expect(ran.json().debrief.answers).toMatchObject({ deal: 'Contoso', forecast: 60 });
  expect(ran.json().debrief.answers).not.toHaveProperty('gut-feeling');
});

test('a draft of a loss is not finished as a win', async () => {
  const app = await interruptedAt('reason');
  expect(await app.run(['new', '--won', '--resume', 'R1', '--no-input', ...setting({ keep: 'ask' })])).toMatchObject({
    exitCode: 2,
    err: 'error: R1 is a debrief after a loss.\ntry:   Go on with it: lossdebrief new --resume R1\n',
  });
  expect(app.store.counts().deals).toBe(0);
});

test('two windows on one draft save one deal', async () => {
  const app = await interruptedAt('reason');
  const finish = ['new', '--resume', 'R1', '--no-input', ...setting({ reason: 'trust-risk' })];
  const ran = await Promise.all([app.run(finish), app.run(finish)]);
  expect(ran.map(({ exitCode }) => exitCode).toSorted((one, other) => one - other)).toEqual([0, 3]);
  expect(ran.find(({ exitCode }) => exitCode === 3)?.err).toContain('There is no draft R1 any more');
  expect(app.store.counts().deals).toBe(1);
});

test.each(['due', 'list'])('%s on a file without deals says that a debrief is unfinished', async (command) => {
  const app = await interruptedAt('reason');
  const { err } = await app.does([command], { isTTY: true });
  expect(err).toContain('No deals yet');
  expect(err).toContain('1 debrief is unfinished: lossdebrief new --resume');
});

test('due says it beside what is due, and not where only the count is wanted', async () => {
  const app = await interruptedAt('reason');
  await app.does(['new', 'Contoso', ...setting({ outcome: 'unknown' })]);
  expect((await app.does(['due'], { isTTY: true })).err).toContain('1 debrief is unfinished');
  expect((await app.does(['due', '--json'])).err).toBe('');
  expect((await app.does(['due', '--quiet'], { isTTY: true })).err).toBe('');
});
