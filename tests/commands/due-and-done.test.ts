import { describe, expect, test } from 'vitest';
import { NORTHWIND_SCRIPT, setting } from '../support/debriefs.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

/** Three losses: one to be called long ago, one in a week, one only much later. */
async function threeLosses(): Promise<TestApp> {
  const app = await testApp();
  await app.does(['new', 'Northwind Logistics'], { script: NORTHWIND_SCRIPT });
  await app.does(['new', 'Contoso', ...setting({ outcome: 'postponed', 'call-on': '2026-12-01', contact: 'Ann Lee' })]);
  await app.does(['new', 'Fabrikam', ...setting({ outcome: 'lost-competitor', 'contract-months': '24' })]);
  return app;
}

function isNextCall({ rule }: { readonly rule: string }): boolean {
  return rule === 'next-call';
}

describe('due on a terminal', () => {
  test('is a call sheet: who, number, why they said no, the terms, and the rule that set the day', async () => {
    const app = await threeLosses();
    const { out } = await app.does(['due', '--today', '2027-08-22'], { isTTY: true, width: 100 });
    expect(out).toMatchInlineSnapshot(`
      "Sunday 22 August 2027
        264 days late F5    Call Ann Lee, Contoso, number: not recorded
                            Why they said no was not noted. That was 9 months ago. Ask what has changed
                            since November 2026.
                            (the day they named)
        2 days late   F1    Call Dana Reyes, CFO, Northwind Logistics, +1 555 0100   148,000 EUR, 12
                            months, onboarding free: same terms
                            "The CFO felt Globex was the safer choice." Globex has it. That was 9 months
                            ago. Ask what has changed since November 2026.
                            (9 months into a 12-month term)
        185 days late F4    Look at Northwind Logistics once more, with some distance.
                            (90 days after the no, with some distance)
                            lossdebrief review D1
        185 days late F6    Look at Contoso once more, with some distance.
                            (90 days after the no, with some distance)
                            lossdebrief review D2
        185 days late F14   Look at Fabrikam once more, with some distance.
                            (90 days after the no, with some distance)
                            lossdebrief review D3
        181 days late F2    Send Dana Reyes one useful thing, no ask attached.   Northwind Logistics
                            (one useful thing each quarter, until the call)
        181 days late F8    Send your contact at Fabrikam one useful thing, no ask attached.
                            (one useful thing each quarter, until the call)
        94 days late  F3    Send Dana Reyes one useful thing, no ask attached.   Northwind Logistics
                            (one useful thing each quarter, until the call)
        94 days late  F9    Send your contact at Fabrikam one useful thing, no ask attached.
                            (one useful thing each quarter, until the call)
        2 days late   F10   Send your contact at Fabrikam one useful thing, no ask attached.
                            (one useful thing each quarter, until the call)
        272 days late A2    When I am next at my desk, I will thank Dana Reyes and ask which part of my
                            approach to improve.   after Northwind Logistics
        272 days late A7    When I am next at my desk, I will thank Ann Lee, leave them their time, and
                            ask which part of my approach to improve.   after Contoso
        272 days late A11   When I am next at my desk, I will thank my contact and ask which part of my
                            approach to improve.   after Fabrikam
        271 days late A5    When two working days have passed, I will give Northwind Logistics twenty
                            quiet minutes with my notes.   after Northwind Logistics
                            lossdebrief review D1
        271 days late A9    When two working days have passed, I will give Contoso twenty quiet minutes
                            with my notes.   after Contoso
                            lossdebrief review D2

        and 5 more actions: lossdebrief due --all

      3 calls meant for right after a debrief are more than a week old.
        Made: lossdebrief done A1 A6 A10
        Let go: lossdebrief drop A1 A6 A10 --why "over"

      Mark one as done: lossdebrief done F5   One by one: lossdebrief due -i
      "
    `);
  });

  test('puts what is late before what is due today, and that before what comes soon', async () => {
    const app = await threeLosses();
    const { out } = await app.does(['due', '--today', '2026-11-24', '--within', '7d', '--all'], { isTTY: true });
    const whens = [...out.matchAll(/^ {2}(\d+ days? late|today|tomorrow|in \d+ days)/gm)].map(([, when]) => when);
    const order = whens.map((when) => (when?.endsWith('late') ? 0 : when === 'today' ? 1 : 2));
    expect(order.slice(0, order.indexOf(2))).toEqual(
      order.slice(0, order.indexOf(2)).toSorted((one, other) => one - other),
    );
    expect(out.indexOf('late')).toBeLessThan(out.indexOf('in 3 days'));
  });

  test('shows five actions and counts the rest, unless all are wanted', async () => {
    const app = await threeLosses();
    const { out } = await app.does(['due', '--today', '2026-12-24'], { isTTY: true });
    expect(out).toContain('and 5 more actions: lossdebrief due --all');
    const all = await app.does(['due', '--today', '2026-12-24', '--all'], { isTTY: true });
    expect(all.out).not.toContain('--all');
  });

  test('says once whom to call next, after whichever deals, and how to mark all of it as done', async () => {
    const app = await testApp();
    const after = async (deal: string, next?: string): Promise<void> => {
      const answers = { outcome: 'lost-competitor', ...(next !== undefined && { 'call-next': next }) };
      await app.does(['new', deal, ...setting(answers)]);
    };
    await after('Northwind');
    await after('Contoso');
    await after('Fabrikam', 'Initech');
    const sheet = async (): Promise<string> =>
      (await app.does(['due', '--all'], { isTTY: true })).out.replaceAll(/\s+/g, ' ');
    const out = await sheet();
    expect(out).toMatch(/I will call the next name on my list\. after Northwind and Contoso lossdebrief done A1 A\d+ /);
    expect(out.match(/I will call the next name/g)).toHaveLength(1);
    expect(out).toContain('I will call Initech. after Fabrikam ');
    await after('Umbrella');
    await after('Globex');
    expect(await sheet()).toContain('I will call the next name on my list. after Northwind and 3 other deals ');
    expect((await app.does(['due', '--json'])).json().items.filter(isNextCall)).toHaveLength(5);
  });

  test('shows the call for right after a debrief for a week, then one line for all of them, and how to let them go', async () => {
    const app = await testApp();
    const sheet = async (today: string, ...args: readonly string[]): Promise<string> =>
      (await app.does(['due', ...args], { isTTY: true, today })).out.replaceAll(/\s+/g, ' ');
    await app.does(['new', 'Northwind', ...setting({ outcome: 'lost-competitor', 'call-next': 'Initech' })]);
    await app.does(['new', 'Contoso', ...setting({ outcome: 'lost-competitor' })]);
    expect(await sheet('2026-11-27')).toContain('7 days late A1 When I have closed this, I will call Initech.');
    const later = await sheet('2026-11-28');
    expect(later).not.toContain('When I have closed this');
    expect(later).toContain(
      '2 calls meant for right after a debrief are more than a week old. Made: lossdebrief done A1 A5 Let go: lossdebrief drop A1 A5 --why "over"',
    );
    expect(await sheet('2026-11-28', '--all')).toContain(
      '8 days late A1 When I have closed this, I will call Initech.',
    );
    const { items } = (await app.does(['due', '--json', '--today', '2026-11-28'])).json();
    expect(items.filter(isNextCall)).toHaveLength(2);
    await app.does(['drop', 'A1', 'A5', '--why', 'over']);
    expect(await sheet('2026-11-28')).not.toContain('right after');
  });

  test('speaks of one such call as one', async () => {
    const app = await testApp();
    await app.does(['new', 'Northwind', ...setting({ outcome: 'we-walked-away', again: 'no' })]);
    await app.does(['done', 'A2', 'A3', 'A4']);
    const { out } = await app.does(['due'], { isTTY: true, today: '2026-12-20' });
    expect(out).toMatchInlineSnapshot(`
      "Sunday 20 December 2026
      1 call meant for right after a debrief is more than a week old.
        Made: lossdebrief done A1
        Let go: lossdebrief drop A1 --why "over"
      "
    `);
    expect((await app.does(['due', '--quiet'], { isTTY: true, today: '2026-12-20' })).out).toBe('');
  });

  test('says that nothing is due in one line', async () => {
    const app = await testApp();
    await app.does(['new', 'Contoso', ...setting({ outcome: 'we-walked-away', again: 'no' })]);
    await app.does(['done', 'A1', 'A2', 'A3', 'A4']);
    expect(await app.does(['due'], { isTTY: true })).toMatchObject({ out: '', err: 'Nothing is due.\n' });
  });

  test('names the file if there is no deal in it', async () => {
    const app = await testApp();
    expect((await app.does(['due'])).err).toContain(app.store.path);
  });
});

describe('due for machines', () => {
  test('is TSV with a header row in a pipe, uncut, with ISO days', async () => {
    const app = await threeLosses();
    const { out } = await app.does(['due', '--today', '2026-12-01']);
    const [header, first] = out.split('\n');
    expect(header).toMatch(/^id\tkind\ton\ttime\tdaysLate\ttext\t/);
    expect(first?.split('\t').length).toBe(header?.split('\t').length);
    expect(out).toContain('2026-12-01');
  });

  test('holds every item with all keys of the contract as JSON', async () => {
    const app = await threeLosses();
    const { items, ...rest } = (await app.does(['due', '--today', '2026-12-01', '--json'])).json();
    expect(rest).toEqual({ schemaVersion: 1, today: '2026-12-01', wonBack: { deals: 0, value: [] } });
    expect(items.find((item: { rule: string }) => item.rule === 'named-date')).toEqual({
      id: expect.stringMatching(/^F\d+$/),
      kind: 'follow-up',
      on: '2026-12-01',
      time: '09:00',
      daysLate: 0,
      text: 'Call Ann Lee.',
      deal: { id: 'D2', name: 'Contoso' },
      contact: { name: 'Ann Lee' },
      said: null,
      winner: null,
      terms: null,
      amount: null,
      currency: null,
      rule: 'named-date',
      because: 'the day they named',
      lastAttempt: null,
    });
  });

  test('counts a condition without a date as a check', async () => {
    const app = await testApp();
    await app.does([
      'new',
      'Contoso',
      ...setting({ outcome: 'lost-competitor', again: 'only-if', trigger: 'the connector ships' }),
    ]);
    const { items } = (await app.does(['due', '--within', '200d', '--json'])).json();
    expect(items.filter(({ kind }: { kind: string }) => kind === 'check')).toMatchObject([
      { on: '2027-02-22', rule: 'trigger-check', text: 'Has it happened? the connector ships' },
    ]);
  });

  test('--check ends with 10 if something is due today, and with 0 if it only comes soon', async () => {
    const app = await threeLosses();
    expect((await app.run(['due', '--check', '--today', '2026-12-01'])).exitCode).toBe(10);
    const quiet = await testApp();
    await quiet.does(['new', 'Contoso', ...setting({ outcome: 'we-walked-away', again: 'no' })]);
    await quiet.does(['done', 'A1']);
    expect((await quiet.run(['due', '--check'])).exitCode).toBe(0);
  });

  test('a span that is none is refused', async () => {
    const app = await testApp();
    expect(await app.run(['due', '--within', 'soon'])).toMatchObject({ exitCode: 2 });
  });
});

describe('done', () => {
  test('closes an action, and it is not due any more', async () => {
    const app = await threeLosses();
    const { out } = await app.does(['done', 'a1'], { isTTY: true });
    expect(out).toBe('Done: A1, When I have closed this, I will call Contoso.\n');
    const { items } = (await app.does(['due', '--json'])).json();
    expect(items.map(({ id }: { id: string }) => id)).not.toContain('A1');
  });

  test('closes several, or none of them if one is unknown', async () => {
    const app = await threeLosses();
    expect(await app.run(['done', 'A1', 'A99'])).toMatchObject({ exitCode: 3 });
    const { items } = (await app.does(['due', '--json'])).json();
    expect(items.map(({ id }: { id: string }) => id)).toContain('A1');
  });

  test('says so when it was closed before', async () => {
    const app = await threeLosses();
    await app.does(['done', 'A1']);
    expect((await app.does(['done', 'A1'], { isTTY: true })).out).toContain('Closed before: A1');
  });

  test('keeps a word on what came of it, which show gives back', async () => {
    const app = await threeLosses();
    await app.does(['done', 'A1', '--note', 'They picked up.']);
    await app.does(['drop', 'F1', '--why', 'the account was sold']);
    const { out } = await app.does(['show', 'D1'], { isTTY: true });
    expect(out).toContain('You noted: "They picked up."');
    expect(out).toContain('You noted: "the account was sold"');
  });
});

describe('snooze', () => {
  test.each([
    ['in 2 weeks', '2026-12-04'],
    ['next week', '2026-11-23'],
    ['Q2', '2027-04-01'],
    ['end of the week', '2026-11-20'],
    ['before christmas', '2026-12-23'],
    ['25/11', '2026-11-25'],
  ])('to %s moves it to %s, and says which day that is', async (words, expected) => {
    const app = await threeLosses();
    const { on, snoozed } = (await app.does(['snooze', 'A3', ...words.split(' '), '--json'])).json();
    expect({ on, snoozed }).toMatchObject({ on: expected, snoozed: [{ id: 'A3' }] });
  });
});
