import { describe, expect, test } from 'vitest';
import { setting } from '../support/debriefs.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

const CANARY = 'Canary Freight';

/** A lost deal with everything that can belong to one, beside another that stays. */
async function withCanary(): Promise<TestApp> {
  const app = await testApp();
  await app.does([
    'new',
    'Contoso',
    ...setting({ outcome: 'lost-competitor', winner: 'Globex', reason: 'no-urgency' }),
  ]);
  await app.does(['log', CANARY, 'call', `${CANARY} asked for the price`, '--at', '2026-11-02']);
  await app.does([
    'new',
    CANARY,
    ...setting({
      outcome: 'lost-competitor',
      winner: 'Globex',
      amount: '148000',
      currency: 'EUR',
      reason: 'no-urgency',
      said: `${CANARY} felt safer with Globex.`,
      'own-it': `never asked ${CANARY}`,
      'next-time': `ask ${CANARY} sooner`,
      'steps.role': 'never',
      contact: `Dana Reyes, CFO of ${CANARY}`,
    }),
  ]);
  await app.does(['feedback', 'D2', '--sent', '2026-11-19']);
  await app.does(['opinion', 'D2', '--from', 'Priya Nair', '--words', `${CANARY} was never a fit`]);
  await app.does(['lessons', 'add', 'D2', `${CANARY} wants references first`]);
  await app.does(['phrases', 'add', 'What would it cost you to wait?']);
  await app.does(['phrases', 'used', 'P1', '--deal', 'D2']);
  await app.does(['new', `${CANARY} West`, '--won', '--set', 'experiment=bring a reference']);
  await app.does(['new', `${CANARY} East`, ...setting({ outcome: 'postponed' })]);
  const { followUp } = (await app.does(['show', 'D4', '--json'])).json();
  await app.does(['done', followUp.id, '--outcome', 'won-back']);
  return app;
}

async function withoutCanary(): Promise<TestApp> {
  const app = await withCanary();
  for (const id of ['D2', 'D3', 'D4']) await app.does(['delete', id, '--yes']);
  return app;
}

describe('delete', () => {
  test('says what goes out of sight, and how to get it back', async () => {
    const app = await testApp();
    await app.does(['log', 'Contoso', 'call']);
    await app.does(['new', 'D1', ...setting({ outcome: 'postponed' })]);
    expect((await app.does(['delete', 'D1', '--yes'])).out).toBe(
      'Deleted: D1 Contoso, with its debrief, its log, 4 open actions and 2 days in the schedule.\n' +
        'To bring it back: lossdebrief undo D1\n',
    );
  });

  test.each([
    ['y', 0],
    ['n', 1],
    ['', 1],
  ])('on a terminal it asks, and "%s" leaves %i deals', async (key, deals) => {
    const app = await testApp();
    await app.does(['log', 'Contoso', 'call']);
    await app.does(['delete', 'D1'], { script: [['delete', key]] });
    expect(app.store.counts().deals).toBe(deals);
  });

  test('without a keyboard it needs --yes', async () => {
    const app = await testApp();
    await app.does(['log', 'Contoso', 'call']);
    const ran = await app.run(['delete', 'D1']);
    expect(ran).toMatchObject({ exitCode: 2 });
    expect(ran.err).toContain('lossdebrief delete D1 --yes');
    expect(app.store.counts().deals).toBe(1);
  });

  test('prints what went as JSON', async () => {
    const app = await testApp();
    await app.does(['new', 'Contoso', ...setting({ outcome: 'disqualified' })]);
    expect((await app.does(['delete', 'D1', '--yes', '--json'])).json()).toEqual({
      schemaVersion: 1,
      deleted: { id: 'D1', name: 'Contoso' },
      actions: ['A1', 'A2', 'A3', 'A4'],
      schedule: [],
    });
  });

  test.each([['D7'], ['Nowhere Ltd']])('%s is not on file', async (id) => {
    expect(await (await testApp()).run(['delete', id, '--yes'])).toMatchObject({ exitCode: 3 });
  });
});

describe('a deleted deal', () => {
  const OUTPUTS: readonly (readonly string[])[] = [
    [],
    ['list'],
    ['list', '--json'],
    ['due', '--all', '--within', '2000d'],
    ['due', '--all', '--within', '2000d', '--json'],
    ['due', '--all', '--ics', '-'],
    ...['jsonl', 'json', 'csv', 'markdown', 'ics'].map((format) => ['export', '--format', format]),
    ['export', '--redact'],
    ['lessons'],
    ['lessons', 'wants'],
    ['lessons', '--json'],
    ['phrases', '--json'],
    ['focus'],
    ['focus', '--json'],
    ['show', 'D1'],
    ['show', 'D1', '--json'],
    ['brief', 'D1', '--json'],
    ['report'],
    ['report', '--json'],
  ];

  /** Everything that is printed without a word of which deal, on a terminal and in a pipe. */
  async function everything(app: TestApp): Promise<readonly string[]> {
    const printed: string[] = [];
    for (const args of OUTPUTS) {
      for (const isTTY of [true, false]) {
        const { out, err } = await app.does(args, { isTTY });
        printed.push(`${args.join(' ')}\n${out}${err}`);
      }
    }
    return printed;
  }

  test('is in no output at all', async () => {
    const app = await withCanary();
    const before = await everything(app);
    expect(before.filter((text) => text.includes('Canary')).length).toBeGreaterThan(OUTPUTS.length);
    for (const id of ['D2', 'D3', 'D4']) await app.does(['delete', id, '--yes']);
    expect((await everything(app)).filter((text) => text.includes('Canary'))).toEqual([]);
  });

  test('counts nowhere: not among deals won back, phrases used, or losses of the same kind', async () => {
    const app = await withoutCanary();
    expect((await app.does(['due', '--json'])).json().wonBack.deals).toBe(0);
    expect((await app.does(['phrases', '--json'])).json().phrases).toMatchObject([{ used: 0, won: 0 }]);
    const { out } = await app.does([
      'new',
      'Fabrikam',
      ...setting({ outcome: 'lost-competitor', winner: 'Globex', reason: 'no-urgency', 'steps.role': 'never' }),
    ]);
    expect(out).toContain('Before that in Contoso');
    expect(out).not.toContain('Canary');
  });

  test('leaves nothing of itself in the debrief of another of that name', async () => {
    const app = await withoutCanary();
    const again = (await app.does(['new', CANARY, ...setting({ outcome: 'postponed' }), '--json'])).json();
    expect(again.deal).toMatchObject({ id: 'D5', amount: null, winner: null });
    expect(again.contact).toBeNull();
  });

  test('is told apart from one that never was', async () => {
    const app = await withoutCanary();
    const commands = [
      ['show', 'd2'],
      ['edit', 'D2', '--set', 'forecast=80'],
      ['delete', 'D2', '--yes'],
      ['log', 'D2', 'call'],
      ['new', 'D2'],
      ['brief', 'D2'],
      ['feedback', 'D2'],
      ['opinion', 'D2', '--ask', 'Priya Nair'],
      ['lessons', 'add', 'D2', 'too late'],
    ];
    for (const args of commands) {
      expect(await app.run(args)).toMatchObject({
        exitCode: 3,
        err: 'error: D2 was deleted.\ntry:   Bring it back: lossdebrief undo D2\n',
      });
    }
  });

  test('has nothing left to do', async () => {
    const app = await withoutCanary();
    expect(await app.run(['done', 'A5'])).toMatchObject({ exitCode: 3 });
    expect(await app.run(['snooze', 'A5', 'tomorrow'])).toMatchObject({ exitCode: 3 });
  });

  test('comes back as it was', async () => {
    const app = await withCanary();
    const before = await everything(app);
    await app.does(['delete', 'D2', '--yes']);
    await app.does(['undo', '--yes']);
    expect(await everything(app)).toEqual(before);
  });

  test('comes back by its id, however much was changed since', async () => {
    const app = await withCanary();
    const before = (await app.does(['show', 'D2', '--json'])).json();
    await app.does(['delete', 'D2', '--yes']);
    await app.does(['log', 'Contoso', 'call']);
    await app.does(['undo', 'D2', '--yes']);
    expect((await app.does(['show', 'D2', '--json'])).json()).toEqual(before);
    expect((await app.does(['undo', '--yes', '--json'])).json().undone.what).toBe('log');
  });
});
