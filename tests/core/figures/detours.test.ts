import { expect, test } from 'vitest';
import { figureNotes, figureRows, lookAt } from '../../support/looked-at.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';

async function fiveDeals(): Promise<TestApp> {
  const app = await testApp();
  await lookAt(
    app,
    { isWon: true, deep: { detour: 'tried', 'detour-note': 'opened with their own figures' } },
    { isWon: true, deep: { detour: 'none' } },
    { isWon: true, deep: { detour: 'steered', 'steered-to': 'to-price', 'detour-note': 'named the price at once' } },
    { deep: { detour: 'tried', 'detour-note': 'sent a video' } },
    { deep: { detour: 'slipped' } },
  );
  return app;
}

test('each kind of detour has the deals won of those decided', async () => {
  expect(await figureRows(await fiveDeals(), 'detours')).toMatchObject({
    'detour:none': { won: 1, total: 1 },
    'detour:tried': { label: 'off my way: I tried something on purpose', won: 1, total: 2, evidence: 'too-few' },
    'detour:slipped': { won: 0, total: 1 },
    'detour:steered': { won: 1, total: 1 },
  });
});

test('a detour that won is named, and perhaps worth trying; one that lost is not', async () => {
  const notes = await figureNotes(await fiveDeals(), 'detours');
  expect(notes).toContain(
    'Won off the usual way, and so perhaps worth trying on purpose: named the price at once; opened with their own figures.',
  );
  expect(notes.join(' ')).not.toContain('sent a video');
});

test('a whole report says where the words are, and holds none of them', async () => {
  const { out } = await (await fiveDeals()).does(['report']);
  expect(out).toContain('In words, for you alone: lossdebrief report detours');
  expect(out).not.toContain('their own figures');
});

test('a manager gets the counts, and none of the words', async () => {
  const { out } = await (await fiveDeals()).does(['report', 'detours', '--for', 'manager']);
  expect(out).toContain('I let a step slip');
  expect(out).not.toContain('their own figures');
});
