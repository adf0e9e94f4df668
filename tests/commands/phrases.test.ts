import { describe, expect, test } from 'vitest';
import { setting } from '../support/debriefs.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

const WAIT = 'What would it cost you to wait until spring?';

async function withPhrase(): Promise<TestApp> {
  const app = await testApp();
  await app.does(['phrases', 'add', WAIT, '--from', 'Priya Nair', '--stage', 'discovery']);
  return app;
}

async function lost(app: TestApp, name: string): Promise<void> {
  await app.does(['new', name, ...setting({ outcome: 'lost-competitor', 'call-on': '2026-12-01' })]);
}

describe('phrases worth stealing', () => {
  test('are listed with whose they are and for which stage, the latest first', async () => {
    const app = await withPhrase();
    await app.does(['phrases', 'add', 'Who else would miss it?']);
    expect((await app.does(['phrases'])).out).toBe(
      'id\tphrase\tfrom\tstage\tused\twon\tlost\n' +
        'P2\tWho else would miss it?\t\t\t0\t0\t0\n' +
        `P1\t${WAIT}\tPriya Nair\tdiscovery\t0\t0\t0\n`,
    );
  });

  test('won or lost as the deals did that they were used in', async () => {
    const app = await withPhrase();
    await lost(app, 'Northwind Logistics');
    await app.does(['new', 'Contoso', '--won']);
    await app.does(['log', 'Fabrikam', 'call', 'asked who decides']);
    for (const deal of ['D1', 'Contoso', 'd3']) await app.does(['phrases', 'used', 'p1', '--deal', deal]);
    expect((await app.does(['phrases', '--json'])).json().phrases).toEqual([
      {
        id: 'P1',
        phrase: WAIT,
        from: 'Priya Nair',
        stage: 'discovery',
        on: '2026-11-20',
        used: 3,
        won: 1,
        lost: 1,
        uses: [
          { deal: { id: 'D1', name: 'Northwind Logistics' }, on: '2026-11-20', result: 'lost' },
          { deal: { id: 'D2', name: 'Contoso' }, on: '2026-11-20', result: 'won' },
          { deal: { id: 'D3', name: 'Fabrikam' }, on: '2026-11-20', result: 'open' },
        ],
      },
    ]);
  });

  test('win with a deal that comes back', async () => {
    const app = await withPhrase();
    await lost(app, 'Northwind Logistics');
    await app.does(['phrases', 'used', 'P1', '--deal', 'D1']);
    await app.does(['done', 'F1', '--outcome', 'won-back', '--today', '2026-12-01']);
    expect((await app.does(['phrases', '--json'])).json().phrases).toMatchObject([{ used: 1, won: 1, lost: 0 }]);
  });

  test('count once for a deal, however often they were said', async () => {
    const app = await withPhrase();
    await lost(app, 'Northwind Logistics');
    await app.does(['phrases', 'used', 'P1', '--deal', 'D1']);
    const ran = await app.does(['phrases', 'used', 'P1', '--deal', 'D1', '--on', '2026-11-02'], { isTTY: true });
    expect(ran.out).toContain('Used in 1 deal, 0 of them won.');
  });

  test('keep whatever is in them', async () => {
    const app = await testApp();
    const phrase = '  "What if" … \u{1f4bc} – so? ';
    await app.does(['phrases', 'add', phrase]);
    expect((await app.does(['phrases', '--json'])).json().phrases[0].phrase).toBe(phrase.trim());
  });

  test('may be none, which is said', async () => {
    expect((await (await testApp()).does(['phrases'])).err).toContain('No phrases yet in ');
  });
});

test.each([
  ['a phrase that is not on file', 3, ['phrases', 'used', 'P9', '--deal', 'D1']],
  ['a deal that is not on file', 3, ['phrases', 'used', 'P1', '--deal', 'D9']],
  ['a stage that is none', 2, ['phrases', 'add', 'So?', '--stage', 'luck']],
  ['no words', 2, ['phrases', 'add', ' ']],
  ['a day that has not come', 2, ['phrases', 'used', 'P1', '--deal', 'D1', '--on', 'tomorrow']],
])('%s gives %i', async (_what, exitCode, args) => {
  const app = await withPhrase();
  await lost(app, 'Northwind Logistics');
  expect(await app.run(args)).toMatchObject({ exitCode, out: '' });
  expect((await app.does(['phrases', '--json'])).json().phrases).toMatchObject([{ id: 'P1', used: 0 }]);
});
