import { describe, expect, test } from 'vitest';
import { changed, NORTHWIND_SCRIPT, setting, upTo } from '../support/debriefs.ts';
import { testApp } from '../support/test-app.ts';

describe('a debrief by keys', () => {
  test('leaves the person with the call to make, the actions, and the date to knock again', async () => {
    const app = await testApp();
    const { out } = await app.does(['new', 'Northwind Logistics'], { script: NORTHWIND_SCRIPT, isTTY: true });
    expect(out).toMatchInlineSnapshot(`
      "
      Northwind Logistics, lost to Globex on Friday 20 November 2026, 148,000.00 EUR
      over 12 months.
      Qualifying: their reason to act now never asked, your contact's role asked late;
      your contact gathers information · Discovery: priorities asked late, not asked a
      second time · Door: open, 20 Aug 2027 · Good business: yes · Ego: they were
      ahead on proof

      Now
        A1   When I have closed this, I will call Contoso.
             Today. The best way out of a lost deal is the next conversation.

      Then
        A2   When I am next at my desk, I will thank Dana Reyes and ask which part of
             my approach to improve.
             By Monday 23 November 2026. They said: "The CFO felt Globex was the safer
             choice". The fuller answer comes if you ask for it.
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
        F1   Friday 20 August 2027, 09:00: call Dana Reyes, CFO, +1 555 0100.
             Offer the same terms: 148,000 EUR, 12 months, onboarding free.
             Why then: 9 months into a 12-month term (contract-term).
        F2   Before that, on Monday 22 February 2027: send them one useful thing, no
             ask attached.

      The message, ready to paste
        Hello Dana,
        thank you for your time and for telling me. I accept the decision and will not
        reopen it.
        One request: which part of my approach do I most need to improve? Please do
        not spare me.
        If it helps: did I understand your problem, bring the right people, keep the
        right pace, make the value clear?
        A line is plenty. Good luck with it.

      1:16. Now call Contoso.
      "
    `);
  });

  test('asks for the deal first if it was not named', async () => {
    const app = await testApp();
    const { out } = await app.does(['new', '--json'], { script: [['deal', 'Contoso'], ...NORTHWIND_SCRIPT] });
    expect(JSON.parse(out).deal.name).toBe('Contoso');
  });

  test('prints the contract as JSON, and nothing else, on standard output', async () => {
    const app = await testApp();
    const ran = await app.does(['new', 'Northwind Logistics', '--json'], { script: NORTHWIND_SCRIPT });
    expect(ran.json()).toMatchObject({
      schemaVersion: 1,
      deal: {
        id: 'D1',
        name: 'Northwind Logistics',
        outcome: 'lost-competitor',
        amount: 148000,
        currency: 'EUR',
        decidedOn: '2026-11-20',
        winner: 'Globex',
        forecast: 80,
        stage: 'discovery',
      },
      debrief: {
        framework: 'loss',
        version: 1,
        primaryReason: 'trust-risk',
        answers: {
          reason: 'price',
          requoted: 'no',
          underneath: 'trust-risk',
          steps: { timeframe: 'before', 'why-now': 'never', role: 'late', priorities: 'late', rechecked: 'no' },
          'contact-was': 'info-gatherer',
        },
      },
      actions: [{ id: 'A1', rule: 'next-call', state: 'open', due: '2026-11-20' }, {}, {}, {}, {}],
      followUp: { on: '2027-08-20', time: '09:00', channel: 'phone', rule: 'contract-term' },
    });
  });

  test('counts the time spent answering', async () => {
    const app = await testApp();
    const ran = await app.does(['new', 'Northwind Logistics', '--json'], { script: NORTHWIND_SCRIPT });
    expect(ran.json().debrief.seconds).toBe(NORTHWIND_SCRIPT.length * 4);
  });

  test('offers the worst missed step as the next resolution, and Enter takes it', async () => {
    const app = await testApp();
    const ran = await app.does(['new', 'Northwind Logistics', '--json'], { script: NORTHWIND_SCRIPT });
    expect(ran.json().debrief.answers['next-time']).toBe(
      'Next time, when a demo is asked for, I will first ask why they want a solution now.',
    );
  });

  test('asks for what makes up for a reason that was fixed, and makes it the action', async () => {
    const app = await testApp();
    const script = changed(NORTHWIND_SCRIPT, { requoted: 'y' })
      .filter(([id]) => id !== 'underneath')
      .map(([id, typed]) =>
        id === 'next-time' ? (['compensation', 'offer a pilot first'] as const) : ([id, typed] as const),
      );
    const ran = await app.does(['new', 'Northwind Logistics', '--json'], { script });
    expect(ran.json().debrief.primaryReason).toBe('budget-absent');
    expect(ran.json().actions[2]).toMatchObject({
      rule: 'compensate',
      text: 'When a price you could not meet stands in the way again, I will make up for it: offer a pilot first.',
    });
  });

  test('leaves out at the end how long it took, where it took long', async () => {
    const app = await testApp();
    const how = { script: NORTHWIND_SCRIPT, isTTY: true, secondsALook: 30 };
    const { out } = await app.does(['new', 'Northwind Logistics'], how);
    expect(out.trimEnd().split('\n').at(-1)).toBe('Now call Contoso.');
  });

  test.each([
    [
      'en_GB',
      { compensation: 'a phased start' },
      ['Last offer: 45,000 EUR.', 'this could make up for it: a phased start.'],
    ],
    ['en_GB', {}, ['Last offer: 45,000 EUR.', 'ask what has changed since.']],
    ['de_DE', { compensation: 'ein Start in Etappen' }, ['Letztes Angebot: 45.000 EUR.', 'ein Start in Etappen.']],
    ['es_ES', { compensation: 'empezar por fases' }, ['Última oferta: 45.000 EUR.', 'empezar por fases.']],
  ])(
    'after a price that could not be met recalls the offer, and does not repeat it: %s, %j',
    async (locale, more, says) => {
      const app = await testApp();
      const variables = { LANG: `${locale}.UTF-8` };
      const priced = { outcome: 'lost-competitor', amount: '45000', currency: 'EUR', reason: 'price', requoted: 'yes' };
      const { out } = await app.does(['new', 'Müller', ...setting({ ...priced, ...more })], {
        isTTY: true,
        width: 200,
        variables,
      });
      for (const said of says) expect(out).toContain(said);
      expect(out).not.toMatch(/same terms|dasselbe|Ofrece lo mismo/);
      const sheet = await app.does(['due', '--within', '700d'], { isTTY: true, width: 200 });
      expect(sheet.out).toContain('45,000 EUR: last offer');
      const calendar = await app.does(['due', '--within', '700d', '--ics', '-']);
      expect(calendar.out).toContain('Last offer: 45');
    },
  );

  test('takes "nothing, because …" as a reason why nothing was in their hands', async () => {
    const app = await testApp();
    const script = changed(NORTHWIND_SCRIPT, { requoted: 'y' })
      .filter(([id]) => id !== 'underneath')
      .map(([id, typed]) =>
        id === 'next-time'
          ? (['compensation', 'nothing, because their parent froze all buying'] as const)
          : ([id, typed] as const),
      );
    const ran = await app.does(['new', 'Northwind Logistics', '--json'], { script });
    expect(ran.json().debrief.answers).toMatchObject({
      compensation: null,
      'nothing-in-my-control': 'nothing, because their parent froze all buying',
    });
  });

  test('going back over a conditional question makes its answer vanish', async () => {
    const app = await testApp();
    const script = [
      ...upTo(NORTHWIND_SCRIPT, 'said'),
      ['said', '<'],
      ['winner-edge', '<'],
      ['winner', '<'],
      ['outcome', 'd'],
      ...NORTHWIND_SCRIPT.slice(NORTHWIND_SCRIPT.findIndex(([id]) => id === 'said')),
    ] as const;
    const ran = await app.does(['new', 'Northwind Logistics', '--json'], { script });
    expect(ran.json().deal).toMatchObject({ outcome: 'postponed', winner: null });
    expect(ran.json().debrief.answers).not.toHaveProperty('winner-edge');
  });

  test('the review changes one answer and asks only what follows from it', async () => {
    const app = await testApp();
    const letter = String.fromCharCode(97 + 1 + upTo(NORTHWIND_SCRIPT, 'again').length);
    const script = [
      ...upTo(NORTHWIND_SCRIPT, 'review'),
      ['review', letter],
      ['again', 'n'],
      ['red-flag', 'c'],
      ['review', ''],
    ] as const;
    const ran = await app.does(['new', 'Northwind Logistics', '--json'], { script });
    expect(ran.json().followUp).toBeNull();
    expect(ran.json().debrief.answers).toMatchObject({ again: 'no', 'red-flag': 'no-written-commitment' });
    expect(ran.json().debrief.answers).not.toHaveProperty('contact');
  });

  test('takes the contact of an account from the debrief before', async () => {
    const app = await testApp();
    await app.does(['new', 'Northwind Logistics'], { script: NORTHWIND_SCRIPT });
    const script = NORTHWIND_SCRIPT.filter(([id]) => id !== 'contact');
    const ran = await app.does(['new', 'Northwind Logistics', '--json'], { script });
    expect(ran.json().contact).toMatchObject({ name: 'Dana Reyes' });
    expect(ran.err).toContain('Another deal called Northwind Logistics is on file.');
    expect(ran.err).toContain('To correct that one instead: lossdebrief edit D1');
  });

  test('asks for the currency once, and keeps it', async () => {
    const app = await testApp();
    const without = changed(NORTHWIND_SCRIPT, { offer: '148k 12m' });
    const first = [...without.slice(0, 1), ['currency', 'gbp'] as const, ...without.slice(1)];
    await app.does(['new', 'Northwind Logistics'], { script: first });
    const ran = await app.does(['new', 'Contoso', '--json'], { script: without });
    expect(ran.json().deal).toMatchObject({ amount: 148000, currency: 'GBP' });
  });

  test('lists the six most used reasons first', async () => {
    const app = await testApp();
    for (const deal of ['Contoso', 'Fabrikam']) {
      await app.does(['new', deal, ...setting({ outcome: 'postponed', reason: 'implementation' })]);
    }
    const script = changed(NORTHWIND_SCRIPT, { reason: 'a' }).filter(
      ([id]) => id !== 'requoted' && id !== 'underneath',
    );
    const ran = await app.does(['new', 'Northwind Logistics', '--json'], { script });
    expect(ran.json().debrief.primaryReason).toBe('implementation');
  });
});

describe('a draft', () => {
  test('keeps what was answered before the person stopped, and says how to go on', async () => {
    const app = await testApp();
    const ran = await app.run(['new', 'Northwind Logistics'], { script: upTo(NORTHWIND_SCRIPT, 'said') });
    expect(ran.exitCode).toBe(130);
    expect(ran.err).toContain('Go on with: lossdebrief new --resume R1');
    expect(app.store.drafts.find('R1')?.answers).toMatchObject({ deal: 'Northwind Logistics', winner: 'Globex' });
  });

  test('goes on at the first question that was not answered, and is gone when the debrief is kept', async () => {
    const app = await testApp();
    await app.run(['new', 'Northwind Logistics'], { script: upTo(NORTHWIND_SCRIPT, 'said') });
    const rest = NORTHWIND_SCRIPT.slice(NORTHWIND_SCRIPT.findIndex(([id]) => id === 'said'));
    const ran = await app.does(['new', '--resume', '--json'], { script: rest });
    expect(ran.json().deal).toMatchObject({ name: 'Northwind Logistics', amount: 148000 });
    expect(app.store.drafts.all()).toEqual([]);
  });

  test('is offered by a plain `new`, and Enter goes on with it', async () => {
    const app = await testApp();
    await app.run(['new', 'Northwind Logistics'], { script: upTo(NORTHWIND_SCRIPT, 'said') });
    const rest = NORTHWIND_SCRIPT.slice(NORTHWIND_SCRIPT.findIndex(([id]) => id === 'said'));
    const ran = await app.does(['new', '--json'], { script: [['draft', ''], ...rest] });
    expect(ran.json().deal.name).toBe('Northwind Logistics');
  });

  test.each([
    ['en', 'y'],
    ['de', 'j'],
    ['es', 's'],
  ] as const)('is gone on with by a yes as well, in %s by %s', async (language, yes) => {
    const app = await testApp();
    const settings = { language };
    await app.run(['new', 'Contoso'], { settings, script: [['offer', '9k EUR']] });
    const ran = await app.run(['new'], { settings, script: [['draft', yes]] });
    expect(ran.asked.map(({ id }) => id)).toEqual(['draft', 'decided-on']);
  });

  test('has a number where several wait', async () => {
    const app = await testApp();
    for (const deal of ['Contoso', 'Initech']) await app.run(['new', deal], { script: [['offer', '9k EUR']] });
    const ran = await app.run(['new'], { script: [['draft', '2']] });
    expect(ran.err).toContain('After a loss: Contoso');
  });

  test('waits beside others while a new one is begun', async () => {
    const app = await testApp();
    await app.run(['new', 'Northwind Logistics'], { script: upTo(NORTHWIND_SCRIPT, 'said') });
    await app.run(['new'], {
      script: [
        ['draft', 'n'],
        ['deal', 'Contoso'],
        ['offer', '9k EUR'],
      ],
    });
    expect(app.store.drafts.all().map(({ answers }) => answers['deal'])).toEqual(['Contoso', 'Northwind Logistics']);
  });

  test('is thrown away on request', async () => {
    const app = await testApp();
    await app.run(['new', 'Northwind Logistics'], { script: upTo(NORTHWIND_SCRIPT, 'said') });
    await app.does(['new', '--discard-draft', 'R1']);
    expect(app.store.drafts.all()).toEqual([]);
  });

  test('that does not exist is named, with those that do', async () => {
    const app = await testApp();
    await app.run(['new', 'Northwind Logistics'], { script: upTo(NORTHWIND_SCRIPT, 'said') });
    const ran = await app.run(['new', '--resume', 'R9'], { script: [] });
    expect(ran).toMatchObject({
      exitCode: 3,
      err: 'error: There is no draft R9.\ntry:   Use one of those that wait: R1\n',
    });
  });

  test('can be finished without a keyboard', async () => {
    const app = await testApp();
    await app.run(['new', 'Northwind Logistics'], { script: upTo(NORTHWIND_SCRIPT, 'said') });
    const ran = await app.does(['new', '--resume', 'R1', '--no-input', '--json', '--set', 'reason=trust-risk']);
    expect(ran.json().deal).toMatchObject({ name: 'Northwind Logistics', winner: 'Globex' });
  });
});

describe('a debrief without a keyboard', () => {
  test('needs a deal and an outcome, and says so with a command that would work', async () => {
    const app = await testApp();
    expect(await app.run(['new'])).toMatchObject({
      exitCode: 2,
      err: 'error: deal and outcome are missing, and nobody can be asked.\ntry:   lossdebrief new "Acme" --set outcome=lost-competitor\n',
    });
  });

  test('needs nothing else', async () => {
    const app = await testApp();
    const ran = await app.does(['new', 'Contoso', '--set', 'outcome=cancelled', '--json']);
    expect(ran.json()).toMatchObject({ deal: { name: 'Contoso', decidedOn: '2026-11-20' }, debrief: { seconds: 0 } });
  });

  test('takes a file of answers from standard input', async () => {
    const app = await testApp();
    const stdin = JSON.stringify({
      deal: 'Contoso',
      outcome: 'lost-competitor',
      winner: null,
      'decided-on': '2026-05-31',
      'contract-months': 12,
      again: 'yes',
    });
    const ran = await app.does(['new', '--answers', '-', '--json', '--today', '2026-06-02'], { stdin });
    expect(ran.json().followUp).toMatchObject({
      on: '2027-03-01',
      time: '09:00',
      channel: 'phone',
      rule: 'contract-term',
    });
  });

  test('an account that is not wanted again has no follow-up and is never due', async () => {
    const app = await testApp();
    const ran = await app.does([
      'new',
      'Trebling',
      ...setting({ outcome: 'we-walked-away', again: 'no', 'contract-months': '12' }),
      '--json',
    ]);
    expect(ran.json()).toMatchObject({ followUp: null, contactPlan: [] });
    const due = await app.does(['due', '--within', '3650d', '--json']);
    expect(due.json().items.map((item: { kind: string }) => item.kind)).not.toContain('follow-up');
    expect(new Set(due.json().items.map((item: { kind: string }) => item.kind))).toEqual(new Set(['action']));
  });

  test('says every wrong answer at once, with the id, the value and what is allowed', async () => {
    const app = await testApp();
    const ran = await app.run([
      'new',
      'Contoso',
      ...setting({ outcome: 'lost', forecast: '120', winer: 'Globex', 'steps.role': 'maybe' }),
    ]);
    expect(ran.exitCode).toBe(2);
    expect(ran.err).toMatchInlineSnapshot(`
      "error: forecast is "120". Allowed: a whole number from 0 to 100.
      outcome is "lost". Allowed: lost-competitor, lost-incumbent, in-house, postponed, no-decision-indecision, no-decision-status-quo, cancelled, unknown, we-walked-away, disqualified.
      steps.role is "maybe". Allowed: before, late, never, unknown.
      winer is not an id of this debrief. Known: deal, amount, currency, contract-months, terms, decided-on, forecast, outcome, winner, winner-edge, said, reason, requoted, underneath, reason-note, steps, contact-was, turning-point, own-it, next-time, compensation, nothing-in-my-control, again, red-flag, trigger, call-on, decides-on, trigger-on, contact, call-next.
      Nothing was kept.
      try:   Put that right, then give the answers again.
      "
    `);
  });

  test('a later --set wins over the file', async () => {
    const app = await testApp();
    const stdin = JSON.stringify({ deal: 'Contoso', outcome: 'postponed' });
    const ran = await app.does(['new', '--answers', '-', '--set', 'outcome=cancelled', '--json'], { stdin });
    expect(ran.json().deal.outcome).toBe('cancelled');
  });

  test('an amount without a currency is taken as USD, and it says so', async () => {
    const app = await testApp();
    const ran = await app.does(['new', 'Contoso', ...setting({ outcome: 'postponed', amount: '48000' }), '--json']);
    expect(ran.json().deal).toMatchObject({ amount: 48000, currency: 'USD' });
    expect(ran.err).toContain('taken as USD');
  });

  test('an answer that its condition excludes is refused, and nothing is kept', async () => {
    const app = await testApp();
    const ran = await app.run(['new', 'Contoso', ...setting({ outcome: 'postponed', winner: 'Globex' })]);
    expect(ran.exitCode).toBe(2);
    expect(ran.err).toContain(
      'winner is given, but it is only asked where outcome is lost-competitor, lost-incumbent or in-house.',
    );
    expect(app.store.counts().deals).toBe(0);
  });

  test('a file that is not JSON is refused with 4', async () => {
    const app = await testApp();
    expect(await app.run(['new', '--answers', '-'], { stdin: 'deal: Contoso' })).toMatchObject({ exitCode: 4 });
  });
});

describe('a win', () => {
  test('keeps what to do again and what to try, and has no follow-up', async () => {
    const app = await testApp();
    const script = [
      ['offer', '61k EUR 12m'],
      ['decided-on', 'yesterday'],
      ['forecast', '6'],
      ['beaten', 'doing nothing'],
      ['said', 'You asked what waiting costs us.'],
      ['nearly-lost', ''],
      ['steps', 'bbbdby'],
      ['keep', 'ask what waiting costs'],
      ['experiment', 'bring a reference to the first call'],
      ['review', ''],
    ] as const;
    const ran = await app.does(['new', 'Alder & Sons', '--won', '--json'], { script });
    expect(ran.json()).toMatchObject({
      deal: { outcome: 'won', decidedOn: '2026-11-19', amount: 61000 },
      debrief: { framework: 'win', answers: { beaten: 'doing nothing', keep: 'ask what waiting costs' } },
      followUp: null,
      actions: [{ rule: 'next-call' }, { rule: 'experiment' }, { rule: 'keep' }],
    });
  });

  test('needs no outcome', async () => {
    const app = await testApp();
    const ran = await app.does(['new', 'Alder & Sons', '--won', '--json']);
    expect(ran.json().deal.outcome).toBe('won');
  });
});

function loss(deal: string, day: string, more: Readonly<Record<string, string>> = {}): readonly string[] {
  return ['new', deal, ...setting({ outcome: 'lost-competitor', 'decided-on': day, ...more })];
}

describe('what earlier losses say', () => {
  test('a mistake that came back is named with the deal before', async () => {
    const app = await testApp();
    await app.does(loss('Contoso', '2026-09-03', { 'steps.why-now': 'never' }));
    const { out } = await app.does(loss('Fabrikam', '2026-11-19', { 'steps.why-now': 'late' }));
    expect(out).toContain(
      'Second time within 180 days: their reason to act now asked late. Before that in Contoso, 3 Sep 2026.',
    );
  });

  test('one lesson from a loss to the same rival is shown in its own words', async () => {
    const app = await testApp();
    await app.does(
      loss('Contoso', '2026-09-03', { winner: 'Globex', 'next-time': 'Next time, I will bring a reference.' }),
    );
    const { out } = await app.does(loss('Fabrikam', '2026-11-19', { winner: 'globex' }));
    expect(out).toContain('In Contoso (3 Sep 2026) you wrote: "Next time, I will bring a reference."');
  });

  test('the third loss within two weeks says less: the call, one action, the date', async () => {
    const app = await testApp();
    await app.does(loss('Contoso', '2026-11-10'));
    await app.does(loss('Fabrikam', '2026-11-15'));
    const { out } = await app.does(
      loss('Northwind Logistics', '2026-11-20', {
        'call-next': 'Alder & Sons',
        'next-time': 'When a demo is asked for, I will ask why now.',
      }),
      { isTTY: true },
    );
    expect(out).toMatchInlineSnapshot(`
      "
      Northwind Logistics is kept. Three in two weeks is hard. Only this, then:

        A9   When I have closed this, I will call Alder & Sons.
             Today. The best way out of a lost deal is the next conversation.
        A11  When a demo is asked for, I will ask why now.
             By Friday 27 November 2026. It is your own resolution.
        F5   Thursday 18 February 2027, 09:00: call your contact at Northwind
             Logistics.
             Why then: 90 days, as nothing better is known (default).
        4 more wait in: lossdebrief due

      Now call Alder & Sons.
      "
    `);
  });
});

test('three losses within two weeks are three in whatever order they are entered', async () => {
  const app = await testApp();
  await app.does(loss('Contoso', '2026-11-18'));
  await app.does(loss('Fabrikam', '2026-11-20'));
  expect((await app.does(loss('Northwind Logistics', '2026-11-10'))).out).toContain('Three in two weeks is hard.');
});

test('a reason that is "something else" too often gets a hint', async () => {
  const app = await testApp();
  const reasons = ['other', 'other', ...Array.from({ length: 17 }, () => 'no-urgency')];
  for (const [index, reason] of reasons.entries()) await app.does(loss(`Account ${index}`, '2026-06-01', { reason }));
  const { out } = await app.does(loss('Northwind Logistics', '2026-11-20', { reason: 'other' }));
  expect(out).toContain('3 of your last 20 losses were put down to "something else".');
});

describe('somebody who went back', () => {
  test('comes forward again one question at a time, keeping by Enter what stands', async () => {
    const app = await testApp();
    const script = [
      ...upTo(NORTHWIND_SCRIPT, 'decided-on'),
      ['decided-on', ''],
      ['forecast', '8'],
      ['outcome', '<'],
      ['forecast', '<'],
      ['decided-on', '2026-11-18'],
      ['forecast', ''],
      ...NORTHWIND_SCRIPT.slice(NORTHWIND_SCRIPT.findIndex(([id]) => id === 'outcome')),
    ] as const;
    const ran = await app.does(['new', 'Northwind Logistics', '--json'], { script });
    expect(ran.json().deal).toMatchObject({ decidedOn: '2026-11-18', forecast: 80 });
  });

  test('at the review sees the last question, and the review again after it', async () => {
    const app = await testApp();
    const script = [
      ...upTo(NORTHWIND_SCRIPT, 'review'),
      ['review', '<'],
      ['call-next', 'Alder & Sons'],
      ['review', ''],
    ] as const;
    const ran = await app.does(['new', 'Northwind Logistics', '--json'], { script });
    expect(ran.json().debrief.answers['call-next']).toBe('Alder & Sons');
  });
});

test('a draft is not finished by accident where nobody can be asked', async () => {
  const app = await testApp();
  await app.run(['new', 'Northwind Logistics'], { script: upTo(NORTHWIND_SCRIPT, 'said') });
  expect(await app.run(['new', '--resume'])).toMatchObject({ exitCode: 2 });
  expect(app.store.drafts.all()).toHaveLength(1);
});
