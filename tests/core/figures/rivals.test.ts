import { expect, test } from 'vitest';
import { figureRows, type LookedAt, lookAt } from '../../support/looked-at.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';

function lostTo(winner: string, edge: string, deep?: Readonly<Record<string, string>>): LookedAt {
  return { quick: { outcome: 'lost-competitor', winner, 'winner-edge': edge }, ...(deep && { deep }) };
}

/** Three losses to Globex and one to Initech; of two regrets expected, one came true. */
async function fourLosses(): Promise<TestApp> {
  const app = await testApp();
  await lookAt(
    app,
    lostTo('Globex', 'proof', {
      weakness: 'No customer of their size.',
      regret: 'yes',
      'regret-what': 'their support',
      'regret-on': '2027-03-01',
    }),
    lostTo('globex', 'cannot-see', {
      weakness: 'no answer on security',
      regret: 'yes',
      'regret-what': 'their price rises',
      'regret-on': '2027-03-01',
    }),
    lostTo('Globex', 'speed', { weakness: 'no answer on security', regret: 'no' }),
    lostTo('Initech', 'cannot-see'),
    lostTo('Hooli', 'offer'),
    { quick: { outcome: 'no-decision-status-quo' }, deep: { hours: 'to-20' } },
  );
  const later = { today: '2027-03-02' };
  const { items } = (await app.does(['due', '--all', '--json'], later)).json();
  const checks = items.filter(({ kind }: { kind: string }) => kind === 'regret-check');
  expect(checks).toHaveLength(2);
  await app.does(['done', checks[0].id, '--outcome', 'happened'], later);
  await app.does(['done', checks[1].id, '--outcome', 'not-yet'], later);
  return app;
}

test('each rival has the weaknesses they show, those not seen, and the regrets that came true', async () => {
  const rows = await figureRows(await fourLosses(), 'rivals');
  expect(Object.keys(rows ?? {})).toEqual(['all', 'globex', 'initech']);
  expect(rows).toMatchObject({
    all: { losses: 4, named: 3, cannotSee: 2, expected: 2, cameTrue: 1, checked: 2, rate: null, weaknesses: null },
    globex: {
      label: 'Globex',
      losses: 3,
      named: 3,
      cannotSee: 1,
      expected: 2,
      cameTrue: 1,
      checked: 2,
      weaknesses: 'no answer on security; No customer of their size',
    },
    initech: { losses: 1, named: 0, cannotSee: 1, expected: 0, checked: 0 },
  });
});

test('the words are told here alone, and to nobody else', async () => {
  const app = await fourLosses();
  expect((await app.does(['report', 'rivals'])).out).toContain('no answer on security');
  const whole = (await app.does(['report'])).out;
  expect(whole).toContain('What rivals show of me');
  expect(whole).not.toContain('no answer on security');
  expect((await app.does(['report', '--for', 'manager'])).out).not.toContain('What rivals show of me');
});

test('it is not shown before a deep look says anything of a rival', async () => {
  const app = await testApp();
  await lookAt(app, lostTo('Globex', 'cannot-see', { hours: 'to-20' }));
  expect(await figureRows(app, 'rivals')).toBeUndefined();
});
