import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/core/answers.ts';
import type { Asked } from '../../src/core/asked.ts';
import { askedQuestion } from '../../src/core/asked-question.ts';
import type { Context } from '../../src/core/questions/kind.ts';
import { contextWith, NORTHWIND, questionIn } from '../support/northwind.ts';
import { LOSS } from '../support/shipped.ts';

function asking(id: string, answers: Answers = {}, context: Context = contextWith()): Asked {
  return askedQuestion(LOSS, questionIn(LOSS, id), answers, context, () => 42);
}

test('a question comes with its place, its tag, why it is asked, and by whose advice', () => {
  const { position, tag, why, elapsed } = asking('own-it', NORTHWIND);
  expect([position, tag, elapsed?.()]).toEqual(['11 of 13', 'No ego', 42]);
  expect(why).toEqual([
    'Whoever owns a loss can change the next one. Nobody else reads this sentence.',
    'From the sales blog, "What to do when you lose a big deal", on believing that you caused it.',
  ]);
});

test('a question of ours says so', () => {
  expect(asking('deal').why.at(-1)).toBe('This one is our own.');
});

test('the first question has nothing to go back to, the second has', () => {
  expect([asking('deal').canGoBack, asking('offer', { deal: 'Contoso' }).canGoBack]).toEqual([false, true]);
});

describe('the words', () => {
  test.each([
    ['own-it', 'lost-competitor', 'Finish the sentence: I lost this because I …'],
    ['own-it', 'we-walked-away', 'Finish the sentence: I stayed in too long because I …'],
    ['own-it', 'disqualified', 'Finish the sentence: I stayed in too long because I …'],
    ['turning-point', 'disqualified', 'When was the first moment at which you could have left?'],
    ['winner', 'in-house', 'Who builds it for them?'],
  ])('of %s after %s', (id, outcome, words) => {
    expect(asking(id, { outcome }).ask).toBe(words);
  });

  test('of the compensating move give an example for the very reason', () => {
    expect(asking('compensation', { reason: 'product-gap' }).hint).toMatch(
      /^For example: a partner, a way around it, or finding out in the first call\. /,
    );
  });
});

async function dash(id: string): Promise<unknown> {
  const { form } = asking(id, NORTHWIND);
  if (form.form !== 'line' && form.form !== 'paragraphs') throw new Error(`${id} is not typed.`);
  return form.read(' - ');
}

describe('a lone dash', () => {
  test.each([
    ['winner', { winner: null }],
    ['said', { said: null }],
    ['own-it', { 'own-it': null }],
    ['contact', { contact: null }],
    ['decided-on', { 'decided-on': null }],
    ['offer', { amount: null, 'contract-months': null, terms: null }],
  ])('leaves %s out', async (id, nothing) => {
    expect(await dash(id)).toEqual({ value: nothing, understood: 'skipped' });
  });

  test('is what was typed where an answer is needed', async () => {
    expect(await dash('deal')).toMatchObject({ value: { deal: '-' } });
  });
});

describe('Enter', () => {
  test('skips', () => {
    expect(asking('forecast').enter).toEqual({ label: 'skip', said: 'skipped', answers: { forecast: null } });
  });

  test('skips every id of a question, but nothing that is only answered in passing', () => {
    expect(asking('offer').enter.answers).toEqual({ amount: null, 'contract-months': null, terms: null });
    expect(asking('door').enter.answers).toEqual({ 'call-on': null, 'decides-on': null, 'trigger-on': null });
  });

  test('stands for today', () => {
    expect(asking('decided-on').enter).toMatchObject({ label: 'today', answers: { 'decided-on': '2026-11-20' } });
  });

  test('stands for nothing where an answer is needed', () => {
    expect(asking('deal').enter.answers).toBeUndefined();
  });

  test('keeps an answer that stands there, and says which', () => {
    expect(asking('winner', { winner: 'Globex' }).enter).toEqual({
      label: 'keep "Globex"',
      said: 'Globex',
      answers: { winner: 'Globex' },
      isKept: true,
      clears: { winner: null },
    });
  });

  test('leaves a question skipped that was skipped before', () => {
    expect(asking('winner', { winner: null }).enter).toMatchObject({ answers: { winner: null }, isKept: true });
    expect(asking('winner', {}).enter).not.toHaveProperty('isKept');
  });

  test('keeps a needed answer that cannot be cleared', () => {
    expect(asking('deal', { deal: 'Contoso' }).enter).toEqual({
      label: 'keep "Contoso"',
      said: 'Contoso',
      answers: { deal: 'Contoso' },
      isKept: true,
    });
  });

  test('keeps the whole of an offer', () => {
    const offer = { amount: 148_000, currency: 'EUR', 'contract-months': 12, terms: 'onboarding free' };
    expect(asking('offer', offer).enter.answers).toEqual(offer);
  });

  test('keeps the ready-made sentence of the worst missed step', () => {
    const answers = { steps: { role: 'never', 'why-now': 'late' } };
    expect(asking('next-time', answers).enter.answers).toEqual({
      'next-time': 'Next time, when a demo is asked for, I will first ask why they want a solution now.',
    });
  });

  test('skips the next time where no step was missed', () => {
    expect(asking('next-time', { steps: { role: 'before' } }).enter).toEqual({
      label: 'skip',
      said: 'skipped',
      answers: { 'next-time': null },
    });
  });
});
