import { describe, expect, test } from 'vitest';
import { NORTHWIND_SCRIPT, setting, upTo } from '../support/debriefs.ts';
import { type Setting, testApp, type TestApp } from '../support/test-app.ts';

async function northwind(): Promise<TestApp> {
  const app = await testApp();
  await app.does(['new', 'Northwind Logistics'], { script: NORTHWIND_SCRIPT });
  return app;
}

async function contoso(answers: Readonly<Record<string, string>> = {}): Promise<TestApp> {
  const app = await testApp();
  await app.does(['new', 'Contoso', ...setting({ outcome: 'postponed', 'contract-months': '12', ...answers })]);
  return app;
}

/** The record of the deal, as it is shown. */
async function shown(app: TestApp) {
  return (await app.does(['show', 'D1', '--json'])).json();
}

async function editing(app: TestApp, answers: Readonly<Record<string, string>>, when: Setting = {}) {
  return (await app.does(['edit', 'D1', ...setting(answers), '--json'], when)).json();
}

/** The line of the review that belongs to a question, where these stand above it. */
function lineOf(question: string): string {
  // The first line is the deal's, which the script does not ask for.
  return String.fromCharCode(97 + 1 + upTo(NORTHWIND_SCRIPT, question).length);
}

describe('edit without a keyboard', () => {
  test('says what changes in the answers and in the plan, and keeps it', async () => {
    const app = await northwind();
    const { out } = await app.does([
      'edit',
      'D1',
      ...setting({ winner: 'Initech', 'contract-months': '24', contact: 'Ann Lee, COO' }),
    ]);
    expect(out).toMatchInlineSnapshot(`
      "D1  Northwind Logistics

      What you answered
        Offer: 148,000.00 EUR, 24 months, onboarding free   (before: 148,000.00 EUR, 12 months, onboarding free)
        Who: Initech   (before: Globex)
        Call: Ann Lee, COO   (before: Dana Reyes, CFO, +1 555 0100)

      The plan
        A2   reads now: When I am next at my desk, I will thank Ann Lee and ask which part of my approach to improve.
        F1   moves from Friday 20 August 2027 to Monday 21 August 2028: the call (21 months into a 24-month term)
        new  Friday 20 August 2027: one useful thing (one useful thing each quarter, until the call)
        new  Monday 22 November 2027: one useful thing (one useful thing each quarter, until the call)
        new  Monday 21 February 2028: one useful thing (one useful thing each quarter, until the call)
        new  Monday 22 May 2028: one useful thing (one useful thing each quarter, until the call)

      Kept. To take it back: lossdebrief undo
      "
    `);
    expect(await shown(app)).toMatchObject({
      deal: { winner: 'Initech', contractMonths: 24 },
      contact: { name: 'Ann Lee', role: 'COO' },
      followUp: { id: 'F1', on: '2028-08-21' },
    });
  });

  test('prints what it changed, with the record as it now is', async () => {
    const app = await contoso({ outcome: 'lost-incumbent' });
    const printed = await editing(app, { 'call-on': '2027-02-01' });
    expect(printed.changed).toMatchObject({
      answers: [{ id: 'call-on', before: null, after: '2027-02-01' }],
      plan: [
        { change: 'moved', id: 'F1', kind: 'follow-up', from: '2027-08-20', on: '2027-02-01' },
        { change: 'dropped', kind: 'touch', from: '2027-02-22', on: null },
        { change: 'dropped', kind: 'touch', from: '2027-05-20', on: null },
      ],
    });
    const { changed: _changed, ...record } = printed;
    expect(record).toEqual(await shown(app));
  });

  test.each(['-', 'null', ''])('"%s" takes an answer out', async (nothing) => {
    const app = await contoso({ contact: 'Ann Lee', forecast: '80' });
    await editing(app, { contact: nothing, forecast: nothing });
    expect(await shown(app)).toMatchObject({ deal: { forecast: null }, contact: null });
  });

  test('takes answers from a file too', async () => {
    const app = await contoso();
    await app.does(['edit', 'D1', '--answers', '-'], {
      stdin: '{ "said": "Not before the audit.", "forecast": null }',
    });
    expect((await shown(app)).debrief.answers.said).toBe('Not before the audit.');
  });

  test('changes one step and leaves the others', async () => {
    const app = await northwind();
    await editing(app, { 'steps.role': 'before' });
    expect((await shown(app)).debrief.answers.steps).toEqual({
      timeframe: 'before',
      'why-now': 'never',
      role: 'before',
      priorities: 'late',
      rechecked: 'no',
    });
  });

  test('answers that no longer apply vanish, and that is said', async () => {
    const app = await northwind();
    const { out } = await app.does(['edit', 'D1', '--set', 'outcome=postponed']);
    expect(out).toContain('Who: no longer asked   (before: Globex)');
    const { deal, debrief } = await shown(app);
    expect(deal).toMatchObject({ outcome: 'postponed', winner: null });
    expect(debrief.answers).not.toHaveProperty('winner-edge');
  });

  test('an answer that does not fit is refused by name, and nothing is changed', async () => {
    const app = await northwind();
    const before = await shown(app);
    const ran = await app.run(['edit', 'D1', ...setting({ outcome: 'stolen', again: 'no' })]);
    expect(ran).toMatchObject({ exitCode: 2 });
    expect(ran.err).toContain('outcome is "stolen"');
    expect(await shown(app)).toEqual(before);
  });

  test.each([['outcome'], ['deal']])('%s cannot be left out', async (id) => {
    const app = await contoso();
    const ran = await app.run(['edit', 'D1', '--set', `${id}=-`]);
    expect(ran).toMatchObject({ exitCode: 2 });
    expect(ran.err).toContain(`${id} cannot be left out.`);
  });

  test('without anything to correct it says which flags to use', async () => {
    const app = await contoso();
    const ran = await app.run(['edit', 'D1']);
    expect(ran).toMatchObject({ exitCode: 2 });
    expect(ran.err).toContain('lossdebrief edit D1 --set');
  });

  test('the same answers again change nothing', async () => {
    const app = await contoso({ forecast: '80' });
    const { out } = await app.does(['edit', 'D1', '--set', 'forecast=80']);
    expect(out).toBe('Nothing is different.\n');
    expect((await app.does(['undo', '--yes', '--json'])).json().undone.what).toBe('save-debrief');
  });

  test('another day does not move a deal whose day of decision was never given', async () => {
    const app = await contoso();
    const before = await shown(app);
    await editing(app, { forecast: '80' }, { today: '2027-01-15' });
    const after = await shown(app);
    expect(after.deal).toEqual({ ...before.deal, forecast: 80 });
    expect(after.followUp).toEqual(before.followUp);
    expect(after.debrief.answers).toEqual({ ...before.debrief.answers, forecast: 80 });
  });

  test('an amount stays in its currency, whatever amounts are in by now', async () => {
    const app = await contoso({ amount: '61000', currency: 'EUR' });
    await editing(app, { amount: '58000' });
    expect((await shown(app)).deal).toMatchObject({ amount: 58000, currency: 'EUR' });
  });

  test('a deal with another name keeps its contact', async () => {
    const app = await contoso({ contact: 'Ann Lee, COO' });
    await editing(app, { deal: 'Contoso Pharma' });
    expect(await shown(app)).toMatchObject({ deal: { name: 'Contoso Pharma' }, contact: { name: 'Ann Lee' } });
  });

  test('a debrief of a win is corrected by its own questions', async () => {
    const app = await testApp();
    await app.does(['new', 'Alder & Sons', '--won', ...setting({ beaten: 'Globex' })]);
    await editing(app, { beaten: 'doing nothing', experiment: 'bring a reference' });
    expect((await shown(app)).debrief.answers).toMatchObject({ beaten: 'doing nothing' });
    expect((await app.does(['focus', '--json'])).json().experiment.text).toBe('bring a reference');
    expect((await app.run(['edit', 'D1', '--set', 'own-it=slow'])).exitCode).toBe(2);
  });

  test('what I think it was is corrected, and what others think stays', async () => {
    const app = await northwind();
    await app.does(['opinion', 'D1', '--from', 'Priya Nair', '--words', 'Too slow.', '--reason', 'process-execution']);
    await editing(app, { reason: 'no-urgency' });
    const { debrief, views } = await shown(app);
    expect(debrief.primaryReason).toBe('no-urgency');
    expect(views.causes).toMatchObject([
      { whose: 'self', reason: 'no-urgency', evidence: 'inference' },
      { whose: 'colleague', reason: 'process-execution' },
    ]);
  });

  test('its own loss is no earlier one, so nothing escalates by looking at itself', async () => {
    const app = await northwind();
    const before = await shown(app);
    await editing(app, { forecast: '50' });
    expect((await shown(app)).actions).toEqual(before.actions);
  });

  test.each([
    ['D9', 3],
    ['Nowhere Ltd', 3],
  ])('%s is not on file', async (id, exitCode) => {
    expect(await (await contoso()).run(['edit', id, '--set', 'forecast=80'])).toMatchObject({ exitCode });
  });

  test('a deal without a debrief says what to do instead', async () => {
    const app = await testApp();
    await app.does(['log', 'Contoso', 'call']);
    const ran = await app.run(['edit', 'D1', '--set', 'forecast=80']);
    expect(ran).toMatchObject({ exitCode: 2 });
    expect(ran.err).toContain('lossdebrief new D1');
  });
});

describe('the plan after an edit', () => {
  test('leaves a day that was moved by hand, unless its own date changes', async () => {
    const app = await contoso({ contact: 'Ann Lee' });
    await app.does(['snooze', 'F1', '2027-09-15']);
    await editing(app, { contact: 'Dana Reyes' });
    expect((await shown(app)).followUp.on).toBe('2027-09-15');
    await editing(app, { 'contract-months': '6' });
    expect((await shown(app)).followUp.on).toBe('2027-04-05');
  });

  test('leaves what is done or given up', async () => {
    const app = await contoso();
    await app.does(['done', 'A2']);
    await app.does(['drop', 'F1', '--why', 'they were bought']);
    const printed = await editing(app, { 'contract-months': '6' });
    expect(printed.changed.plan).toEqual([
      { change: 'left', id: 'F1', kind: 'follow-up', from: '2027-08-20', on: null },
    ]);
  });

  test('keeps the identity of what moves, and raises its sequence for calendars', async () => {
    const app = await contoso();
    const calendar = async (): Promise<string> => (await app.does(['export', '--format', 'ics'])).out;
    const uid = async (): Promise<readonly string[]> => [...(await calendar()).matchAll(/^UID:.*$/gm)].map(String);
    const before = await uid();
    await editing(app, { 'contract-months': '11' });
    expect(await uid()).toEqual(expect.arrayContaining([...before]));
    expect(await calendar()).toContain('SEQUENCE:1');
  });

  test('closes the door, and opens it again with new days', async () => {
    const app = await contoso();
    await editing(app, { again: 'no' });
    const closed = await shown(app);
    expect([closed.followUp, ...closed.contactPlan].map(({ state }) => state)).not.toContain('open');
    await editing(app, { again: 'yes' });
    const open = await shown(app);
    expect(open.followUp).toMatchObject({ id: 'F5', on: '2027-08-20', state: 'open' });
    expect(open.contactPlan.filter(({ state }: { state: string }) => state === 'open')).toHaveLength(3);
  });

  test('moves every day with the day of the no', async () => {
    const app = await contoso();
    await editing(app, { 'decided-on': '2026-11-02' });
    const { followUp, contactPlan } = await shown(app);
    expect(followUp).toMatchObject({ id: 'F1', on: '2027-08-02' });
    expect(contactPlan.map(({ on }: { on: string }) => on)).toEqual(['2027-02-01', '2027-02-02', '2027-05-03']);
  });
});

async function secondLook(app: TestApp): Promise<unknown> {
  return (await shown(app)).contactPlan.find(({ kind }: { kind: string }) => kind === 'second-look');
}

describe('the second look, where the day of the no is corrected', () => {
  test.each([
    ['to a later day, once the first ninety days are over', '2026-11-10', '2026-11-20', '2027-02-10', '2027-02-18'],
    ['to an earlier day, with which they are over', '2026-11-20', '2026-11-10', '2027-02-10', '2027-02-08'],
    [
      'to one long past, from which they were over at the debrief',
      '2026-11-20',
      '2026-07-01',
      '2026-12-01',
      '2027-02-18',
    ],
    ['from such a one', '2026-07-01', '2026-11-10', '2026-12-01', '2027-02-08'],
  ])('%s', async (_, was, is, today, on) => {
    const app = await contoso({ 'decided-on': was });
    await editing(app, { 'decided-on': is }, { today });
    expect(await secondLook(app)).toMatchObject({ on, state: 'open' });
  });

  test('moves after the call is over too, and not once it was made', async () => {
    const app = await contoso();
    await app.does(['done', 'F1', '--quiet'], { today: '2026-12-01' });
    const { changed } = await editing(app, { 'decided-on': '2026-11-10' }, { today: '2026-12-02' });
    expect(changed.plan).toEqual([
      { change: 'left', id: 'F1', kind: 'follow-up', from: '2027-08-20', on: null },
      { change: 'moved', id: 'F4', kind: 'second-look', from: '2027-02-18', on: '2027-02-08' },
    ]);
    await app.does(['done', 'F4', '--quiet'], { today: '2027-02-08' });
    await editing(app, { 'decided-on': '2026-11-12' }, { today: '2027-02-09' });
    expect(await secondLook(app)).toMatchObject({ on: '2027-02-08', state: 'done' });
  });
});

describe('edit on a terminal', () => {
  test('changes one line of the review, asks what follows from it, and keeps it after a yes', async () => {
    const app = await northwind();
    const ran = await app.does(['edit', 'D1'], {
      script: [
        ['review', lineOf('again')],
        ['again', 'n'],
        ['red-flag', 'c'],
        ['review', ''],
        ['keep', ''],
      ],
    });
    expect(ran.err).toContain('is dropped: the call, Friday 20 August 2027');
    expect(ran.out).toBe('Kept. To take it back: lossdebrief undo\n');
    expect((await shown(app)).debrief.answers).toMatchObject({ again: 'no', 'red-flag': 'no-written-commitment' });
  });

  test('a no leaves everything as it was', async () => {
    const app = await northwind();
    const before = await shown(app);
    const script = [['keep', 'n']] as const;
    const ran = await app.does(['edit', 'D1', '--set', 'outcome=postponed'], { script });
    expect(ran.err).toContain('Nothing was changed.');
    expect(await shown(app)).toEqual(before);
  });

  test('Ctrl-C leaves everything as it was, and no draft behind', async () => {
    const app = await northwind();
    const before = await shown(app);
    const script = [
      ['review', lineOf('again')],
      ['again', 'n'],
    ] as const;
    const ran = await app.run(['edit', 'D1'], { script });
    expect(ran).toMatchObject({ exitCode: 130 });
    expect(ran.err).toContain('Stopped. Nothing was changed.');
    expect(await shown(app)).toEqual(before);
    expect(app.store.drafts.all()).toEqual([]);
  });

  test('going back from a question leaves its answer', async () => {
    const app = await northwind();
    const script = [
      ['review', lineOf('forecast')],
      ['forecast', '<'],
      ['review', ''],
    ] as const;
    expect((await app.does(['edit', 'D1'], { script })).out).toBe('Nothing is different.\n');
  });

  test('asks nothing about what was never answered', async () => {
    const app = await contoso();
    const script = [
      ['review', 'd'],
      ['forecast', '8'],
      ['review', ''],
      ['keep', 'y'],
    ] as const;
    const before = await shown(app);
    await app.does(['edit', 'D1'], { script });
    expect((await shown(app)).debrief.answers).toEqual({ ...before.debrief.answers, forecast: 80 });
  });

  test('--yes keeps what was given without asking', async () => {
    const app = await northwind();
    await app.does(['edit', 'D1', '--set', 'winner=Initech', '--yes'], { script: [] });
    expect((await shown(app)).deal.winner).toBe('Initech');
  });
});
