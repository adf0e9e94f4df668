import { describe, expect, test } from 'vitest';
import { CONTROL_BUT_BREAKS } from '../support/control-characters.ts';
import { NORTHWIND_SCRIPT, setting } from '../support/debriefs.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

const NAME = 'Northwind Logistics';

/** Two calls and a proposal with Northwind Logistics while the deal is open, the second call missed. */
async function northwindLogged(): Promise<TestApp> {
  const app = await testApp();
  await app.does(['log', NAME, 'call', 'asked', 'for', 'the', 'price', '--at', '2026-09-01']);
  await app.does(['log', 'D1', 'proposal', 'onboarding free', '--at', '2026-09-22', '--reply-took', '3d']);
  await app.does(['log', 'd1', 'call', '--missed', '--at', '2026-09-24', '--reply-took', '45m']);
  return app;
}

describe('log', () => {
  test('works before the deal closes: a name that is not on file becomes an open deal', async () => {
    const app = await testApp();
    const { out } = await app.does(['log', NAME, 'call', 'asked for the price'], { isTTY: true });
    expect(out).toMatchInlineSnapshot(`
      "Logged for D1 Northwind Logistics: Friday 20 November 2026, call: asked for the
      price.
      Northwind Logistics was not on file and is an open deal now. When it has closed:
      lossdebrief new D1
      "
    `);
    expect((await app.does(['show', 'D1', '--json'])).json()).toMatchObject({
      deal: { name: NAME, outcome: null, decidedOn: null },
      debrief: null,
    });
  });

  test('knows a deal by its name in any case, and makes no second one', async () => {
    const app = await testApp();
    await app.does(['log', NAME, 'email', 'sent the offer']);
    const { deal, touch } = (await app.does(['log', 'northwind logistics', 'call', '--json'])).json();
    expect(deal).toEqual({ id: 'D1', name: NAME, isNew: false });
    expect(touch).toEqual({ on: '2026-11-20', channel: 'call', missed: false, replyMinutes: null, note: null });
    expect(app.store.counts().deals).toBe(1);
  });

  test('works after the debrief too', async () => {
    const app = await testApp();
    await app.does(['new', NAME], { script: NORTHWIND_SCRIPT });
    await app.does(['log', 'D1', 'email', 'thanked Dana Reyes']);
    const [row] = (await app.does(['due', '--within', '400d', '--json'])).json().items;
    expect(row.lastAttempt).toBe('2026-11-20');
  });

  test('a missed call is no contact', async () => {
    const app = await testApp();
    await app.does(['new', NAME], { script: NORTHWIND_SCRIPT });
    await app.does(['log', 'D1', 'call', '--missed']);
    const [row] = (await app.does(['due', '--within', '400d', '--json'])).json().items;
    expect(row.lastAttempt).toBeNull();
  });

  test('a name of two deals asks for one of them by its id', async () => {
    const app = await testApp();
    for (const day of ['2026-11-02', '2026-11-03'])
      await app.does(['new', 'Contoso', ...setting({ outcome: 'postponed', 'decided-on': day })]);
    const ran = await app.run(['log', 'Contoso', 'call', 'rang']);
    expect(ran).toMatchObject({ exitCode: 2 });
    expect(ran.err).toContain('2 deals are called Contoso: D2 and D1.');
    expect(app.store.record('D1')?.touches).toEqual([]);
  });

  test.each([
    [['Logistics', 'call'], 2, '"Logistics" is not a channel.'],
    [['email', 'late', '--missed'], 2, 'Only a call can be missed.'],
    [['call', '--at', 'tomorrow'], 2, 'has not come yet'],
    [['call', '--at', '2026-02-30'], 2, 'There is no day 2026-02-30'],
    [['call', '--reply-took', 'long'], 2, '--reply-took long is not a time.'],
  ])('refuses %j and keeps nothing', async (args, exitCode, words) => {
    const app = await testApp();
    const ran = await app.run(['log', 'Contoso', ...args]);
    expect(ran).toMatchObject({ exitCode });
    expect(ran.err).toContain(words);
    expect(app.store.counts().deals).toBe(0);
  });

  test('an unknown id is not taken for a name', async () => {
    const app = await testApp();
    expect(await app.run(['log', 'D9', 'call'])).toMatchObject({ exitCode: 3 });
    expect(await app.run(['log', ' ', 'call'])).toMatchObject({ exitCode: 2 });
    expect(app.store.counts().deals).toBe(0);
  });

  test('what a name, a channel or a note would do to a terminal stays text', async () => {
    const app = await testApp();
    const { out } = await app.does(['log', '\u001b[2JAcme', 'call', 'a\u0007b\nc'], { isTTY: true });
    expect(out).not.toMatch(CONTROL_BUT_BREAKS);
  });
});

describe('the log in show', () => {
  test('is a timeline with its silences, its counts and the slowest reply', async () => {
    const app = await northwindLogged();
    await app.does(['new', 'D1'], { script: NORTHWIND_SCRIPT });
    const { out } = await app.does(['show', 'D1'], { isTTY: true });
    expect(out.slice(out.indexOf('The log'))).toMatchInlineSnapshot(`
      "The log
        2 contacts, 1 missed call, slowest reply 3 days. By channel: 1 call, 1
        proposal.
        1 Sep 2026   call: asked for the price
                     21 days of silence, until 22 Sep 2026
        22 Sep 2026  proposal, answered after 3 days: onboarding free
        24 Sep 2026  missed call, answered after 45 minutes
                     57 days of silence, until 20 Nov 2026
      "
    `);
  });

  test('is the same in JSON', async () => {
    const app = await northwindLogged();
    expect((await app.does(['show', 'D1', '--json'])).json().timeline).toEqual({
      contacts: 2,
      byChannel: { call: 1, proposal: 1 },
      missedCalls: 1,
      slowestReplyMinutes: 3 * 24 * 60,
      silences: [{ from: '2026-09-01', to: '2026-09-22', days: 21 }],
      touches: [
        { on: '2026-09-01', channel: 'call', missed: false, replyMinutes: null, note: 'asked for the price' },
        { on: '2026-09-22', channel: 'proposal', missed: false, replyMinutes: 4320, note: 'onboarding free' },
        { on: '2026-09-24', channel: 'call', missed: true, replyMinutes: 45, note: null },
      ],
    });
  });
});

describe('the debrief of a deal on file', () => {
  test('says in one line what the log has, instead of asking', async () => {
    const app = await northwindLogged();
    const { out } = await app.does(['new', 'D1'], { script: NORTHWIND_SCRIPT, isTTY: true });
    expect(out).toContain('On record: 2 contacts, 1 missed call, slowest reply 3 days.\n');
    expect((await app.does(['new', 'Contoso', '--set', 'outcome=postponed'])).out).not.toContain('On record');
  });

  test.each([['D1'], ['d1'], [NAME], ['northwind logistics']])('named %s, is of that deal', async (named) => {
    const app = await northwindLogged();
    const { deal, timeline } = (await app.does(['new', named, '--json'], { script: NORTHWIND_SCRIPT })).json();
    expect(deal).toMatchObject({ id: 'D1', name: NAME, outcome: 'lost-competitor' });
    expect(timeline.contacts).toBe(2);
    expect(app.store.counts()).toMatchObject({ deals: 1, debriefs: 1, drafts: 0 });
  });

  test('is of that deal when its name is answered or set', async () => {
    const app = await northwindLogged();
    const script = [['deal', NAME.toLowerCase()], ...NORTHWIND_SCRIPT] as const;
    expect((await app.does(['new', '--json'], { script })).json().deal).toMatchObject({ id: 'D1', name: NAME });
    await app.does(['log', 'Contoso', 'call', 'rang']);
    const ran = await app.does(['new', '--json', ...setting({ deal: 'contoso', outcome: 'postponed' })]);
    expect(ran.json().deal).toMatchObject({ id: 'D2', name: 'Contoso' });
  });

  test('a second debrief under the name makes a deal beside it, and one by the id is refused', async () => {
    const app = await northwindLogged();
    await app.does(['new', 'D1'], { script: NORTHWIND_SCRIPT });
    expect(
      (await app.does(['new', NAME, '--json'], { script: NORTHWIND_SCRIPT.filter(([id]) => id !== 'contact') })).json()
        .deal.id,
    ).toBe('D2');
    const ran = await app.run(['new', 'D1']);
    expect(ran).toMatchObject({ exitCode: 2 });
    expect(ran.err).toContain('has its debrief already');
  });

  test('two that wait under one name ask for one by its id', async () => {
    const app = await testApp();
    await app.does(['log', 'Contoso', 'call']);
    app.store.logTouch({ name: 'contoso' }, touchOf('2026-11-20'));
    expect((await app.run(['new', 'Contoso', '--set', 'outcome=postponed'])).err).toContain('D2 and D1');
    expect((await app.does(['new', 'D2', '--json', '--set', 'outcome=postponed'])).json().deal.name).toBe('contoso');
  });

  test('a draft of it goes on with the same deal, and not with another of that name', async () => {
    const app = await testApp();
    await app.does(['log', 'Contoso', 'call']);
    app.store.logTouch({ name: 'Contoso' }, touchOf('2026-11-20'));
    await app.run(['new', 'D2'], { script: NORTHWIND_SCRIPT.slice(0, 3) });
    const script = NORTHWIND_SCRIPT.slice(3);
    expect((await app.does(['new', '--resume', '--json'], { script })).json().deal.id).toBe('D2');
    expect(app.store.record('D1')?.debrief).toBeUndefined();
  });

  test('going back to another name leaves that deal, and what was taken from it', async () => {
    const app = await testApp();
    await app.does(['log', 'Contoso', 'call']);
    const goneBack = [
      ['deal', 'Contoso'],
      ['offer', '<'],
      ['deal', 'Fabrikam'],
    ] as const;
    await app.run(['new'], { script: goneBack });
    const resumed = await app.does(['new', '--resume', '--json', '--set', 'outcome=postponed']);
    expect(resumed.json().deal).toMatchObject({ id: 'D2', name: 'Fabrikam' });
    expect(app.store.record('D1')).toMatchObject({ deal: { name: 'Contoso' }, debrief: undefined });
  });
});

function touchOf(on: string): Parameters<TestApp['store']['logTouch']>[1] {
  return { on: on as never, channel: 'call', missed: false, replyMinutes: undefined, note: undefined };
}
