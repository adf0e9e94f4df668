import { expect, test } from 'vitest';
import { figureRows, type LookedAt, lookAt } from '../../support/looked-at.ts';
import { testApp } from '../../support/test-app.ts';

test('hours are sums of both ends of the answers, by stage and by reason', async () => {
  const app = await testApp();
  await lookAt(
    app,
    { quick: { 'turning-point': 'proposal', reason: 'no-urgency' }, deep: { hours: 'to-20' } },
    { quick: { 'turning-point': 'proposal', reason: 'trust-risk' }, deep: { hours: 'to-50' } },
    { quick: { 'turning-point': 'lead', reason: 'no-urgency' }, deep: { hours: 'under-5' } },
    // Neither a win nor a deal that we ended is lost time, and a loss without hours says nothing.
    { isWon: true, deep: { hours: 'over-100' } },
    { quick: { outcome: 'disqualified' }, deep: { hours: 'to-100' } },
    { deep: { 'people-met': 'one' } },
  );
  const rows = await figureRows(app, 'time-lost');
  expect(Object.keys(rows ?? {})).toEqual([
    'all',
    'stage:lead',
    'stage:proposal',
    'reason:trust-risk',
    'reason:no-urgency',
  ]);
  expect(rows).toMatchObject({
    // 5 + 20 + 0 at least, 20 + 50 + 5 at most.
    all: { losses: 3, hoursKnown: 3, hoursLeast: 25, hoursMost: 75 },
    'stage:proposal': { label: 'turned at proposal', losses: 2, hoursLeast: 25, hoursMost: 70 },
    'reason:no-urgency': { losses: 2, hoursLeast: 5, hoursMost: 25 },
  });
});

test('where a deal took more than a hundred hours nobody knows how many at most', async () => {
  const app = await testApp();
  await lookAt(app, { deep: { hours: 'over-100' } }, { deep: { hours: 'to-100' } });
  expect(await figureRows(app, 'time-lost')).toMatchObject({ all: { hoursLeast: 150, hoursMost: null } });
});

/** A loss that was sensed on 1 October and let go later. */
function stopped(day: string): LookedAt {
  return { deep: { 'seen-on': '2026-10-01', 'stopped-on': day } };
}

test('the days from the first sense to letting go have a median, from five deals on', async () => {
  const app = await testApp();
  await lookAt(app, ...['2026-10-03', '2026-10-01', '2026-10-11', '2026-10-31'].map(stopped));
  expect(await figureRows(app, 'time-lost')).toMatchObject({ all: { daysKnown: 4, daysAfterSeen: null } });
  await lookAt(app, stopped('2026-10-08'), { deep: { 'seen-on': '2026-10-01' } });
  // 0, 2, 7, 10, 30.
  expect(await figureRows(app, 'time-lost')).toMatchObject({
    all: { losses: 5, hoursKnown: 0, hoursLeast: 0, hoursMost: null, daysKnown: 5, daysAfterSeen: 7 },
  });
});

test('it is not shown where no loss says anything of time', async () => {
  const app = await testApp();
  await lookAt(app, { deep: { 'people-met': 'one' } });
  expect(await figureRows(app, 'time-lost')).toBeUndefined();
});
