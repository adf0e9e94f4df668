import { expect, test } from 'vitest';
import { fieldCalled, knownFields } from '../../../src/core/figures/figure-scope.ts';
import { figureNotes, figureRows, lookAt } from '../../support/looked-at.ts';
import { DEEP } from '../../support/shipped.ts';
import { testApp } from '../../support/test-app.ts';

test('each thing prepared stands in wins and in losses, with the difference where both have five deals', async () => {
  const app = await testApp();
  const agreed = { 'prep-agenda': 'yes' };
  const without = { 'prep-agenda': 'no', 'prep-rehearsal': 'no' };
  for (const deep of [agreed, agreed, agreed, agreed, agreed, without]) await lookAt(app, { isWon: true, deep });
  for (const deep of [agreed, without, without, without, without]) await lookAt(app, { deep });
  const rows = await figureRows(app, 'preparation');
  expect(Object.keys(rows ?? {})).toEqual(['prep-agenda', 'prep-rehearsal']);
  expect(rows).toMatchObject({
    'prep-agenda': { label: 'the agenda', wonDone: 5, wonAsked: 6, lostDone: 1, lostAsked: 5, evidence: 'counts' },
    'prep-rehearsal': { wonDone: 0, wonAsked: 1, lostDone: 0, lostAsked: 4, difference: null, evidence: 'too-few' },
  });
  // Newcombe's method 10 for 5 of 6 against 1 of 5.
  const agenda = rows?.['prep-agenda'] as Record<string, number>;
  expect([agenda['difference'], agenda['low'], agenda['high']].map((value) => value?.toFixed(3))).toEqual([
    '0.633',
    '0.052',
    '0.847',
  ]);
  expect(await figureNotes(app, 'preparation')).toContain(
    'Chance alone would seldom make a difference as large as that of the agenda. “What goes with winning” is stricter: it reckons with how many were compared.',
  );
});

test('how well prepared one felt is not among it', async () => {
  const app = await testApp();
  await lookAt(app, { deep: { 'prep-rating': 'badly' } });
  expect(await figureRows(app, 'preparation')).toBeUndefined();
});

test('where it stands among other fields, what it was is said with it', () => {
  const agenda = fieldCalled('prep-agenda', knownFields([DEEP], []));
  if (agenda === undefined) throw new Error('The deep look asks nothing about an agenda.');
  expect([agenda.label, agenda.short]).toEqual(['prepared: the agenda', 'the agenda']);
});
