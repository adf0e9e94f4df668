import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/core/answers.ts';
import type { KeptAnswer } from '../../src/core/debrief.ts';
import type { Framework } from '../../src/core/framework.ts';
import { conclude, type Concluded } from '../../src/core/new-debrief.ts';
import { contextWith, NORTHWIND } from '../support/northwind.ts';
import { LOSS, WIN } from '../support/shipped.ts';

function concluded(different: Answers = {}, framework: Framework = LOSS): Concluded {
  return conclude(framework, { ...NORTHWIND, ...different }, contextWith(), 104);
}

test('the facts of the deal stand by themselves', () => {
  expect(concluded().deal).toEqual({
    name: 'Northwind Logistics',
    outcome: 'lost-competitor',
    amount: { minor: 14_800_000, currency: 'EUR' },
    contractMonths: 12,
    decidedOn: '2026-11-20',
    winner: 'Globex',
    forecast: 80,
    stage: 'proposal',
  });
});

test('what was skipped is absent, and the day of the no is today', () => {
  const nothing = { amount: null, 'contract-months': null, 'decided-on': null, forecast: null, 'turning-point': null };
  expect(concluded(nothing).deal).toMatchObject({
    amount: undefined,
    contractMonths: undefined,
    decidedOn: '2026-11-20',
    forecast: undefined,
    stage: undefined,
  });
});

test.each([
  ['the one that was named', 'CHF', 'EUR', 'CHF'],
  ['that of the settings', null, 'EUR', 'EUR'],
  ['the dollar where nothing is known', null, undefined, 'USD'],
])('an amount has a currency: %s', (_what, named, known, currency) => {
  const context = contextWith({ settings: { ...contextWith().settings, currency: known } });
  expect(conclude(LOSS, { ...NORTHWIND, currency: named }, context, 0).deal.amount).toEqual({
    minor: 14_800_000,
    currency,
  });
});

test('the debrief keeps its framework, its time, its reason and every answer', () => {
  expect(concluded({ reason: 'price', requoted: 'yes' }).debrief).toEqual({
    framework: 'loss',
    version: LOSS.version,
    seconds: 104,
    primaryReason: 'budget-absent',
    answers: { ...NORTHWIND, reason: 'price', requoted: 'yes' },
  });
});

function kept(id: string, different: Answers = {}): KeptAnswer | undefined {
  return concluded(different).kept.find((answer) => answer.id === id);
}

describe('an answer', () => {
  test('is kept with the words that were on screen', () => {
    expect(kept('outcome')).toEqual({
      id: 'outcome',
      class: 'fact',
      value: 'lost-competitor',
      asked: 'Who has it now?',
      said: 'another vendor',
    });
  });

  test('is kept with the wording that its outcome gave the question', () => {
    expect(kept('own-it', { outcome: 'we-walked-away' })?.asked).toBe(
      'Finish the sentence: I stayed in too long because I …',
    );
  });

  test('of a row by itself is kept with the words of the row', () => {
    expect(kept('contact-was')).toMatchObject({
      asked: 'and what your contact turned out to be',
      said: 'gathers information',
    });
  });

  test('that was skipped is kept as skipped', () => {
    expect(kept('call-on')).toMatchObject({ value: null, said: '' });
  });

  test('that was not asked is not kept', () => {
    expect(kept('compensation')).toBeUndefined();
  });

  test.each([
    ['amount', 'fact'],
    ['terms', 'their-words'],
    ['said', 'their-words'],
    ['contact', 'their-words'],
    ['own-it', 'reflection'],
    ['next-time', 'reflection'],
  ])('%s is of the class %s', (id, answerClass) => {
    expect(kept(id)?.class).toBe(answerClass);
  });

  test.each([
    ['compensation', 'reflection'],
    ['nothing-in-my-control', 'reflection'],
  ])('%s is of the class %s, too', (id, answerClass) => {
    expect(kept(id, { reason: 'product-gap', [id]: 'a partner' })?.class).toBe(answerClass);
  });

  test('stands once, whichever question gave it', () => {
    const ids = concluded({ again: 'only-if', trigger: 'the connector ships' }).kept.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the cause', () => {
  test('is an inference with their words at hand, and a guess without', () => {
    expect(concluded().causes).toEqual([
      { whose: 'self', reason: 'access-authority', control: 'control', evidence: 'inference' },
    ]);
    expect(concluded({ said: null }).causes[0]?.evidence).toBe('guess');
  });

  test('is none where none was named', () => {
    expect(concluded({ reason: null }).causes).toEqual([]);
  });

  test('may be fixed', () => {
    expect(concluded({ reason: 'price', requoted: 'yes' }).causes[0]).toMatchObject({
      reason: 'budget-absent',
      control: 'fixed',
    });
  });
});

test('whom to call is known, or not', () => {
  expect(concluded().contact).toEqual({ name: 'Dana Reyes', role: 'CFO', phone: '+1 555 0100' });
  expect(concluded({ contact: null }).contact).toBeUndefined();
});

describe('the plan', () => {
  test('has the actions, the call and what comes before it', () => {
    const { actions, followUp, otherEntries } = concluded().plan;
    expect(actions).toHaveLength(5);
    expect(followUp).toMatchObject({ kind: 'follow-up', on: '2027-08-20', rule: 'contract-term' });
    expect(otherEntries.map(({ kind, on }) => `${kind} ${on}`)).toEqual([
      'second-look 2027-02-18',
      'touch 2027-02-22',
      'touch 2027-05-20',
    ]);
  });

  test('of an account that is not wanted has actions and no date', () => {
    expect(concluded({ again: 'no' }).plan).toMatchObject({ followUp: undefined, otherEntries: [] });
  });

  test('counts from the no, not from the debrief', () => {
    expect(concluded({ 'decided-on': '2026-05-31' }).plan.followUp?.on).toBe('2027-03-01');
  });

  test('of a win has no date', () => {
    const { deal, plan } = concluded({}, WIN);
    expect([deal.outcome, plan.followUp, plan.otherEntries]).toEqual(['won', undefined, []]);
  });
});
