import { describe, expect, test } from 'vitest';
import type { Framework } from '../../src/core/framework.ts';
import { canHold } from '../../src/core/satisfiable.ts';
import { partsOf } from '../../src/core/interview.ts';
import { filled } from '../../src/core/template.ts';
import { LOSS, REASONS, WIN } from '../support/shipped.ts';

/** Every id that a framework's questions answer, once. */
function idsOf({ questions }: Framework): readonly string[] {
  return [...new Set(questions.flatMap((question) => partsOf(question).map(({ id }) => id)))];
}

describe('why deals are lost', () => {
  test.each([
    ['budget-absent', 'fixed', 180],
    ['value-not-shown', 'control', 90],
    ['needs-misread', 'control', 60],
    ['access-authority', 'control', 60],
    ['single-threaded', 'influence', 90],
    ['no-urgency', 'influence', 90],
    ['timing-trigger', 'fixed', 90],
    ['trust-risk', 'influence', 120],
    ['product-gap', 'fixed', 180],
    ['implementation', 'influence', 120],
    ['incumbent-tie', 'influence', 180],
    ['process-execution', 'control', 60],
    ['procurement-legal', 'influence', 60],
    ['terms-nonnegotiable', 'fixed', 180],
    ['bad-fit', 'control', 180],
    ['other', 'influence', 90],
  ])('%s: %s, followed up after %i days', (code, control, days) => {
    expect(REASONS.reasons.find((reason) => reason.code === code)).toMatchObject({ control, 'follow-up-days': days });
  });

  test('there are sixteen of them, each once', () => {
    expect(new Set(REASONS.reasons.map(({ code }) => code)).size).toBe(16);
    expect(REASONS.reasons).toHaveLength(16);
  });

  test('price is one line for two of them', () => {
    expect(REASONS.reasons.filter(({ line }) => line === 'price').map(({ code }) => code)).toEqual([
      'budget-absent',
      'value-not-shown',
    ]);
  });
});

describe('the ids are a contract', () => {
  test('after a loss', () => {
    expect(idsOf(LOSS)).toEqual([
      'deal',
      'amount',
      'currency',
      'contract-months',
      'terms',
      'decided-on',
      'forecast',
      'outcome',
      'winner',
      'winner-edge',
      'said',
      'reason',
      'requoted',
      'underneath',
      'reason-note',
      'steps',
      'contact-was',
      'turning-point',
      'own-it',
      'next-time',
      'compensation',
      'nothing-in-my-control',
      'again',
      'red-flag',
      'trigger',
      'call-on',
      'decides-on',
      'trigger-on',
      'contact',
      'call-next',
    ]);
  });

  test('after a win', () => {
    expect(idsOf(WIN)).toEqual([
      'deal',
      'amount',
      'currency',
      'contract-months',
      'terms',
      'decided-on',
      'forecast',
      'beaten',
      'said',
      'nearly-lost',
      'steps',
      'contact-was',
      'keep',
      'experiment',
    ]);
  });
});

test('a loss has thirteen numbered questions', () => {
  const numbers = LOSS.questions.flatMap(({ number }) => (number === undefined ? [] : [Number.parseInt(number, 10)]));
  expect([...new Set(numbers)]).toEqual(Array.from({ length: 13 }, (_, index) => index + 1));
});

test.each([
  ['loss', LOSS],
  ['win', WIN],
])('the reflections of a %s never stand where they may be shared', (_id, framework) => {
  const reflections = new Set([
    'own-it',
    'next-time',
    'compensation',
    'nothing-in-my-control',
    'nearly-lost',
    'keep',
    'experiment',
    'reason-note',
  ]);
  for (const question of framework.questions) {
    for (const { id } of partsOf(question)) {
      const answerClass = typeof question.class === 'string' ? question.class : question.class[id];
      expect([id, answerClass === 'reflection']).toEqual([id, reflections.has(id)]);
    }
  }
});

describe.each([
  ['loss', LOSS],
  ['win', WIN],
])('the advice after a %s', (_id, framework) => {
  test.each(framework.rules.map((rule) => [rule.id, rule] as const))('%s can be given', (_rule, { when }) => {
    expect(canHold(when, framework, REASONS)).toBe(true);
  });

  test('is written as when and I will', () => {
    for (const { id, action } of framework.rules)
      expect([id, action]).toEqual([id, expect.stringMatching(/^(?:When|Next time) .*, I will /)]);
  });

  test('is plain: no exclamation marks', () => {
    const texts = [
      ...framework.questions.flatMap(({ ask, hint, why }) => [ask, hint ?? '', why]),
      ...framework.rules.flatMap(({ action, because, message }) => [action, because, message ?? '']),
    ];
    for (const text of texts) expect(filled(text, () => 'x')).not.toContain('!');
  });
});
