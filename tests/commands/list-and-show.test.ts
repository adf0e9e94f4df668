import { describe, expect, test } from 'vitest';
import { CONTROL_BUT_BREAKS } from '../support/control-characters.ts';
import { NORTHWIND_SCRIPT, setting } from '../support/debriefs.ts';
import { imported } from '../support/imports.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

async function twoDeals(): Promise<TestApp> {
  const app = await testApp();
  await app.does(['new', 'Northwind Logistics'], { script: NORTHWIND_SCRIPT });
  await app.does([
    'new',
    'Alder & Sons',
    '--won',
    ...setting({ amount: '61000', currency: 'EUR', 'decided-on': '2026-11-02' }),
  ]);
  return app;
}

describe('list', () => {
  test('shows the deals on a terminal, the latest decision first', async () => {
    const app = await twoDeals();
    expect((await app.does(['list'], { isTTY: true, width: 110 })).out).toMatchInlineSnapshot(`
      "Id  Ended       Deal                 Outcome   Amount       Reason      Call again
      D1  2026-11-20  Northwind Logistics  lost     148,000  EUR  trust-risk  2027-08-20
      D2  2026-11-02  Alder & Sons         won       61,000  EUR
      "
    `);
  });

  test('cuts to a narrow terminal', async () => {
    const app = await twoDeals();
    const { out } = await app.does(['list'], { isTTY: true, width: 60 });
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(60);
  });

  test('leaves the reason out before it cuts a name', async () => {
    const app = await twoDeals();
    const { out } = await app.does(['list'], { isTTY: true, width: 80 });
    expect(out).toContain('Northwind Logistics  lost     148,000  EUR  2027-08-20\n');
  });

  test('has no heading over nothing', async () => {
    const app = await testApp();
    expect((await app.does(['list'], { isTTY: true })).out).toBe('');
  });

  test('is TSV in a pipe, with nothing cut', async () => {
    const app = await twoDeals();
    expect((await app.does(['list'])).out).toBe(
      'id\tdecidedOn\tname\toutcome\tamount\tcurrency\treason\tfollowUpOn\n' +
        'D1\t2026-11-20\tNorthwind Logistics\tlost-competitor\t148000\tEUR\ttrust-risk\t2027-08-20\n' +
        'D2\t2026-11-02\tAlder & Sons\twon\t61000\tEUR\t\t\n',
    );
  });

  test('keeps to what was asked for', async () => {
    const app = await twoDeals();
    const names = async (...flags: readonly string[]): Promise<readonly string[]> =>
      (await app.does(['list', '--json', ...flags]))
        .json()
        .deals.map(({ deal }: { deal: { name: string } }) => deal.name);
    expect(await names('--outcome', 'won')).toEqual(['Alder & Sons']);
    expect(await names('--reason', 'trust-risk')).toEqual(['Northwind Logistics']);
    expect(await names('--competitor', 'globex')).toEqual(['Northwind Logistics']);
    expect(await names('--to', '2026-11-10')).toEqual(['Alder & Sons']);
    expect(await names('--text', 'safer choice')).toEqual(['Northwind Logistics']);
    expect(await names('--sort', 'name')).toEqual(['Alder & Sons', 'Northwind Logistics']);
  });

  test('an unknown outcome is named, with those there are', async () => {
    const app = await testApp();
    const ran = await app.run(['list', '--outcome', 'gone']);
    expect(ran).toMatchObject({ exitCode: 2 });
    expect(ran.err).toContain('lost-competitor');
  });

  test('an unknown reason is named, with those there are, and a known one that nothing has is none', async () => {
    const app = await twoDeals();
    const ran = await app.run(['list', '--reason', 'trust-risc']);
    expect(ran).toMatchObject({ exitCode: 2, out: '' });
    expect(ran.err).toContain('--reason trust-risc is not a reason.');
    expect(ran.err).toContain('trust-risk');
    expect((await app.does(['list', '--reason', 'no-urgency'])).err).toContain('None of the 2 deals fits');
  });

  test('an empty list says which file it looked into, and ends with 0', async () => {
    const app = await testApp();
    const ran = await app.does(['list']);
    expect(ran.err).toContain(`No deals yet in ${app.store.path}.`);
  });
});

describe('show', () => {
  test('prints the answers under the words they were asked with, and what follows from them', async () => {
    const app = await twoDeals();
    expect((await app.does(['show', 'D1'], { isTTY: true })).out).toMatchInlineSnapshot(`
      "D1  Northwind Logistics, lost to Globex on Friday 20 November 2026,
      148,000.00 EUR over 12 months.
        Contact: Dana Reyes, CFO, +1 555 0100

      What did you offer?
        onboarding free

      Before you heard, how sure were you that it would come in?
        80 %

      Who has it now?
        another vendor

      Who won it?
        Globex

      Where were they better?
        proof

      What did they say, in their own words?
        The CFO felt Globex was the safer choice.

      And what do you think it was?
        Price or budget

      Did they name a price that you could not meet?
        no

      Then it was probably not the price. What was underneath?
        a vendor that felt safer

      Before the demo, did you know …
        their time frame: before
        their reason to act now: never
        the contact's role: late
        priorities: late
        asking again: no

      and what your contact turned out to be
        gathers information

      When was the last moment at which you could still have changed it?
        discovery

      Finish the sentence: I lost this because I …
        never met the one who decides

      What will you do next time?
        Next time, when a demo is asked for, I will first ask why they want a solution
        now.

      Would you want this account again?
        yes

      Whom will you call?
        Dana Reyes, CFO, +1 555 0100

      And now, whom do you call next?
        Contoso

      What you decided to do
        A1   When I have closed this, I will call Contoso.
             Today. The best way out of a lost deal is the next conversation.
        A2   When I am next at my desk, I will thank Dana Reyes and ask which part of
             my approach to improve.
             By Monday 23 November 2026. They said: "The CFO felt Globex was the safer
             choice". The fuller answer comes if you ask for it.
             Hello Dana,
             thank you for your time and for telling me. I accept the decision and
             will not reopen it.
             One request: which part of my approach do I most need to improve? Please
             do not spare me.
             If it helps: did I understand your problem, bring the right people, keep
             the right pace, make the value clear?
             A line is plenty. Good luck with it.
        A3   Next time, when a demo is asked for, I will first ask why they want a
             solution now.
             By Friday 27 November 2026. You wrote: "never met the one who decides".
        A4   When the next demo is booked, I will first ask my contact what part they
             play in the decision.
             By Friday 27 November 2026. In Northwind Logistics: your contact's role
             asked late.
        A5   When two working days have passed, I will give Northwind Logistics twenty
             quiet minutes with my notes.
             By Tuesday 24 November 2026. A minute today, a calm look later. You
             wrote: "never met the one who decides".

      The door
        F4   Thursday 18 February 2027: a second look
        F2   Monday 22 February 2027, 09:00, phone: one useful thing
        F3   Thursday 20 May 2027, 09:00, phone: one useful thing
        F1   Friday 20 August 2027, 09:00, phone: the call (9 months into a 12-month
             term)
      "
    `);
  });

  describe('of a deal from a CRM', () => {
    test('tells what the CRM has of it, so that it can be found there', async () => {
      const app = await testApp();
      await imported(app, 'pipedrive.csv');
      expect((await app.does(['show', 'D1'], { isTTY: true })).out).toMatchInlineSnapshot(`
        "D1  Northwind Logistics, lost on Friday 2 October 2026, not debriefed,
        148,000.00 EUR.
          Contact: Dana Reyes

        No debrief yet.

        What else is known
          Account: Northwind Logistics AG
          Owner: Robin Hale
          Created: Wednesday 11 March 2026
          Stage: proposal
          Deal - Pipeline: Sales
          Deal - Label: Hot
          Deal - Expected close date: 2026-09-30
          Reason in the CRM: Price
          In the CRM: pipedrive 41
        "
      `);
      await app.does(['new', 'D1', '--set', 'outcome=postponed', '--set', 'turning-point=demo']);
      const debriefed = (await app.does(['show', 'D1'])).out;
      expect(debriefed).toContain('  Owner: Robin Hale\n');
      expect(debriefed).not.toContain('Stage: ');
    });

    test('tells it in JSON too, as list does', async () => {
      const app = await testApp();
      await imported(app, 'pipedrive.csv');
      const { deal } = (await app.does(['show', 'D1', '--json'])).json();
      expect(deal).toMatchObject({
        account: 'Northwind Logistics AG',
        owner: 'Robin Hale',
        createdOn: '2026-03-11',
        segment: null,
        fields: { 'Deal - Label': 'Hot', 'crm-reason': 'Price' },
        crm: [{ source: 'pipedrive', id: '41' }],
      });
      expect((await app.does(['list', '--json'])).json().deals[0].deal).toEqual(deal);
    });

    test('that gave no number says nothing in its place', async () => {
      const app = await testApp();
      await app.does(['import', '-'], {
        stdin: 'Deal Name,Account Name,Stage,Closing Date\nAcme,Acme Ltd,Closed Lost,2026-10-02\n',
      });
      const { out } = await app.does(['show', 'D1']);
      expect(out).toContain('What else is known\n  Account: Acme Ltd\n  In the CRM: zoho\n');
      expect((await app.does(['show', 'D1', '--json'])).json().deal.crm).toEqual([
        { source: 'zoho', id: '["Acme","Acme Ltd","2026-10-02"]' },
      ]);
    });

    test('shows names and values that would drive a terminal as text, and long ones whole', async () => {
      const app = await testApp();
      const long = 'a word and '.repeat(30).trim();
      const heading = 'Next\u001b]0;x\u0007';
      await app.does(['import', '-'], {
        stdin: `Deal,Outcome,Closed on,Owner,${heading},Notes,עמודה\nAcme,Lost,2026-10-02,Robin\u202eelaH,"first\nsecond",${long},ערך\n`,
      });
      const { out } = await app.does(['show', 'D1'], { isTTY: true, width: 40 });
      expect(out).not.toMatch(CONTROL_BUT_BREAKS);
      expect(out).toContain('  Owner: Robin<U+202E>elaH\n  Next^[]0;x^G: first ⏎ second\n');
      expect(out).toContain('  עמודה: ערך\n');
      expect(out.replaceAll(/\s+/g, ' ')).toContain(`Notes: ${long} `);
      expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(40);
    });
  });

  test('gives the same JSON as the debrief gave', async () => {
    const app = await testApp();
    const made = await app.does(['new', 'Northwind Logistics', '--json'], { script: NORTHWIND_SCRIPT });
    expect((await app.does(['show', 'd1', '--json'])).json()).toEqual(made.json());
  });

  test('keeps a pasted mail whole', async () => {
    const app = await testApp();
    const said = 'Dear Sam,\n\nwe chose Globex.\n\nKind regards\nDana';
    await app.does(['new', '--answers', '-'], {
      stdin: JSON.stringify({ deal: 'Contoso', outcome: 'lost-competitor', said }),
    });
    expect((await app.does(['show', 'D1', '--json'])).json().debrief.answers.said).toBe(said);
    expect((await app.does(['show', 'D1'], { isTTY: true })).out).toContain('  we chose Globex.\n');
  });

  test('an unknown id ends with 3', async () => {
    const app = await testApp();
    expect(await app.run(['show', 'D9'])).toMatchObject({
      exitCode: 3,
      err: 'error: There is no deal D9.\ntry:   See them all: lossdebrief list\n',
    });
  });

  test.each([
    ['alder', 'There is no deal alder. Did you mean D2 (Alder & Sons)?'],
    ['R', 'There is no deal R. Did you mean D1 (Northwind Logistics) or D2 (Alder & Sons)?'],
    ['Contoso', 'There is no deal Contoso.'],
    ['  ', 'There is no deal   .'],
  ])('a part of a name, such as %j, finds the deals that may be meant', async (name, error) => {
    const ran = await (await twoDeals()).run(['show', name]);
    expect(ran).toMatchObject({ exitCode: 3, err: `error: ${error}\ntry:   See them all: lossdebrief list\n` });
  });

  test('a name that would drive the terminal is harmless text', async () => {
    const app = await testApp();
    await app.does(['new', '\u001b]0;x\u0007', '--set', 'outcome=postponed']);
    for (const args of [['show', 'D1'], ['list'], ['due'], ['list', '--json']]) {
      expect((await app.does(args, { isTTY: true })).out).not.toMatch(CONTROL_BUT_BREAKS);
    }
    expect((await app.does(['list'], { isTTY: true })).out).toContain('^[]0;x^G');
  });
});
