import { describe, expect, test } from 'vitest';
import { NORTHWIND_SCRIPT, setting } from '../support/debriefs.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

async function contoso(): Promise<TestApp> {
  const app = await testApp();
  await app.does(['new', 'Contoso', ...setting({ outcome: 'postponed', 'contract-months': '12' })]);
  return app;
}

async function northwind(): Promise<TestApp> {
  const app = await testApp();
  await app.does(['new', 'Northwind Logistics'], { script: NORTHWIND_SCRIPT });
  return app;
}

/** Everything that is printed of the records. */
async function records(app: TestApp): Promise<unknown> {
  const print = async (...args: readonly string[]): Promise<unknown> => (await app.does([...args, '--json'])).json();
  return [
    await print('list'),
    await print('due', '--all', '--within', '2000d'),
    await print('lessons'),
    await print('phrases'),
    await print('focus'),
  ];
}

/** The lines of a calendar that say when the headline call is, and how often that was changed. */
function headlineIn(calendar: string): readonly string[] {
  const event = calendar.split('BEGIN:VEVENT').find((part) => part.includes('SUMMARY:Call'));
  return event?.match(/^(DTSTART|SEQUENCE):.*$/gm) ?? [];
}

describe('undo', () => {
  test('says which change it takes back and what becomes of everything', async () => {
    const app = await northwind();
    await app.does(['done', 'F1', '--outcome', 'won-back']);
    expect((await app.does(['undo', '--yes'])).out).toMatchInlineSnapshot(`
      "To take back: done F1 (Northwind Logistics), Friday 20 November 2026
        F1   is open again: the call, Friday 20 August 2027
        F2   is open again: one useful thing, Monday 22 February 2027
        F3   is open again: one useful thing, Thursday 20 May 2027
        D1   is no longer open again and is no longer won back: Northwind Logistics
      Taken back.
      "
    `);
  });

  test('says it of an edit', async () => {
    const app = await northwind();
    await app.does(['edit', 'D1', ...setting({ winner: 'Initech', 'contract-months': '6', contact: 'Ann Lee' })]);
    expect((await app.does(['undo', '--yes'])).out).toMatchInlineSnapshot(`
      "To take back: edit D1 (Northwind Logistics), Friday 20 November 2026
             What did you offer? Back to "12 months"
             Who won it? Back to "Globex"
             Whom will you call? Back to "Dana Reyes, CFO, +1 555 0100"
        A2   reads as before: When I am next at my desk, I will thank Dana Reyes and ask which part of my approach to improve
        F1   moves back to Friday 20 August 2027: the call
        F3   is open again: one useful thing, Thursday 20 May 2027
      Taken back.
      "
    `);
  });

  test('says it of a debrief in one line, and gives its answers back as a draft', async () => {
    const app = await northwind();
    const before = (await app.does(['show', 'D1', '--json'])).json();
    expect((await app.does(['undo', '--yes'])).out).toBe(
      'To take back: new (Northwind Logistics), Friday 20 November 2026\n' +
        '  D1   is taken out: Northwind Logistics, with its debrief, 5 actions and 4 days in the schedule\n' +
        'Taken back.\n' +
        'Its answers are kept as R2. To go on with them: lossdebrief new --resume R2\n',
    );
    const again = (await app.does(['new', '--resume', 'R2', '--json'], { script: [['review', '']] })).json();
    expect(again.deal.id).toBe('D2');
    expect(again.debrief.answers).toEqual(before.debrief.answers);
  });

  test('says it of what was written, in its words', async () => {
    const app = await testApp();
    await app.does(['phrases', 'add', 'A minute today']);
    await app.does(['log', 'Contoso', 'call']);
    const takenBack = async (): Promise<string> => (await app.does(['undo', '--yes'])).out;
    expect([await takenBack(), await takenBack()]).toMatchInlineSnapshot(`
      [
        "To take back: log (Contoso), Friday 20 November 2026
        D1   is taken out: Contoso, with all that belongs to it
      Taken back.
      ",
        "To take back: phrases add, Friday 20 November 2026
        P1   is taken out: the phrase "A minute today"
      Taken back.
      ",
      ]
    `);
  });

  test('asks on a terminal, and a no leaves everything', async () => {
    const app = await contoso();
    const before = await records(app);
    const ran = await app.does(['undo'], { script: [['undo', 'n']] });
    expect(ran.err).toContain('is taken out: Contoso, with its debrief');
    expect(ran.err).toContain('What you answered is kept, so that you can go on with it.');
    expect(ran.err).toContain('Nothing was taken back.');
    expect(await records(app)).toEqual(before);
    expect((await app.does(['undo'], { script: [['undo', '']] })).out).toContain('Taken back.');
    expect(app.store.counts().deals).toBe(0);
  });

  test('without a keyboard needs --yes, and says what it would take back', async () => {
    const app = await contoso();
    await app.does(['snooze', 'F1', 'in 2 weeks']);
    const ran = await app.run(['undo']);
    expect(ran).toMatchObject({ exitCode: 2 });
    expect(ran.err).toContain('This would take back: snooze F1 (Contoso), Friday 20 November 2026.');
    expect(ran.err).toContain('lossdebrief undo --yes');
  });

  test('goes further back each time, until there is nothing more', async () => {
    const app = await testApp();
    const whats: unknown[] = [];
    await app.does(['log', 'Contoso', 'call']);
    await app.does(['new', 'D1', ...setting({ outcome: 'postponed' })]);
    await app.does(['done', 'A1']);
    await app.does(['edit', 'D1', '--set', 'forecast=80']);
    await app.does(['delete', 'D1', '--yes']);
    for (;;) {
      const { undone } = (await app.does(['undo', '--yes', '--json'])).json();
      if (undone === null) break;
      whats.push(undone.what);
    }
    expect(whats).toEqual(['delete D1', 'edit D1', 'done A1', 'save-debrief', 'log']);
    expect((await app.does(['undo', '--yes'])).err).toContain('There is nothing to take back');
  });

  test('after something new takes that back first, and then goes on where it was', async () => {
    const app = await contoso();
    await app.does(['done', 'A1']);
    await app.does(['done', 'A2']);
    await app.does(['undo', '--yes']);
    await app.does(['done', 'A3']);
    const next = async (): Promise<unknown> => (await app.does(['undo', '--yes', '--json'])).json().undone.what;
    expect([await next(), await next(), await next()]).toEqual(['done A3', 'done A1', 'save-debrief']);
  });

  test('never gives an id away twice', async () => {
    const app = await contoso();
    await app.does(['undo', '--yes']);
    const again = (await app.does(['new', 'Contoso', ...setting({ outcome: 'postponed' }), '--json'])).json();
    expect(again).toMatchObject({ deal: { id: 'D2' }, actions: [{ id: 'A5' }, {}, {}, {}], followUp: { id: 'F5' } });
  });

  test('puts a day back, and raises the sequence that calendars go by', async () => {
    const app = await contoso();
    const exported = async (): Promise<readonly string[]> =>
      headlineIn((await app.does(['export', '--format', 'ics'])).out.replaceAll('\r', ''));
    const [, start] = await exported();
    await app.does(['snooze', 'F1', 'in 2 weeks']);
    await app.does(['undo', '--yes']);
    expect(await exported()).toEqual(['SEQUENCE:2', start]);
  });

  test.each<[what: string, commands: readonly (readonly string[])[]]>([
    ['a contact that was logged', [['log', 'D1', 'call', 'asked for the price']]],
    ['a call that went well', [['done', 'F1', '--outcome', 'reopened', '--note', 'new CFO']]],
    ['what was given up', [['drop', 'A1', 'F1', '--why', 'they were bought']]],
    ['a request for feedback', [['feedback', 'D1', '--sent', '2026-11-19']]],
    ['an answer to one', [['feedback', 'D1', '--reply', 'Too slow.', '--reason', 'process-execution']]],
    [
      'a view',
      [['opinion', 'D1', '--from', 'Priya Nair', '--words', 'x', '--reason', 'bad-fit', '--look-deeper', 'yes']],
    ],
    ['a plan to ask', [['opinion', 'D1', '--ask', 'Priya Nair']]],
    ['a phrase', [['phrases', 'add', 'What would it cost you to wait?']]],
    ['the use of one', [['phrases', 'used', 'P1', '--deal', 'D1']]],
    ['a lesson', [['lessons', 'add', 'D1', 'Ask who decides first.']]],
    ['an area that was begun', [['focus', 'why-now']]],
    ['an area that was closed', [['focus', '--stop']]],
    ['an experiment that was begun', [['focus', '--experiment', 'bring a reference']]],
    ['an experiment that was decided', [['focus', '--keep']]],
    ['a win', [['new', 'Alder & Sons', '--won', '--set', 'experiment=bring a reference']]],
    ['an edit', [['edit', 'D1', ...setting({ again: 'no', 'own-it': 'I came too late', forecast: '20' })]]],
    ['a deletion', [['delete', 'D1', '--yes']]],
  ])('takes back %s', async (_what, commands) => {
    const app = await contoso();
    await app.does(['phrases', 'add', 'What has changed since?']);
    // What can be closed has to be open first.
    if (commands[0]?.includes('--stop')) await app.does(['focus', 'role']);
    if (commands[0]?.includes('--keep')) await app.does(['focus', '--experiment', 'call on Mondays']);
    const before = await records(app);
    for (const args of commands) await app.does(args);
    expect(await records(app)).not.toEqual(before);
    for (const _ of commands) await app.does(['undo', '--yes']);
    expect(await records(app)).toEqual(before);
  });

  test('of the log that made a deal leaves an unfinished debrief of it', async () => {
    const app = await testApp();
    await app.does(['log', 'Contoso', 'call']);
    const script = [
      ['offer', '148k EUR 12m'],
      ['decided-on', ''],
    ] as const;
    await app.run(['new', 'D1'], { script });
    await app.does(['undo', '--yes']);
    expect(app.store.drafts.all()).toMatchObject([{ answers: { deal: 'Contoso', amount: 148000 }, dealId: undefined }]);
  });

  test('of a debrief of a deal on file gives a draft of that deal', async () => {
    const app = await testApp();
    await app.does(['log', 'Contoso', 'call']);
    await app.does(['new', 'D1', ...setting({ outcome: 'postponed' })]);
    await app.does(['undo', '--yes']);
    const again = await app.does(['new', '--resume', '--set', 'forecast=80', '--json']);
    expect(again.json().deal).toMatchObject({ id: 'D1', outcome: 'postponed', forecast: 80 });
  });

  test('of a deal that was never deleted is refused', async () => {
    const ran = await (await contoso()).run(['undo', 'D1', '--yes']);
    expect(ran).toMatchObject({ exitCode: 3 });
    expect(ran.err).toContain('There is no deleted deal D1.');
  });

  test('prints what it did as JSON', async () => {
    const app = await contoso();
    await app.does(['snooze', 'F1', '2027-09-15']);
    expect((await app.does(['undo', '--yes', '--json'])).json()).toEqual({
      schemaVersion: 1,
      undone: {
        what: 'snooze F1',
        at: '2026-11-20T12:00:00.000Z',
        effects: [
          {
            thing: 'follow-up',
            id: 'F1',
            deal: { id: 'D1', name: 'Contoso' },
            text: '2027-08-20',
            becomes: 'as-before',
            fields: [{ name: 'on', now: '2027-09-15', again: '2027-08-20' }],
          },
        ],
      },
      draft: null,
    });
  });
});
