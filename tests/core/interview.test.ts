import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/core/answers.ts';
import type { Framework } from '../../src/core/framework.ts';
import {
  asked,
  followingQuestion,
  nextQuestion,
  positionOf,
  previousQuestion,
  record,
} from '../../src/core/interview.ts';
import { contextWith, NORTHWIND, questionIn } from '../support/northwind.ts';
import { LOSS, WIN } from '../support/shipped.ts';

const context = contextWith();
const withoutCurrency = contextWith({ settings: { ...context.settings, currency: undefined } });

/** The answers after one question is answered anew. */
function answering(id: string, given: Answers, before: Answers = NORTHWIND, where = context): Answers {
  return record(LOSS, before, questionIn(LOSS, id), given, where);
}

function idsAsked(answers: Answers, where = context): readonly string[] {
  return asked(LOSS, answers, where).map(({ id }) => id);
}

function without(...ids: string[]): Answers {
  return Object.fromEntries(Object.entries(NORTHWIND).filter(([id]) => !ids.includes(id)));
}

describe('the next question', () => {
  test('is the first that is not answered', () => {
    expect(nextQuestion(LOSS, {}, context)?.id).toBe('deal');
    expect(nextQuestion(LOSS, without('forecast', 'said'), context)?.id).toBe('forecast');
  });

  test('passes over what was skipped', () => {
    expect(nextQuestion(LOSS, { ...without('said'), forecast: null }, context)?.id).toBe('said');
  });

  test('passes over what was given beforehand', () => {
    expect(nextQuestion(LOSS, { deal: 'Contoso', outcome: 'unknown' }, context)?.id).toBe('offer');
  });

  test('is none when all are answered', () => {
    expect(nextQuestion(LOSS, NORTHWIND, context)).toBeUndefined();
  });
});

describe('what is asked', () => {
  test.each<[string, string, Answers, boolean]>([
    ['winner', 'someone has it', { outcome: 'in-house' }, true],
    ['winner', 'nobody has it', { outcome: 'cancelled' }, false],
    ['winner-edge', 'someone has it', { outcome: 'lost-incumbent' }, true],
    ['said', 'they spoke', { outcome: 'postponed' }, true],
    ['said', 'all is silence', { outcome: 'unknown' }, false],
    ['requoted', 'the reason is price', { reason: 'price' }, true],
    ['requoted', 'the code was given directly', { reason: 'budget-absent' }, false],
    ['underneath', 'nobody asked for another number', { reason: 'price', requoted: 'no' }, true],
    ['underneath', 'somebody did', { reason: 'price', requoted: 'yes' }, false],
    ['underneath', 'that was skipped', { reason: 'price', requoted: null }, false],
    ['reason-note', 'the reason is other', { reason: 'other' }, true],
    ['reason-note', 'what was underneath is', { reason: 'price', requoted: 'no', underneath: 'other' }, true],
    ['reason-note', 'it is none of these', { reason: 'needs-misread' }, false],
    ['next-time', 'the reason was in their hands', { reason: 'needs-misread' }, true],
    ['next-time', 'no reason is known', { reason: null }, true],
    ['next-time', 'the reason is fixed', { reason: 'product-gap' }, false],
    ['compensation', 'the reason is fixed', { reason: 'product-gap' }, true],
    ['compensation', 'they named a number', { reason: 'price', requoted: 'yes' }, true],
    ['compensation', 'the reason was in their hands', { reason: 'needs-misread' }, false],
    ['red-flag', 'the account is not wanted', { again: 'no' }, true],
    ['red-flag', 'it is wanted', { again: 'yes' }, false],
    ['trigger', 'it is wanted only if', { again: 'only-if' }, true],
    ['door', 'it is wanted', { again: 'yes' }, true],
    ['door', 'it is not', { again: 'no' }, false],
    ['door', 'a deal that never fitted leaves it open to doubt', { outcome: 'disqualified', again: null }, false],
    ['door', 'even that one is wanted', { outcome: 'disqualified', again: 'yes' }, true],
    ['contact', 'the account is not wanted', { again: 'no' }, false],
    ['call-next', 'the account is not wanted', { again: 'no' }, true],
    ['currency', 'the settings know it', { amount: 148_000 }, false],
  ])('%s, where %s', (id, _what, answers, expected) => {
    expect(idsAsked(answers).includes(id)).toBe(expected);
  });

  test('the currency is asked for once, where there is an amount and nothing else names it', () => {
    expect(idsAsked({ amount: 148_000 }, withoutCurrency)).toContain('currency');
    expect(idsAsked({ amount: null }, withoutCurrency)).not.toContain('currency');
  });

  test('a currency named in the offer is not asked for again', () => {
    const answers = answering('offer', { amount: 148_000, currency: 'EUR' }, { deal: 'Contoso' }, withoutCurrency);
    expect(nextQuestion(LOSS, answers, withoutCurrency)?.id).toBe('decided-on');
  });

  test('nor by whoever went back to the offer and comes forward again', () => {
    const offer = questionIn(LOSS, 'offer');
    const following = (answers: Answers): string | undefined =>
      followingQuestion(LOSS, answers, withoutCurrency, offer)?.id;
    expect(following({ deal: 'Contoso', amount: 148_000, currency: 'EUR' })).toBe('decided-on');
    expect(following({ deal: 'Contoso', amount: 148_000 })).toBe('currency');
  });
});

describe('an answer', () => {
  test('leaves the rest of its question skipped', () => {
    expect(answering('offer', { amount: 9000 }, { deal: 'Contoso' })).toEqual({
      deal: 'Contoso',
      amount: 9000,
      'contract-months': null,
      terms: null,
    });
  });

  test('takes what depended on the one before with it', () => {
    const answers = answering('outcome', { outcome: 'cancelled' });
    expect(answers).not.toHaveProperty('winner');
    expect(answers).not.toHaveProperty('winner-edge');
    expect(answers).toMatchObject({ outcome: 'cancelled', said: NORTHWIND['said'] });
  });

  test('takes what depended on that, too', () => {
    const price = {
      ...NORTHWIND,
      reason: 'price',
      requoted: 'no',
      underneath: 'product-gap',
      compensation: 'a partner',
    };
    const answers = answering('reason', { reason: 'no-urgency' }, price);
    for (const id of ['requoted', 'underneath', 'compensation']) expect(answers).not.toHaveProperty(id);
  });

  test('that closes the door drops every day behind it', () => {
    const answers = answering('again', { again: 'no' }, { ...NORTHWIND, 'call-on': '2027-05-03', trigger: 'an event' });
    for (const id of ['call-on', 'decides-on', 'trigger', 'trigger-on']) expect(answers).not.toHaveProperty(id);
  });

  test('drops what is asked no longer', () => {
    expect(answering('outcome', { outcome: 'unknown' })).not.toHaveProperty('said');
  });

  test('keeps what a file gave without being asked', () => {
    const given = { deal: 'Contoso', outcome: 'unknown', said: 'We will come back to you.' };
    expect(answering('forecast', { forecast: 60 }, given)).toEqual({ ...given, forecast: 60 });
  });

  test('replaces what was answered in passing the time before', () => {
    const event = answering('door', { trigger: 'the new budget year' });
    expect(event).toMatchObject({ trigger: 'the new budget year', 'call-on': null });
    expect(answering('door', {}, event)).not.toHaveProperty('trigger');
  });

  test('leaves a condition alone when only its day is asked for', () => {
    const onlyIf = { ...NORTHWIND, again: 'only-if', trigger: 'the connector ships' };
    expect(answering('door', { 'trigger-on': '2027-03-01' }, onlyIf)).toMatchObject({
      trigger: 'the connector ships',
      'trigger-on': '2027-03-01',
    });
  });

  test('without the condition lets the condition go', () => {
    const onlyIf = { ...NORTHWIND, again: 'only-if', trigger: 'the connector ships' };
    expect(answering('again', { again: 'yes' }, onlyIf)).not.toHaveProperty('trigger');
  });

  test('that makes the account wanted only if something happens does not take the event for that condition', () => {
    const event = answering('door', { trigger: 'the new budget year' });
    const onlyIf = answering('again', { again: 'only-if' }, event);
    expect(onlyIf).not.toHaveProperty('trigger');
    expect(nextQuestion(LOSS, onlyIf, context)?.id).toBe('trigger');
  });

  test('to the offer keeps the currency that was asked for apart', () => {
    const before = { deal: 'Contoso', amount: 148_000, 'contract-months': 12, terms: null, currency: 'CHF' };
    expect(answering('offer', { amount: 150_000 }, before, withoutCurrency)).toMatchObject({ currency: 'CHF' });
  });

  test('never changes the answers it started from', () => {
    const before = structuredClone(NORTHWIND);
    answering('outcome', { outcome: 'cancelled' });
    expect(NORTHWIND).toEqual(before);
  });
});

describe('going back', () => {
  test('leads to the question that was asked before, not to one that was not', () => {
    const back = previousQuestion(LOSS, { ...NORTHWIND, outcome: 'unknown' }, context, questionIn(LOSS, 'reason'));
    expect(back?.id).toBe('outcome');
  });

  test('ends at the first question', () => {
    expect(previousQuestion(LOSS, NORTHWIND, context, questionIn(LOSS, 'deal'))).toBeUndefined();
  });
});

describe('the position', () => {
  test.each<[string, Framework, string, string | undefined]>([
    ['a numbered question', LOSS, 'said', '7 of 13'],
    ['a follow-up', LOSS, 'underneath', '8b of 13'],
    ['a question outside the count', LOSS, 'call-next', undefined],
    ['the last of a win', WIN, 'experiment', '10 of 10'],
  ])('of %s', (_what, framework, id, expected) => {
    expect(positionOf(framework, questionIn(framework, id))).toBe(expected);
  });
});
