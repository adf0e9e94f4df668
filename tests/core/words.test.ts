import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/core/answers.ts';
import { combinedNames, sayAnswer, sayQuestion, wordsOf } from '../../src/core/words.ts';
import { contextWith, NORTHWIND, questionIn } from '../support/northwind.ts';
import { LOSS } from '../support/shipped.ts';

function words(name: string, different: Answers = {}): string | undefined {
  return wordsOf(LOSS, { ...NORTHWIND, ...different }, contextWith())(name);
}

test.each([
  ['deal', 'Northwind Logistics'],
  ['outcome', 'another vendor'],
  ['winner-edge', 'proof'],
  ['contract-months', '12 months'],
  ['forecast', '80 %'],
  ['decided-on', 'Friday 20 November 2026'],
  ['contact', 'Dana Reyes'],
  ['contact.first', 'Dana'],
  ['reason.label', 'no way to the one who decides'],
  ['steps.role', 'never'],
  ['steps.role.missed', "your contact's role never asked"],
  ['steps.why-now.missed', undefined],
  ['missed.Qualifying', "your contact's role never asked"],
  ['missed.Discovery', undefined],
  ['said', 'The CFO felt Globex was the safer choice'],
  ['said.quote', 'They said: "The CFO felt Globex was the safer choice".'],
  ['own-it.quote', 'You wrote: "I never asked who signs".'],
  ['call-on', undefined],
  ['no-such-thing', undefined],
])('{%s} is said as %j', (name, expected) => {
  expect(words(name)).toBe(expected);
});

test('an answer to a question that does not apply has no words', () => {
  expect(words('winner', { outcome: 'cancelled' })).toBeUndefined();
});

describe('a long text', () => {
  test('is cut between words', () => {
    const said = 'They went on and on. '.repeat(20);
    const brief = words('said', { said }) ?? '';
    expect(brief.length).toBeLessThanOrEqual(162);
    expect(brief).toMatch(/^They went on and on\. .*(?:They|went|on|and|on\.) …$/);
  });

  test('without a space is cut all the same', () => {
    expect(words('said', { said: 'x'.repeat(500) })).toMatch(/^x{100,160} …$/);
  });

  test('of several paragraphs stands for itself with its first', () => {
    expect(words('said', { said: '\nWe went with Globex.\n\nDana' })).toBe('We went with Globex …');
  });
});

test('a question is said with all that it was answered with', () => {
  expect(sayQuestion(LOSS, questionIn(LOSS, 'winner'), NORTHWIND, contextWith())).toBe('Globex');
  expect(
    sayQuestion(
      LOSS,
      questionIn(LOSS, 'door'),
      { again: 'yes', trigger: 'the new budget year', 'trigger-on': '2027-04-01' },
      contextWith(),
    ),
  ).toBe('the new budget year, Thursday 1 April 2027');
});

test('a skipped question has no words', () => {
  expect(sayQuestion(LOSS, questionIn(LOSS, 'door'), NORTHWIND, contextWith())).toBeUndefined();
  expect(sayAnswer(LOSS, { said: null }, 'said', contextWith())).toBeUndefined();
});

test('the names that are put together are known to the checks', () => {
  expect(combinedNames()).toEqual(['contact', 'contact.first', 'reason.label', 'demo-stage']);
});
