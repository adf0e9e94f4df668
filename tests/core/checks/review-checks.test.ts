import { describe, expect, test } from 'vitest';
import type { Framework, Question } from '../../../src/core/framework.ts';
import { complaintsAbout } from '../../../src/core/checks/framework-checks.ts';
import { DEEP, LOSS, REASONS, SECOND_LOOK } from '../../support/shipped.ts';

/** What is said of a review with one question changed. */
function saidOf(framework: Framework, id: string, change: Partial<Question>): readonly string[] {
  const questions = framework.questions.map((question) => (question.id === id ? { ...question, ...change } : question));
  return said({ ...framework, questions });
}

function said(framework: Framework): readonly string[] {
  return complaintsAbout(framework, REASONS, LOSS).map(({ problem }) => problem);
}

describe('a review is checked together with the quick pass it goes back to', () => {
  test('what is shipped is in order', () => {
    expect([...said(DEEP), ...said(SECOND_LOOK)]).toEqual([]);
  });

  test('a condition on something that the quick pass does not know', () => {
    expect(saidOf(DEEP, 'weakness', { when: { 'first.mood': 'low' } })).toEqual([
      'the condition looks at "first.mood", which no question answers',
    ]);
  });

  test('a value that the quick pass never has', () => {
    expect(saidOf(DEEP, 'real-decider', { when: { 'first.contact-was': 'boss' } })).toEqual([
      '"first.contact-was" can never be "boss"',
    ]);
  });

  test('a condition that no quick pass can meet', () => {
    const when = { 'first.outcome-group': 'someone', 'first.outcome': 'postponed' };
    expect(saidOf(DEEP, 'weakness', { when })).toEqual(['question weakness can never be asked']);
  });

  test('a text with words that the quick pass does not have', () => {
    const rules = DEEP.rules.map((rule) => (rule.id === 'rescue' ? { ...rule, because: '{first.mood}' } : rule));
    expect(said({ ...DEEP, rules })).toEqual(['the text uses {first.mood}, which has no words']);
  });

  test('an action to close that no rule makes', () => {
    expect(said({ ...DEEP, fulfils: ['look-closely'] })).toEqual(['"look-closely" is no rule of the quick pass']);
  });
});

describe('where a framework has parts', () => {
  test('every question stands in one of them', () => {
    expect(saidOf(DEEP, 'smallest', { section: undefined })).toContain('question smallest stands in no section');
    expect(saidOf(DEEP, 'smallest', { section: 'regrets' })).toContain(
      'question smallest stands in the unknown section "regrets"',
    );
  });

  test('their questions stand together', () => {
    expect(saidOf(DEEP, 'smallest', { section: 'expected' })).toEqual(['question smallest stands behind its section']);
  });
});

test('what the log tells has to be an answer', () => {
  expect(saidOf(DEEP, 'missed-calls', { options: { none: 'no', one: 'one' } })).toEqual([
    'the log can say several, which question missed-calls does not offer',
  ]);
});

test.each<[string, Partial<Question>]>([
  ['when it is asked', { when: { 'first.outcome': 'postponed' } }],
  ['whether it is shown', { 'ask-when': { 'first.again': 'yes' } }],
  ['its words', { wording: [{ when: { 'first.outcome-group': 'us' }, ask: 'Why did you stay in?' }] }],
])('in a second look nothing may depend on the first answers: %s', (_what, change) => {
  expect(saidOf(SECOND_LOOK, 'own-it', change)).toEqual([
    expect.stringMatching(/^question own-it of a second look depends on "first\./),
  ]);
});
