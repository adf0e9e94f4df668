import { describe, expect, test } from 'vitest';
import { contactDue, contoso, dueItems, idOf, on } from '../support/contoso.ts';
import { setting } from '../support/debriefs.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

describe('the outcome of a call', () => {
  test.each(['no-answer', 'still-lost'])('%s brings a useful touch three months on', async (outcome) => {
    const app = await contoso();
    await app.does(['done', await idOf(app, 'follow-up'), '--outcome', outcome], on('2026-12-01'));
    expect(await contactDue(app, '2026-12-01')).toEqual(['touch 2027-03-01']);
  });

  test('a touch brings the next one, until two years after the no', async () => {
    const app = await contoso();
    await app.does(['done', await idOf(app, 'follow-up'), '--outcome', 'still-lost'], on('2026-12-01'));
    const touches: string[] = [];
    for (;;) {
      const [next] = await dueItems(app, '2026-12-01').then((items) => items.filter(({ kind }) => kind === 'touch'));
      if (!next) break;
      touches.push(next.on);
      await app.does(['done', next.id], on(next.on));
    }
    expect(touches).toEqual([
      '2027-03-01',
      '2027-06-01',
      '2027-09-01',
      '2027-12-01',
      '2028-03-01',
      '2028-06-01',
      '2028-09-01',
    ]);
  });

  test('reopened ends the plan of contact, and asks after the deal in two weeks', async () => {
    const app = await contoso({ 'contract-months': '36' });
    const ran = await app.does(['done', await idOf(app, 'follow-up'), '--outcome', 'reopened'], {
      ...on('2026-12-01'),
      isTTY: true,
    });
    expect(ran.out).toContain('Contoso is open again, and its loss stays on record.');
    expect(await contactDue(app, '2026-12-01')).toEqual(['follow-up 2026-12-15']);
  });

  test('a deal that was open again can be won back, and the loss stays', async () => {
    const app = await contoso();
    await app.does(['done', await idOf(app, 'follow-up'), '--outcome', 'reopened'], on('2026-12-01'));
    await app.does(['done', await idOf(app, 'follow-up'), '--outcome', 'won-back'], on('2026-12-15'));
    expect((await app.does(['due', '--json'])).json().wonBack.deals).toBe(1);
    expect((await app.does(['show', 'D1', '--json'])).json().deal.outcome).toBe('postponed');
  });

  test('won back is counted with its money, and the loss stays', async () => {
    const app = await contoso();
    await app.does(['done', await idOf(app, 'follow-up'), '--outcome', 'won-back'], on('2026-12-01'));
    const { wonBack } = (await app.does(['due', '--json'])).json();
    expect(wonBack).toEqual({ deals: 1, value: [{ currency: 'EUR', amount: 61000, deals: 1 }] });
    expect((await app.does(['due'], { isTTY: true })).out).toContain('Won back so far: 1 deal, 61,000 EUR');
    expect((await app.does(['show', 'D1', '--json'])).json().deal.outcome).toBe('postponed');
  });

  test('and of the touch before it, in one call, leave one touch ahead', async () => {
    const app = await contoso({ 'call-on': '2027-03-15' });
    const ids = (await dueItems(app, '2026-11-20')).filter(({ kind }) => ['follow-up', 'touch'].includes(kind));
    expect(ids).toHaveLength(2);
    await app.does(['done', ...ids.map(({ id }) => id)], on('2027-03-15'));
    expect(await contactDue(app, '2027-03-15')).toEqual(['touch 2027-06-15']);
  });

  test('that opens the deal again does so once, whatever else is closed in the same call', async () => {
    const app = await contoso({ 'call-on': '2027-03-15' });
    const ids = (await dueItems(app, '2026-11-20')).filter(({ kind }) => ['follow-up', 'touch'].includes(kind));
    await app.does(['done', ...ids.map(({ id }) => id), '--outcome', 'reopened'], on('2027-03-15'));
    expect(await contactDue(app, '2027-03-15')).toEqual(['follow-up 2027-03-29']);
  });

  test('is asked for on a terminal', async () => {
    const app = await contoso();
    const id = await idOf(app, 'follow-up');
    await app.does(['done', id], { ...on('2026-12-01'), script: [['outcome', 'c']] });
    expect(await contactDue(app, '2026-12-01')).toEqual(['touch 2027-03-01']);
  });

  test('that an action cannot have is refused, and nothing is closed', async () => {
    const app = await contoso();
    const ran = await app.run(['done', 'A1', '--outcome', 'won-back']);
    expect(ran).toMatchObject({ exitCode: 2 });
    expect((await dueItems(app, '2026-11-20')).map(({ id }) => id)).toContain('A1');
  });
});

/** The call was made and closed on 1 December; F3 is the useful thing that came after it. */
async function closed(): Promise<TestApp> {
  const app = await contoso();
  await app.does(['done', 'F1'], on('2026-12-01'));
  return app;
}

async function told(app: TestApp, ...args: readonly string[]): Promise<string> {
  const { out } = await app.does(['done', 'F1', ...args], { ...on('2026-12-10'), isTTY: true });
  return out.replaceAll(/\s+/g, ' ').trim();
}

describe('an outcome that is told after a call was closed without one', () => {
  test.each([
    ['no-answer', 'nobody answered'],
    ['still-lost', 'still no'],
  ])('%s is noted, and what was planned after it stays', async (outcome, words) => {
    const app = await closed();
    expect(await told(app, '--outcome', outcome)).toBe(
      `Noted: F1, the call for Contoso: ${words}. What was planned after it stays: F3.`,
    );
    expect(await contactDue(app, '2026-12-10')).toEqual(['touch 2027-03-01']);
  });

  test('reopened asks after the deal in two weeks, in place of what was planned', async () => {
    const app = await closed();
    expect(await told(app, '--outcome', 'reopened')).toContain(
      'Next: Thursday 24 December 2026, the deal is open again.',
    );
    expect(await contactDue(app, '2026-12-10')).toEqual(['follow-up 2026-12-24']);
  });

  test('won-back counts from the day it is told, and nothing more is planned', async () => {
    const app = await closed();
    expect(await told(app, '--outcome', 'won-back')).toContain('Contoso is won back.');
    expect(await contactDue(app, '2026-12-10')).toEqual([]);
    expect((await app.does(['due', '--json'])).json().wonBack.deals).toBe(1);
  });

  test('is asked for when the call is closed once more', async () => {
    const app = await closed();
    const ran = await app.does(['done', 'F1'], { ...on('2026-12-10'), script: [['outcome', 'c']] });
    expect(ran.out).toContain('Noted: F1, the call for Contoso: still no.');
  });

  test('is shown with the call', async () => {
    const app = await closed();
    await app.does(['done', 'F1', '--outcome', 'no-answer'], on('2026-12-10'));
    expect((await app.does(['show', 'D1'], { isTTY: true })).out).toContain('the call (done: nobody answered)');
  });

  test('does not bring back a contact that was given up', async () => {
    const app = await closed();
    await app.does(['drop', 'F3', '--why', 'wrong time']);
    expect(await told(app, '--outcome', 'no-answer')).toBe('Noted: F1, the call for Contoso: nobody answered.');
    expect(await contactDue(app, '2026-12-10')).toEqual([]);
  });

  test('keeps a note beside it, and the day on which it was closed', async () => {
    const app = await closed();
    await app.does(['done', 'F1', '--outcome', 'no-answer', '--note', 'voicemail'], on('2026-12-10'));
    expect((await app.does(['show', 'D1'], { isTTY: true })).out).toContain('voicemail');
    const rows = (await app.does(['export', '--format', 'jsonl'])).out;
    expect(rows).toContain('"outcome":"no-answer","closedOn":"2026-12-01"');
  });

  test('is taken back by undo, and the call stays closed', async () => {
    const app = await closed();
    await app.does(['done', 'F1', '--outcome', 'reopened'], on('2026-12-10'));
    const { out } = await app.does(['undo', '--yes'], { ...on('2026-12-10'), isTTY: true });
    expect(out).toContain('is without an outcome again');
    expect(await contactDue(app, '2026-12-10')).toEqual(['touch 2027-03-01']);
    expect(await told(app, '--outcome', 'no-answer')).toContain('Noted: F1');
  });

  test('is JSON that says which outcome stands', async () => {
    const app = await closed();
    const { done } = (await app.does(['done', 'F1', '--outcome', 'no-answer', '--json'])).json();
    expect(done).toEqual([
      { id: 'F1', kind: 'follow-up', deal: 'Contoso', wasClosed: true, outcome: 'no-answer', next: null },
    ]);
  });

  test('is one the call can have', async () => {
    expect(await (await closed()).run(['done', 'F1', '--outcome', 'happened'])).toMatchObject({ exitCode: 2 });
  });

  test('leaves one that stands, and says how it can be changed', async () => {
    const app = await contoso();
    await app.does(['done', 'F1', '--outcome', 'no-answer'], on('2026-12-01'));
    expect(await told(app, '--outcome', 'still-lost')).toBe(
      'Closed before: F1, the call for Contoso: nobody answered. What came of it was not changed. If closing it, or noting that, was your latest change, lossdebrief undo takes that back; then give the outcome.',
    );
  });

  test('leaves a call that was given up', async () => {
    const app = await contoso();
    await app.does(['drop', 'F1', '--why', 'wrong time']);
    expect(await told(app, '--outcome', 'no-answer')).toContain('Closed before: F1, the call for Contoso. What came');
  });

  test('does not open a second time what is open again', async () => {
    const app = await closed();
    await app.does(['done', 'F3', '--outcome', 'reopened'], on('2026-12-05'));
    await app.does(['done', 'F1', '--outcome', 'reopened'], on('2026-12-10'));
    expect(await contactDue(app, '2026-12-10')).toEqual(['follow-up 2026-12-21']);
  });
});

test('a note for what was closed before is kept', async () => {
  const app = await contoso();
  await app.does(['done', 'A1'], on('2026-12-01'));
  const { out } = await app.does(['done', 'A1', '--note', 'called twice'], { ...on('2026-12-02'), isTTY: true });
  expect(out).toContain('Noted: A1');
  expect((await app.does(['show', 'D1'], { isTTY: true })).out).toContain('called twice');
});

/** What is planned once all contact was done on a day. */
async function afterContact(answers: Readonly<Record<string, string>>, done: string): Promise<readonly string[]> {
  const app = await testApp();
  await app.does(['new', 'Contoso', ...setting({ outcome: 'lost-competitor', again: 'yes', ...answers })]);
  const open = (await dueItems(app, '2026-11-20')).filter(({ kind }) => ['follow-up', 'touch'].includes(kind));
  await app.does(['done', ...open.map(({ id }) => id)], on(done));
  return contactDue(app, done);
}

describe('a day that they named', () => {
  test.each([
    ['in the week before they decide', '2027-02-01', 'follow-up 2027-03-25'],
    ['on the day that they decide, once that week has begun', '2027-03-26', 'follow-up 2027-04-01'],
    ['as ever, once that day has come', '2027-04-01', 'touch 2027-07-01'],
    ['in that week rather than after it began', '2026-12-28', 'follow-up 2027-03-25'],
    ['as ever, while that week is more than a quarter off', '2026-12-23', 'touch 2027-03-23'],
  ])('brings the next contact %s', async (_when, done, next) => {
    expect(await afterContact({ 'decides-on': '2027-04-01' }, done)).toEqual([next]);
  });

  test('for a call stays when somebody calls before it', async () => {
    expect(await afterContact({ 'call-on': '2027-01-15' }, '2026-12-15')).toEqual(['follow-up 2027-01-15']);
  });

  test('for an event is looked at on that day', async () => {
    const answers = { trigger: 'the new plant opens', 'trigger-on': '2027-01-15' };
    expect(await afterContact(answers, '2026-12-16')).toEqual(['check 2027-01-15']);
  });

  test('is said with the next call', async () => {
    const app = await testApp();
    await app.does(['new', 'Contoso', ...setting({ outcome: 'lost-competitor', 'decides-on': '2027-04-01' })]);
    const ran = await app.does(['done', 'F1', '--outcome', 'no-answer'], { ...on('2027-02-01'), isTTY: true });
    const said = 'Next: Thursday 25 March 2027, shortly before they decide on Thursday 1 April 2027.';
    expect(ran.out.replaceAll(/\s+/g, ' ')).toContain(said);
  });

  test('that was corrected is the one that counts', async () => {
    const app = await testApp();
    await app.does(['new', 'Contoso', ...setting({ outcome: 'lost-competitor', 'decides-on': '2027-04-01' })]);
    await app.does(['edit', 'D1', '--set', 'decides-on=2027-03-15']);
    await app.does(['done', 'F1'], on('2027-02-01'));
    expect(await contactDue(app, '2027-02-01')).toEqual(['follow-up 2027-03-08']);
  });
});

describe('a condition', () => {
  const conditional = { again: 'only-if', trigger: 'the connector ships' };
  async function withCondition(): Promise<TestApp> {
    const app = await testApp();
    await app.does(['new', 'Contoso', ...setting({ outcome: 'lost-competitor', ...conditional })]);
    return app;
  }

  test('that has not come true is looked at again a quarter later', async () => {
    const app = await withCondition();
    await app.does(['done', await idOf(app, 'check'), '--outcome', 'not-yet'], on('2027-02-22'));
    expect(await contactDue(app, '2027-02-22')).toEqual(['check 2027-05-24']);
  });

  test('that was looked at without a word of what came of it has not come true', async () => {
    const app = await withCondition();
    await app.does(['done', await idOf(app, 'check')], on('2027-02-22'));
    expect(await contactDue(app, '2027-02-22')).toEqual(['check 2027-05-24']);
  });

  test('that has come true leads to a call on the next business day', async () => {
    const app = await withCondition();
    await app.does(['done', await idOf(app, 'check'), '--outcome', 'happened'], on('2027-02-26'));
    expect(await contactDue(app, '2027-02-26')).toEqual(['follow-up 2027-03-01']);
  });

  test('looked at four times in vain may be let go', async () => {
    const app = await withCondition();
    const outs: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      const id = await idOf(app, 'check');
      outs.push((await app.does(['done', id, '--outcome', 'not-yet'], { isTTY: true })).out);
    }
    expect(outs.map((out) => out.includes('in vain'))).toEqual([false, false, false, true]);
  });
});
