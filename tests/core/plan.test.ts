import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/core/answers.ts';
import type { PlannedAction } from '../../src/core/debrief.ts';
import type { PastLoss } from '../../src/core/history.ts';
import { dueDay, planActions } from '../../src/core/plan.ts';
import { day, TODAY } from '../support/days.ts';
import { contextWith, NORTHWIND, pastLoss } from '../support/northwind.ts';
import { LOSS, WIN } from '../support/shipped.ts';

function plan(different: Answers = {}, losses: readonly PastLoss[] = []): readonly PlannedAction[] {
  return planActions(LOSS, { ...NORTHWIND, ...different }, contextWith({ history: { losses, reasonCounts: {} } }));
}

function rulesOf(actions: readonly PlannedAction[]): readonly string[] {
  return actions.map(({ rule }) => rule);
}

function action(rule: string, different: Answers = {}, losses: readonly PastLoss[] = []): PlannedAction {
  const found = plan(different, losses).find((one) => one.rule === rule);
  if (!found) throw new Error(`${rule} is not in the plan: ${rulesOf(plan(different, losses)).join(', ')}`);
  return found;
}

describe('the list', () => {
  test('is the call, one message, the next time, the worst missed step, and the deep review', () => {
    expect(rulesOf(plan())).toEqual(['next-call', 'thank-and-ask', 'next-time', 'ask-their-role', 'deep-review']);
  });

  test('has the compensating move where the reason is fixed', () => {
    expect(
      rulesOf(plan({ reason: 'product-gap', 'next-time': null, compensation: 'a partner for the connector' })),
    ).toContain('compensate');
  });

  test('asks what happened where all is silence', () => {
    expect(rulesOf(plan({ outcome: 'unknown' }))[1]).toBe('find-out');
  });

  test('parts well where the account is not wanted', () => {
    expect(rulesOf(plan({ again: 'no' }))[1]).toBe('part-well');
  });

  test('is shorter where less is known, and still begins with the call', () => {
    const rules = rulesOf(planActions(LOSS, { deal: 'Contoso', outcome: 'cancelled' }, contextWith()));
    expect(rules).toHaveLength(4);
    expect([rules[0], rules.at(-1)]).toEqual(['next-call', 'deep-review']);
  });

  test('after a win begins with the call as well', () => {
    const answers = {
      deal: 'Contoso',
      said: 'The pilot.',
      keep: 'start with a pilot',
      experiment: null,
      'nearly-lost': null,
    };
    expect(rulesOf(planActions(WIN, answers, contextWith()))).toEqual(['next-call', 'keep']);
  });
});

describe('a missed step', () => {
  const READY = 'Next time, when a demo is booked, I will first ask my contact what part they play in the decision.';

  test('is covered where its sentence was kept as next time, and the next rule takes its place', () => {
    expect(rulesOf(plan({ 'next-time': READY }))).toEqual([
      'next-call',
      'thank-and-ask',
      'next-time',
      'meet-the-decider',
      'deep-review',
    ]);
  });

  test('is not covered by a sentence of one’s own', () => {
    expect(rulesOf(plan({ 'next-time': 'ask for the CFO' }))).toContain('ask-their-role');
  });

  test('that comes back is not covered by resolving the same thing once more', () => {
    expect(rulesOf(plan({ 'next-time': READY }, [pastLoss()]))).toContain('ask-their-role');
  });

  test('the first time is asked for before the next demo', () => {
    expect(action('ask-their-role')).toMatchObject({
      text: 'When the next demo is booked, I will first ask my contact what part they play in the decision.',
      because: "In Northwind Logistics: your contact's role never asked.",
    });
  });

  test('the second time names the earlier loss', () => {
    expect(action('ask-their-role', {}, [pastLoss()])).toMatchObject({
      text: 'When the next demo is asked for, I will first read my notes on Contoso, and then ask what I left out there.',
      because: "The contact's role was missed in Contoso as well (11 Sep 2026).",
    });
  });

  test('the second time names the action that is still open', () => {
    const open = [{ id: 'A7', rule: 'ask-their-role', text: 'When the next demo is booked, I will ask.' }] as const;
    expect(action('ask-their-role', {}, [pastLoss({ openActions: open })]).because).toBe(
      "The contact's role was missed in Contoso as well (11 Sep 2026). A7 is still open from then.",
    );
  });

  test('the second time finds the open action in their own words, too, and no other', () => {
    const open = [
      { id: 'A6', rule: 'thank-and-ask', text: 'Thank them.' },
      { id: 'A9', rule: 'next-time', text: 'Next time, when a demo is booked, I will ask.' },
    ] as const;
    expect(action('ask-their-role', {}, [pastLoss({ openActions: open })]).because).toContain(
      'A9 is still open from then.',
    );
    expect(action('ask-their-role', {}, [pastLoss({ openActions: open.slice(0, 1) })]).because).not.toContain(
      'still open',
    );
  });

  test('the third time asks somebody to sit in, and only then says what those deals were worth', () => {
    const earlier = [
      pastLoss(),
      pastLoss({ deal: 'Initech', decidedOn: day('2026-07-02'), amount: { minor: 500_000, currency: 'USD' } }),
    ];
    expect(action('ask-their-role', {}, earlier)).toMatchObject({
      text: "When the next demo is booked, I will ask a colleague to sit in on it and listen for one thing, the contact's role.",
      because:
        "The contact's role was missed in 3 losses since 2 Jul 2026. Those deals were worth 209,000 EUR and 5,000 USD.",
    });
  });

  test('the fourth time counts on', () => {
    const earlier = [pastLoss(), pastLoss(), pastLoss({ decidedOn: day('2026-06-01') })];
    expect(action('ask-their-role', {}, earlier).because).toContain('in 4 losses since 1 Jun 2026');
  });

  test('says nothing of what those deals were worth where nobody noted it', () => {
    const unknown = pastLoss({ amount: undefined });
    expect(action('ask-their-role', { amount: null }, [unknown, unknown]).because).toMatch(
      /^The contact's role was missed in 3 losses since 11 Sep 2026\.\s*$/,
    );
  });

  test('does not escalate for another step, nor for one that is long ago', () => {
    const losses = [pastLoss({ missed: ['why-now'] }), pastLoss({ decidedOn: day('2026-05-01') })];
    expect(action('ask-their-role', {}, losses).text).toBe(action('ask-their-role').text);
  });

  test('counts from the day of the no', () => {
    const late = pastLoss({ decidedOn: day('2026-05-01') });
    expect(action('ask-their-role', { 'decided-on': '2026-09-20' }, [late]).because).toContain('as well (1 May 2026)');
  });
});

describe('their own words', () => {
  test.each([
    ['ask for the CFO before the demo', 'When this comes up again, I will do this: ask for the CFO before the demo.'],
    ['I will ask for the CFO.', 'When this comes up again, I will do this: ask for the CFO.'],
    ["I'll ask for the CFO", 'When this comes up again, I will do this: ask for the CFO.'],
    ['to ask for the CFO', 'When this comes up again, I will do this: ask for the CFO.'],
    ['next time, when a demo is booked, I will ask', 'Next time, when a demo is booked, I will ask'],
    ['When a demo is booked, I will ask.', 'When a demo is booked, I will ask.'],
    ['today I learned to ask', 'When this comes up again, I will do this: today I learned to ask.'],
    ['use {deal} and $& as they are', 'When this comes up again, I will do this: use {deal} and $& as they are.'],
  ])('%j become an action', (words, text) => {
    expect(action('next-time', { 'next-time': words }).text).toBe(text);
  });

  test('are quoted where they gave the reason', () => {
    expect(action('thank-and-ask').because).toBe(
      'They said: "The CFO felt Globex was the safer choice". The fuller answer comes if you ask for it.',
    );
    expect(action('next-time').because).toBe('You wrote: "I never asked who signs".');
  });

  test('are done without where there are none', () => {
    expect(action('thank-and-ask', { said: null }).because).toBe(
      'What they said is not noted. The fuller answer comes if you ask for it.',
    );
  });
});

test('a message is ready to paste, with the name or without', () => {
  expect(action('thank-and-ask').message).toMatch(
    /^Hello Dana,\nthank you for your time.*\nA line is plenty\. Good luck with it\.$/s,
  );
  expect(action('thank-and-ask', { contact: null }).message).toMatch(/^Hello there,\n/);
  expect(action('next-call').message).toBeUndefined();
});

test('the call names whom to call, or the next one on the list', () => {
  expect(action('next-call').text).toBe('When I have closed this, I will call Contoso.');
  expect(action('next-call', { 'call-next': null }).text).toBe(
    'When I have closed this, I will call the next name on my list.',
  );
});

describe('due', () => {
  test.each([
    ['today', '2026-11-20', '2026-11-20'],
    ['today', '2026-11-21', '2026-11-23'],
    ['1 business day', '2026-11-20', '2026-11-23'],
    ['5 business days', '2026-11-20', '2026-11-27'],
    ['1 day', '2026-11-20', '2026-11-23'],
    ['7 days', '2026-11-20', '2026-11-27'],
    ['8 days', '2026-11-20', '2026-11-30'],
  ])('%s from %s is %s', (due, from, expected) => {
    expect(dueDay(due, day(from))).toBe(expected);
  });

  test('actions count from the debrief, not from the no', () => {
    expect(action('next-call', { 'decided-on': '2026-10-01' }).due).toBe(TODAY);
  });
});
