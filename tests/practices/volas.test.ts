import { expect, test } from 'vitest';
import { practice, rulesIn, times } from './practice.ts';

// What Amy Volas advises in "4 powerful lessons I've learned from the most painful sales deals I've lost". Each test shows one row of
// docs/practices.md, and names it.

test('V1: every loss can be debriefed, and the report says how many of the closed deals were', async () => {
  const { lost, figure, does } = await practice();
  await does(['import', '-', '--yes'], { stdin: deals(2) });
  await times(4, (number) => lost(`Loss ${number}`));
  expect((await figure('scope')).rows['all']).toMatchObject({ closed: 6, debriefed: 4 });
});

test('V2: ninety days after a loss it is looked at again, and the old answers show only after the new ones', async () => {
  const { lost, due, reviewed } = await practice();
  await lost('Northwind', { reason: 'trust-risk' });
  expect((await due('2027-02-18')).items).toContainEqual(
    expect.objectContaining({ kind: 'second-look', on: '2027-02-18' }),
  );
  const { comparison } = await reviewed('D1', { reason: 'single-threaded' }, '2027-02-18');
  expect(comparison).toContainEqual(expect.objectContaining({ id: 'reason', differs: true }));
});

test('V3: what mattered most to them, asked or assumed, and assumed leads to asking in the first talk', async () => {
  const { lost, reviewed, figure } = await practice();
  await lost('Northwind');
  const printed = await reviewed('D1', { 'their-priority': 'speed', 'priority-from': 'assumed' });
  expect(rulesIn(printed)).toContain('ask-what-they-would-give-up');
  expect((await figure('beliefs')).rows['priority-from:assumed']).toMatchObject({ losses: 1 });
});

test('V4: a belief that nobody checked is kept, and the report counts how often it cost the deal', async () => {
  const { lost, reviewed, figure } = await practice();
  await lost('Northwind');
  const { reviews } = await reviewed('D1', { unchecked: 'that they were on board', 'unchecked-cost': 'yes' });
  expect(reviews[0].answers.unchecked).toBe('that they were on board');
  expect((await figure('beliefs')).rows['unchecked-cost:yes']).toMatchObject({ losses: 1 });
});

test('V5: whether they knew how you work and how long it takes, before you invested', async () => {
  const { lost, reviewed } = await practice();
  await lost('Northwind');
  const { reviews } = await reviewed('D1', { 'way-of-working': 'no' });
  expect(reviews[0].answers['way-of-working']).toBe('no');
});

test('V6: whether need, priority and process were asked again later, and if not, to ask again', async () => {
  const { lost } = await practice();
  const printed = await lost('Northwind', { 'steps.rechecked': 'no' });
  expect(rulesIn(printed)).toContain('ask-again');
});

test('V7: the hours that went into lost deals, by where they were lost', async () => {
  const { lost, reviewed, figure } = await practice();
  await lost('Northwind', { 'turning-point': 'proposal' });
  await reviewed('D1', { hours: 'to-50' });
  const { rows } = await figure('time-lost');
  expect(rows['all']).toMatchObject({ hoursLeast: 20, hoursMost: 50 });
  expect(rows['stage:proposal']).toMatchObject({ hoursKnown: 1 });
});

test("V8: whether one's own quarter pushed, and how many losses fall into its last two weeks", async () => {
  const { lost, reviewed, figure } = await practice();
  await times(5, (number) => lost(`Loss ${number}`, { 'decided-on': number < 4 ? '2026-09-25' : '2026-08-10' }));
  await reviewed('D1', { 'quota-push': 'yes', 'quota-gap': 'far' });
  expect((await figure('quarter-end')).rows['last-14-days']).toMatchObject({ losses: 3, total: 5, pushed: 1 });
});

test('V9: "not right now" is an outcome of its own, and no loss to anybody', async () => {
  const { lost, figure } = await practice();
  const { deal } = await lost('Northwind', { outcome: 'postponed' });
  expect(deal.outcome).toBe('postponed');
  expect((await figure('scope')).rows['all']).toMatchObject({ lost: 0, noDecision: 1 });
});

test('V10: an event with a day sets the call thirty days before it, and without one, finding it is the action', async () => {
  const { lost } = await practice();
  const { followUp } = await lost('Northwind', { trigger: 'their new budget', 'trigger-on': '2027-07-01' });
  expect(followUp).toMatchObject({ rule: 'trigger', on: '2027-06-01' });
  expect(rulesIn(await lost('Contoso', { outcome: 'postponed', reason: 'no-urgency' }))).toContain(
    'find-their-trigger',
  );
});

test('V11: the events that lost accounts wait for, by segment and by month', async () => {
  const { lost, figure, does } = await practice();
  await does(['import', '-', '--yes'], { stdin: deals(5, 'Healthcare') });
  await times(5, (number) => lost(`D${number}`, { trigger: 'the budget', 'trigger-on': '2027-07-01' }));
  expect((await figure('triggers')).rows['Healthcare']).toMatchObject({ named: 5, month: '07', inMonth: 5 });
});

test('V12: a useful touch each quarter until the headline call, and never an empty one', async () => {
  const { lost, due } = await practice();
  const { contactPlan } = await lost('Northwind', { 'contract-months': '12', contact: 'Dana Reyes' });
  expect(contactPlan.filter(({ kind }: { kind: string }) => kind === 'touch')).toHaveLength(2);
  const { items } = await due('2027-02-22');
  expect(items).toContainEqual(
    expect.objectContaining({ kind: 'touch', text: 'Send Dana Reyes one useful thing, no ask attached.' }),
  );
});

test('V13: their day comes before an event, an event before the contract, the contract before the reason', async () => {
  const { lost } = await practice();
  const all = { 'call-on': '2027-03-02', trigger: 'budget', 'trigger-on': '2027-07-01', 'contract-months': '12' };
  const ruleWithout = async (...ids: readonly string[]): Promise<string> => {
    const given = Object.entries({ ...all, reason: 'trust-risk' }).filter(([id]) => !ids.includes(id));
    return (await lost('Northwind', Object.fromEntries(given))).followUp.rule;
  };
  const event = ['trigger', 'trigger-on'];
  expect(await ruleWithout(...event)).toBe('named-date');
  expect(await ruleWithout('call-on')).toBe('trigger');
  expect(await ruleWithout('call-on', ...event)).toBe('contract-term');
  expect(await ruleWithout('call-on', ...event, 'contract-months')).toBe('reason');
});

test('V14: a lost deal has a plan with milestones, and closing one offers the next', async () => {
  const { lost, does, due } = await practice();
  const { followUp, contactPlan } = await lost('Northwind', { 'contract-months': '12' });
  expect(contactPlan.length).toBeGreaterThan(1);
  for (const { id, on } of [...contactPlan, followUp]) await does(['done', id], { today: on });
  const { items } = await due('2027-12-31');
  expect(items).toContainEqual(expect.objectContaining({ kind: 'touch', on: '2027-11-22' }));
});

test('V15: a deal that comes back keeps its loss, and the win counts on its own day', async () => {
  const { lost, does, figure, due } = await practice();
  const { followUp } = await lost('Northwind', { amount: '40000', currency: 'EUR' });
  await does(['done', followUp.id, '--outcome', 'won-back'], { today: '2027-03-01' });
  expect((await figure('scope')).rows['all']).toMatchObject({ won: 1, lost: 1 });
  expect((await due('2027-03-01')).wonBack).toMatchObject({ deals: 1 });
});

test('V16: a thank-you within one business day, in words that neither argue nor pitch', async () => {
  const { lost } = await practice();
  const { actions } = await lost('Northwind', { contact: 'Dana Reyes' });
  const [, thanks] = actions;
  expect(thanks).toMatchObject({ due: '2026-11-23', message: expect.stringMatching(/thank you/) as unknown });
  expect(thanks.message).not.toMatch(/reconsider|discount|offer you|better price/i);
});

test('V17: who fits is written down once, and each deal is held against it', async () => {
  const { lost, reviewed } = await practice({ idealCustomer: [OVER_50, { id: 'a-sales-team', name: 'a sales team' }] });
  await lost('Northwind');
  const ticks = { 'fit.over-50-people': 'met', 'fit.a-sales-team': 'not-met' };
  const { reviews } = await reviewed('D1', ticks);
  expect(reviews[0].answers.fit).toEqual({ 'over-50-people': 'met', 'a-sales-team': 'not-met' });
});

test('V18: hours and money that went into those who do not fit', async () => {
  const { lost, reviewed, figure } = await practice({ idealCustomer: [OVER_50] });
  await lost('Northwind', { amount: '20000', currency: 'EUR' });
  await reviewed('D1', { 'fit.over-50-people': 'not-met', hours: 'to-50' });
  expect((await figure('fit')).rows['poor']).toMatchObject({ losses: 1, hoursLeast: 20, hoursMost: 50 });
});

test('V19: a term that is not for sale is written down once, and pressing on it leads to saying so first', async () => {
  const { lost, reviewed } = await practice({ nonNegotiables: [{ id: 'no-spec-work', name: 'no spec work' }] });
  await lost('Northwind', { outcome: 'we-walked-away' });
  const { actions } = await reviewed('D1', { 'pressed-on.no-spec-work': 'pressed' });
  expect(actions).toContainEqual(expect.objectContaining({ text: expect.stringContaining('no spec work') as unknown }));
});

test('V20: an agreement that was only spoken leads to asking for it in writing', async () => {
  const { lost } = await practice();
  expect(rulesIn(await lost('Northwind', { again: 'no', 'red-flag': 'no-written-commitment' }))).toContain(
    'ask-in-writing',
  );
});

test('V21: what they committed to is asked, and a spoken commitment leads to one in writing', async () => {
  const { lost, reviewed } = await practice();
  await lost('Northwind');
  expect(rulesIn(await reviewed('D1', { commitment: 'spoken' }))).toContain('ask-in-writing');
});

test('V22: reviews that nobody read before a bad fit become an action', async () => {
  const { lost, reviewed } = await practice();
  await lost('Northwind', { again: 'no', 'red-flag': 'wrong-fit' });
  expect(rulesIn(await reviewed('D1', { 'reviews-checked': 'never' }))).toContain('look-them-up');
});

test('V23: somebody who knows them was not asked before a bad fit, and that becomes an action', async () => {
  const { lost, reviewed } = await practice();
  await lost('Northwind', { again: 'no', 'red-flag': 'wrong-fit' });
  expect(rulesIn(await reviewed('D1', { 'back-channel-checked': 'after' }))).toContain('look-them-up');
});

test('V24: the signs of a client who is more trouble than worth are ticked one by one', async () => {
  const { lost, reviewed } = await practice();
  await lost('Northwind', { again: 'no' });
  const signs = { 'sign-price': 'yes', 'sign-churn': 'no', 'sign-access': 'yes', 'sign-verbal': 'yes' };
  const printed = await reviewed('D1', signs);
  expect(printed.reviews[0].answers).toMatchObject(signs);
  expect(rulesIn(printed)).toContain('ask-in-writing');
});

test('V25: a predicted regret gets a day, and on that day it is asked whether it came true', async () => {
  const { lost, reviewed, due } = await practice();
  await lost('Northwind', { winner: 'Globex' });
  await reviewed('D1', { regret: 'yes', 'regret-what': 'support', 'regret-on': '2027-06-30' });
  expect((await due('2027-06-30')).items).toContainEqual(
    expect.objectContaining({ kind: 'regret-check', on: '2027-06-30' }),
  );
});

test('V26: where the winner was better is a weakness of ours, kept by competitor', async () => {
  const { lost, figure } = await practice();
  await times(2, (number) => lost(`Loss ${number}`, { winner: 'Globex', 'winner-edge': 'proof' }));
  const { rows } = await figure('competitors');
  expect(Object.values(rows)).toContainEqual(
    expect.objectContaining({ label: 'Globex', weakness: expect.stringContaining('proof') as unknown }),
  );
});

test("V27: periods are compared with one's own earlier ones, and with nobody else", async () => {
  const { lost, won, figure } = await practice();
  await times(5, (number) => won(`Won ${number}`, { 'decided-on': '2026-08-03' }));
  await times(5, (number) => lost(`Lost ${number}`, { 'decided-on': '2026-11-03' }));
  expect((await figure('trend')).rows['2026-Q4']).toMatchObject({ lost: 5, change: 'down' });
});

test('V28: what is fixed does not end the matter, what makes up for it becomes the action', async () => {
  const { lost } = await practice();
  const { actions } = await lost('Northwind', { reason: 'budget-absent', compensation: 'offer a smaller start' });
  expect(actions).toContainEqual(
    expect.objectContaining({ rule: 'compensate', text: expect.stringContaining('offer a smaller start') as unknown }),
  );
});

test('V29: what the buyer answers is kept word for word, and who talked more is asked', async () => {
  const { lost, reviewed, does } = await practice();
  await lost('Northwind');
  await does(['feedback', 'D1', '--reply', 'You talked.\nWe listened, mostly.']);
  const { reviews } = await reviewed('D1', { 'talk-share': 'me' });
  expect(reviews[0].answers['talk-share']).toBe('me');
  expect((await does(['show', 'D1', '--json'])).out).toContain(String.raw`You talked.\nWe listened, mostly.`);
});

test('V30: a loss in which every step was done still leads to one thing to try, or to a reason that is counted', async () => {
  const { lost, figure } = await practice();
  const done = {
    'steps.timeframe': 'before',
    'steps.why-now': 'before',
    'steps.role': 'before',
    'steps.priorities': 'before',
  };
  expect(rulesIn(await lost('Northwind', { ...done, 'steps.rechecked': 'yes' }))).toContain('try-one-thing');
  await lost('Contoso', { reason: 'budget-absent', 'nothing-in-my-control': 'their parent froze all buying' });
  expect((await figure('scope')).rows['all']).toMatchObject({ nothingInControl: 1 });
});

test('V31: one sentence for each deal, found again by its words', async () => {
  const { lost, does } = await practice();
  await lost('Northwind');
  await does(['lessons', 'add', 'D1', 'Ask who signs before the demo.']);
  const { lessons } = (await does(['lessons', 'signs', '--json'])).json();
  expect(lessons).toEqual([expect.objectContaining({ text: 'Ask who signs before the demo.' })]);
});

test('V31: a lesson of the same segment opens the next debrief', async () => {
  const { lost, does, run } = await practice();
  await does(['import', '-', '--yes'], { stdin: deals(2, 'Healthcare') });
  await lost('D1', { 'next-time': 'Ask when their budget is made.' });
  await lost('Elsewhere', { amount: '900000', currency: 'EUR', 'next-time': 'Ask the board first.' });
  const { err } = await run(['new', 'D2'], { script: [] });
  expect(err).toContain('Ask when their budget is made');
});

test('V32: who spoke against you, and how many of them you met; one alone leads to a second', async () => {
  const { lost, reviewed, figure } = await practice();
  await lost('Northwind');
  const printed = await reviewed('D1', { against: 'the head of IT', 'people-met': 'one' });
  expect(printed.reviews[0].answers.against).toBe('the head of IT');
  expect(rulesIn(printed)).toContain('meet-a-second-person');
  expect((await figure('people')).rows['people-met:one']).toMatchObject({ total: 1 });
});

const OVER_50 = { id: 'over-50-people', name: 'over 50 people' };

/** A table of lost deals, as a CRM exports one. */
function deals(count: number, segment = ''): string {
  const rows = Array.from(
    { length: count },
    (_, index) => `${index + 1},Imported ${index + 1},Lost,2026-11-01,${segment}`,
  );
  return ['Record ID,Deal,Outcome,Closed on,Segment', ...rows].join('\n');
}
