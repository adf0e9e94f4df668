import { expect, test } from 'vitest';
import { figureRows, type LookedAt, lookAt } from '../../support/looked-at.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';

function ended(on: string, isWon = false): LookedAt {
  return { isWon, quick: { 'decided-on': on } };
}

/** An experiment of 1 September, kept on 1 October, with two deals before, three while it ran, and one after. */
async function oneExperiment(): Promise<TestApp> {
  const app = await testApp();
  await lookAt(app, ended('2026-08-20', true), ended('2026-09-01'));
  await app.does(['focus', '--experiment', 'Send the agenda first.'], { today: '2026-09-01' });
  await lookAt(
    app,
    ended('2026-09-02', true),
    ended('2026-09-20', true),
    ended('2026-10-01'),
    ended('2026-10-02', true),
  );
  await app.does(['focus', '--keep'], { today: '2026-10-01' });
  return app;
}

test('an experiment has the deals won of those decided while it ran, and in the half year before', async () => {
  expect(await figureRows(await oneExperiment(), 'trials')).toMatchObject({
    'experiment:1': {
      label: 'experiment of 1 Sep 2026',
      words: 'Send the agenda first.',
      since: '2026-09-01',
      until: '2026-10-01',
      verdict: 'kept',
      count: 2,
      total: 3,
      rate: null,
      countBefore: 1,
      totalBefore: 2,
      difference: null,
    },
  });
});

test('one that runs counts up to today, and begins without any', async () => {
  const app = await testApp();
  await app.does(['focus', '--experiment', 'Call back within the hour.'], { today: '2026-11-01' });
  expect(await figureRows(app, 'trials')).toMatchObject({
    'experiment:1': { until: null, verdict: null, count: 0, total: 0, rate: null, countBefore: 0, totalBefore: 0 },
  });
  for (let deal = 1; deal <= 5; deal += 1) await lookAt(app, ended('2026-10-30'), ended('2026-11-02', true));
  // Five of five after none of five.
  expect(await figureRows(app, 'trials')).toMatchObject({
    'experiment:1': { count: 5, total: 5, rate: 1, countBefore: 0, totalBefore: 5, rateBefore: 0, difference: 1 },
  });
});

test('an area has the debriefs in which its step was done, after the day it began and before', async () => {
  const app = await testApp();
  const debriefedOn = async (today: string, whyNow: string) =>
    app.does(['new', `Deal of ${today}`, '--set', 'outcome=unknown', '--set', `steps.why-now=${whyNow}`], { today });
  await debriefedOn('2026-09-01', 'never');
  await app.does(['focus', 'why-now', '--for', '30d'], { today: '2026-09-02' });
  await debriefedOn('2026-09-02', 'before');
  await debriefedOn('2026-09-10', 'before');
  await debriefedOn('2026-09-11', 'late');
  await debriefedOn('2026-09-12', 'unknown');
  // The area's days were over on 2 October.
  await debriefedOn('2026-10-05', 'before');
  await app.does(['focus', '--stop'], { today: '2026-10-06' });
  await app.does(['focus', 'listen', 'more'], { today: '2026-10-06' });
  const rows = await figureRows(app, 'trials');
  expect(Object.keys(rows ?? {})).toEqual(['area:2', 'area:1']);
  expect(rows).toMatchObject({
    'area:1': {
      label: 'area: their reason to act now',
      words: null,
      until: '2026-10-02',
      count: 1,
      total: 2,
      countBefore: 1,
      totalBefore: 2,
    },
    'area:2': {
      label: 'area of 6 Oct 2026',
      words: 'listen more',
      count: null,
      total: null,
      rate: null,
      until: '2026-11-05',
    },
  });
});

test('only what fell into the days of the report is in it, and its words are for nobody else', async () => {
  const app = await oneExperiment();
  expect(await figureRows(app, 'trials', '--from', '2026-10-02')).toBeUndefined();
  expect(await figureRows(app, 'trials', '--period', '2026-Q3')).toBeDefined();
  const whole = (await app.does(['report'])).out;
  expect(whole).toContain('experiment of 1 Sep 2026');
  expect(whole).not.toContain('agenda');
  expect((await app.run(['report', 'trials', '--for', 'manager'])).exitCode).toBe(2);
});
