import { expect, test } from 'vitest';
import { AUDIENCES } from '../../../src/core/report/audience.ts';
import { figureNotes, figureRows, lookAt } from '../../support/looked-at.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';

/** Two wins, one of them played badly, and four losses, two of them played well. */
async function sixDeals(): Promise<TestApp> {
  const app = await testApp();
  await lookAt(
    app,
    { isWon: true, deep: { execution: 'best', 'prep-rating': 'fully' } },
    { isWon: true, deep: { execution: 'below' } },
    { deep: { execution: 'well' } },
    { deep: { execution: 'best', 'prep-rating': 'thinly' } },
    { deep: { execution: 'usual' } },
    { deep: { execution: 'badly' } },
  );
  return app;
}

test('how well it was played stands beside how it ended', async () => {
  const rows = await figureRows(await sixDeals(), 'played');
  expect(rows).toMatchObject({
    'execution:well': { won: 1, lost: 2, total: 3, rate: null },
    'execution:usual': { won: 0, lost: 1, total: 1 },
    'execution:below': { won: 1, lost: 1, total: 2 },
    'prep-rating:well': { won: 1, lost: 0, total: 1 },
    'prep-rating:thinly': { won: 0, lost: 1, total: 1 },
  });
});

test('the two corners that an outcome hides are said', async () => {
  expect(await figureNotes(await sixDeals(), 'played')).toEqual([
    'Not won although played well: 2.',
    'Won although played below what I can do: 1.',
  ]);
});

test('playing well is compared with the rest once both have five deals', async () => {
  const app = await sixDeals();
  await lookAt(app, { isWon: true, deep: { execution: 'well' } }, { isWon: true, deep: { execution: 'well' } });
  await lookAt(app, { deep: { execution: 'usual' } }, { deep: { execution: 'badly' } });
  expect(await figureNotes(app, 'played')).toContain(
    'Won when played well: 3 of 5; otherwise: 1 of 5. Chance may well make such a difference.',
  );
});

test('nobody else gets it, not even counted', async () => {
  const app = await sixDeals();
  for (const audience of AUDIENCES) {
    const { out } = await app.does(['report', '--for', audience]);
    expect(out).not.toMatch(/played|prepared/i);
    expect((await app.run(['report', 'played', '--for', audience])).err).toContain(
      `The figure played is not for ${audience}.`,
    );
  }
});
