import { expect, test } from 'vitest';
import { figureRows, lookAt } from '../../support/looked-at.ts';
import { testApp } from '../../support/test-app.ts';

test('it is the median of the contacts up to the decision, by channel, missed calls and later ones left out', async () => {
  const app = await testApp();
  // Five wins with 1, 2, 3, 4 and 5 calls, and the first with a mail besides.
  for (let deal = 1; deal <= 5; deal += 1) {
    for (let call = 0; call < deal; call += 1) await app.does(['log', `Deal ${deal}`, 'call', '--at', '2026-11-10']);
    await app.does(['log', `D${deal}`, 'call', '--missed', '--at', '2026-11-11']);
  }
  await app.does(['log', 'D1', 'email', '--at', '2026-11-10']);
  for (let deal = 1; deal <= 5; deal += 1)
    await app.does(['new', `D${deal}`, '--won', '--set', 'decided-on=2026-11-12']);
  // A loss with a log of one call, and one without any.
  await app.does(['log', 'Deal 6', 'call', '--at', '2026-11-10']);
  await app.does(['new', 'D6', '--set', 'outcome=unknown', '--set', 'decided-on=2026-11-12']);
  await app.does(['log', 'D6', 'call', '--at', '2026-11-13']);
  await lookAt(app, {});
  const { figures } = (await app.does(['report', 'touches', '--json'])).json();
  expect(figures[0].rows.map(({ key }: { key: string }) => key)).toEqual(['all', 'call', 'email']);
  expect(await figureRows(app, 'touches')).toMatchObject({
    all: { wonMedian: 3, wonDeals: 5, lostMedian: null, lostDeals: 1, evidence: 'too-few' },
    call: { wonMedian: 3, wonDeals: 5, lostMedian: null },
    email: { label: 'mails', wonMedian: 0, wonDeals: 5, lostDeals: 1 },
  });
  expect(figures[0].notes[0]).toBe('6 of 7 decided deals have a log and are counted. A missed call is no contact.');
});

test('it is not shown without a log', async () => {
  const app = await testApp();
  await lookAt(app, { deep: { 'people-met': 'one' } });
  expect(await figureRows(app, 'touches')).toBeUndefined();
});
