import { expect, test } from 'vitest';
import { figureRows, lookAt } from '../../support/looked-at.ts';
import { testApp } from '../../support/test-app.ts';

function worth(amount: string, currency = 'EUR'): Readonly<Record<string, string>> {
  return { amount, currency };
}

test('the deals of each currency fall into bands, an amount on a border into the one above it', async () => {
  const app = await testApp();
  await lookAt(
    app,
    { quick: worth('9999.99') },
    { isWon: true, quick: worth('10000') },
    { quick: worth('29999') },
    { quick: { ...worth('12000'), outcome: 'we-walked-away' } },
    { isWon: true, quick: worth('40000', 'JPY') },
    {},
  );
  const { figures } = (await app.does(['report', 'sizes', '--json'])).json();
  expect(figures[0].rows.map(({ key, label }: { key: string; label: string }) => [key, label])).toEqual([
    ['EUR:300000', '3,000 to 10,000 EUR'],
    ['EUR:1000000', '10,000 to 30,000 EUR'],
    ['JPY:30000', '30,000 to 100,000 JPY'],
  ]);
  expect(await figureRows(app, 'sizes')).toMatchObject({
    'EUR:300000': { won: 0, total: 1, rate: null, lostValue: [{ currency: 'EUR', amount: 9999.99, deals: 1 }] },
    'EUR:1000000': { won: 1, total: 2, lostValue: [{ currency: 'EUR', amount: 29_999, deals: 1 }] },
    'JPY:30000': { won: 1, total: 1, evidence: 'too-few' },
  });
  expect(figures[0].notes).toContain('1 of 5 deals has no amount and is left out.');
});

test('it is not shown where no deal has an amount', async () => {
  const app = await testApp();
  await lookAt(app, {});
  expect(await figureRows(app, 'sizes')).toBeUndefined();
});
