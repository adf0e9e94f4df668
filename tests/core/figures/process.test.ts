import { expect, test } from 'vitest';
import { named } from '../../../src/core/settings/named.ts';
import { setting } from '../../support/debriefs.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';

const settings = { processSteps: named(['Agenda sent', 'Decision map', 'Legal asked']) };

/** A deal whose process went like this, a letter a step: done, late, skipped, not reached, or nothing noted. */
async function goes(app: TestApp, isWon: boolean, letters: string): Promise<void> {
  const words: Readonly<Record<string, string>> = { d: 'done', l: 'late', s: 'skipped', n: 'not-reached' };
  const number = app.store.counts().deals + 1;
  const how = isWon ? ['--won'] : setting({ outcome: 'unknown' });
  await app.does(['new', `Deal ${number}`, ...how], { settings });
  const steps = settings.processSteps.flatMap(({ id }, place) => {
    const word = words[letters[place] ?? ''];
    return word === undefined ? [] : [[`process.${id}`, word] as const];
  });
  await app.does(['review', `D${number}`, ...setting(Object.fromEntries(steps))], { settings });
}

async function figure(
  app: TestApp,
  own: object = settings,
): Promise<any> /* oxlint-disable-line typescript/no-explicit-any -- looked into freely */ {
  return (await app.does(['report', 'process', '--json'], { settings: own })).json().figures[0];
}

test('each step of the process stands in wins and in losses, with the difference where both have five deals', async () => {
  const app = await testApp();
  for (const letters of ['dd-', 'dd-', 'dd-', 'dl-', 'ds-']) await goes(app, true, letters);
  for (const letters of ['ds-', 'sl-', 'sn-', 'ss-', 'l--']) await goes(app, false, letters);
  const { rows, notes } = await figure(app);
  expect(rows.map(({ key, label }: { key: string; label: string }) => [key, label])).toEqual([
    ['agenda-sent', 'Agenda sent'],
    ['decision-map', 'Decision map'],
  ]);
  expect(rows[0]).toMatchObject({ wonDone: 5, wonAsked: 5, lostDone: 1, lostAsked: 5, evidence: 'counts' });
  // Newcombe's method 10 for 5 of 5 against 1 of 5.
  expect([rows[0].low, rows[0].difference, rows[0].high].map((value: number) => value.toFixed(3))).toEqual([
    '0.193',
    '0.800',
    '0.964',
  ]);
  expect(rows[1]).toMatchObject({ wonDone: 3, wonAsked: 5, lostDone: 0, lostAsked: 3, difference: null });
  expect(notes).toContain(
    'Chance alone would seldom make a difference as large as that of Agenda sent. “What goes with winning” is stricter: it reckons with how many were compared.',
  );
});

test('without a process, or without a deal that says how it went, there is no such figure', async () => {
  const app = await testApp();
  await goes(app, false, 'nnn');
  expect(await figure(app)).toBeUndefined();
  await goes(app, false, 'd--');
  expect(await figure(app, { processSteps: [] })).toBeUndefined();
  expect(await figure(app)).toBeDefined();
});
