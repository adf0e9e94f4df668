import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/core/answers.ts';
import { firingRules, heaviest, readyMade } from '../../src/core/rules.ts';
import { contextWith, NORTHWIND } from '../support/northwind.ts';
import { LOSS } from '../support/shipped.ts';

function firing(different: Answers = {}): readonly string[] {
  return firingRules(LOSS, { ...NORTHWIND, ...different }, contextWith()).map(({ id }) => id);
}

function ready(different: Answers): string | undefined {
  return readyMade(LOSS, { ...NORTHWIND, ...different }, contextWith());
}

test('a rule fires where its condition holds', () => {
  expect(firing()).toEqual(
    expect.arrayContaining([
      'next-call',
      'thank-and-ask',
      'ask-their-role',
      'meet-the-decider',
      'learn-from-the-winner',
    ]),
  );
  expect(firing()).not.toContain('ask-why-now');
});

test('the heaviest rule of a slot is taken', () => {
  const rules = firingRules(LOSS, NORTHWIND, contextWith());
  expect([heaviest(rules, 'learn')?.id, heaviest(rules, 'message')?.id, heaviest([], 'call')]).toEqual([
    'ask-their-role',
    'thank-and-ask',
    undefined,
  ]);
});

describe('the sentence that stands ready', () => {
  test('is that of the worst missed step', () => {
    expect(ready({ steps: { role: 'late', 'why-now': 'never', timeframe: 'never' } })).toBe(
      'Next time, when a demo is asked for, I will first ask why they want a solution now.',
    );
  });

  test('fills in what is known', () => {
    expect(ready({ steps: null, 'contact-was': 'decider' })).toBe(
      'Next time, when a rival is in the deal, I will prepare one thing above all: proof.',
    );
  });

  test('is none where nothing was missed', () => {
    expect(ready({ steps: null, 'contact-was': 'decider', 'winner-edge': 'cannot-see' })).toBeUndefined();
  });
});
