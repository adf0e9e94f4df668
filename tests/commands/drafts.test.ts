import { describe, expect, test } from 'vitest';
import type { Terminal } from '../../src/app.ts';
import type { Asked } from '../../src/core/asked.ts';
import { NORTHWIND_SCRIPT, setting, upTo } from '../support/debriefs.ts';
import { type Script, scriptedTerminal } from '../support/scripted-terminal.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

/** Northwind Logistics, answered up to a question; the rest waits in R1. */
async function interruptedAt(question: string): Promise<TestApp> {
  const app = await testApp();
  await app.run(['new', 'Northwind Logistics'], { script: upTo(NORTHWIND_SCRIPT, question) });
  return app;
}

/** Somebody who presses Enter at every question up to one, and there some keys. */
function enteringUntil(id: string, keys: string): Terminal {
  return { ask: (asked) => scriptedTerminal([[asked.id, asked.id === id ? keys : '']]).ask(asked) };
}

/** What stands in each row of a question. */
function rowsOf(asked: Asked | undefined): readonly (string | undefined)[] {
  return asked?.form.form === 'grid' ? asked.form.rows.map(({ current }) => current) : [];
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

describe('a pause on a screen of several rows', () => {
  const HALF: Script = [...upTo(NORTHWIND_SCRIPT, 'steps'), ['steps', 'bl^C']];

  test('keeps the rows that were answered, and shows them again', async () => {
    const app = await testApp();
    const paused = await app.run(['new', 'Northwind Logistics'], { script: HALF });
    expect(paused).toMatchObject({ exitCode: 130 });
    expect(paused.err).toContain('Paused. 12 answers kept in R1.');
    const again = await app.run(['new', '--resume'], { script: [] });
    expect(again.asked.map(({ id }) => id)).toEqual(['steps']);
    expect(rowsOf(again.asked[0]).slice(0, 3)).toEqual(['before', 'late', undefined]);
  });

  test('asks for the rest once, and for nothing a second time', async () => {
    const app = await testApp();
    await app.run(['new', 'Northwind Logistics'], { script: HALF });
    const rest = NORTHWIND_SCRIPT.slice(upTo(NORTHWIND_SCRIPT, 'turning-point').length);
    const ran = await app.does(['new', '--resume', '--json'], { script: [['steps', '  lgln'], ...rest] });
    expect(ran.json().debrief.answers.steps).toEqual({
      timeframe: 'before',
      'why-now': 'late',
      role: 'late',
      priorities: 'late',
      rechecked: 'no',
    });
  });

  test('comes again on a screen with one answer for all its rows, and goes on from there', async () => {
    const app = await testApp();
    await app.does(['new', 'Contoso', ...setting({ outcome: 'unknown' })]);
    const paused = await app.run(['review', 'D1'], { terminal: enteringUntil('stage-by-stage', 'w^C') });
    expect(paused.err).toContain('Go on with: lossdebrief review D1');
    const again = await app.run(['review', 'D1'], { script: [['stage-by-stage', '']] });
    expect(again.asked.map(({ id }) => id)).toEqual(['stage-by-stage', 'slips']);
    expect((await app.run(['review', 'D1'], { script: [] })).asked.map(({ id }) => id)).toEqual(['slips']);
  });

  test('is not forgotten over an earlier question that is answered anew', async () => {
    const app = await testApp();
    await app.run(['new', 'Northwind Logistics'], { script: HALF });
    await app.run(['new', '--resume'], {
      script: [
        ['steps', '<'],
        ['underneath', 'f'],
      ],
    });
    const again = await app.run(['new', '--resume'], { script: [] });
    expect(again.asked[0]?.id).toBe('steps');
    expect(rowsOf(again.asked[0]).slice(0, 3)).toEqual(['before', 'late', undefined]);
  });

  test('keeps a row that was changed after going back, and asks for what was left to ask after it', async () => {
    const app = await testApp();
    const script: Script = [
      ...upTo(NORTHWIND_SCRIPT, 'own-it'),
      ['own-it', '<'],
      ['turning-point', '<'],
      ['steps', 'n^C'],
    ];
    await app.run(['new', 'Northwind Logistics'], { script });
    const again = await app.run(['new', '--resume'], { script: [['steps', '']] });
    expect(again.asked.map(({ id }) => id)).toEqual(['steps', 'own-it']);
    expect(rowsOf(again.asked[0]).slice(0, 2)).toEqual(['never', 'never']);
  });

  test('keeps nothing where no row was touched', async () => {
    const app = await interruptedAt('steps');
    const paused = await app.run(['new', '--resume'], { script: [['steps', '^C']] });
    expect(paused.err).toContain('Paused. 11 answers kept in R1.');
  });

  test('counts without a keyboard as what was answered', async () => {
    const app = await testApp();
    await app.run(['new', 'Northwind Logistics'], { script: HALF });
    const ran = await app.does(['new', '--resume', '--no-input', '--json', ...setting({ 'own-it': 'never asked' })]);
    expect(ran.json().debrief.answers.steps).toEqual({ timeframe: 'before', 'why-now': 'late' });
  });
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
