import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/core/answers.ts';
import {
  factsOf,
  earlierMisses,
  earlierWithReason,
  isBadBusiness,
  missedSteps,
  missedWords,
} from '../../src/core/facts.ts';
import type { Context } from '../../src/core/questions/kind.ts';
import { day, TODAY } from '../support/days.ts';
import { contextWith, NORTHWIND, pastLoss } from '../support/northwind.ts';
import { LOSS } from '../support/shipped.ts';

test.each<[string, string | number | undefined, Answers]>([
  ['outcome', 'lost-competitor', NORTHWIND],
  ['amount', 148_000, NORTHWIND],
  ['contact', 'Dana Reyes', NORTHWIND],
  ['steps', 'given', NORTHWIND],
  ['call-on', undefined, NORTHWIND],
  ['winner', undefined, {}],
  ['steps.role', 'never', NORTHWIND],
  ['steps.role', 'unknown', { steps: { timeframe: 'late' } }],
  ['steps.role', 'unknown', { steps: null }],
  ['steps.role', undefined, {}],
  ['missed.Qualifying', 1, NORTHWIND],
  ['done.Qualifying', 2, NORTHWIND],
  ['done.Discovery', 2, NORTHWIND],
  ['missed.Discovery', 2, { steps: { priorities: 'late', rechecked: 'no' } }],
  ['missed.Qualifying', 0, { steps: { role: 'unknown' } }],
  ['done.Qualifying', 0, { steps: { role: 'unknown' } }],
  ['primary-reason', 'budget-absent', { reason: 'price', requoted: 'yes' }],
  ['control', 'fixed', { reason: 'product-gap' }],
  ['control', undefined, { reason: null }],
  ['outcome-group', 'nobody', { outcome: 'cancelled' }],
  ['door', 'open', { again: 'yes' }],
  ['door', 'closed', { again: 'no' }],
  ['currency.known', 'yes', {}],
])('%s can be %s', (name, value, answers) => {
  expect(factsOf(LOSS, answers, contextWith())(name)).toBe(value);
});

test('the currency is not known before the settings have one', () => {
  const { settings, ...rest } = contextWith();
  const context = { ...rest, settings: { ...settings, currency: undefined } };
  expect(factsOf(LOSS, {}, context)('currency.known')).toBe('no');
});

test('what was missed is said in the words of the framework', () => {
  const answers = { steps: { timeframe: 'late', 'why-now': 'before', role: 'never' } };
  expect(missedWords(LOSS, 'Qualifying', answers)).toEqual([
    'their time frame asked late',
    "your contact's role never asked",
  ]);
});

test('a step nobody remembers is neither missed nor done', () => {
  const answers = { steps: { timeframe: 'unknown', 'why-now': 'never', role: 'before', rechecked: 'no' } };
  expect(missedSteps(LOSS, answers).map(({ id }) => id)).toEqual(['why-now', 'rechecked']);
});

describe('an account that is not wanted', () => {
  test.each<[Answers, boolean]>([
    [{ again: 'yes' }, false],
    [{ again: 'only-if' }, false],
    [{ again: 'no' }, true],
    [{ again: null }, false],
    [{}, false],
    [{ outcome: 'disqualified', again: null }, true],
    [{ reason: 'bad-fit', again: null }, true],
    [{ reason: 'terms-nonnegotiable', again: null }, true],
    [{ reason: 'price', requoted: 'no', underneath: 'bad-fit', again: null }, true],
    [{ outcome: 'we-walked-away', again: null }, false],
    [{ outcome: 'disqualified', again: 'yes' }, false],
    [{ reason: 'bad-fit', again: 'only-if' }, false],
    [{ reason: 'terms-nonnegotiable', again: 'yes' }, false],
  ])('%j: %s', (answers, expected) => {
    expect(isBadBusiness(answers)).toBe(expected);
  });
});

/** A context in which deals were lost on these days. */
function within(days: readonly string[]): Context {
  const losses = days.map((text) => pastLoss({ decidedOn: day(text) }));
  return contextWith({ history: { losses, reasonCounts: {} } });
}

describe('earlier losses', () => {
  test.each([
    ['2026-11-20', 1, 'on the same day'],
    ['2026-05-24', 1, '180 days before'],
    ['2026-05-23', 0, '181 days before'],
    ['2026-11-21', 0, 'a day later, which is not earlier'],
  ])('a miss on %s counts %i times: %s', (text, count) => {
    expect(earlierMisses('role', TODAY, within([text]))).toHaveLength(count);
    expect(earlierWithReason('no-urgency', TODAY, within([text]))).toHaveLength(count);
  });

  test('only losses with the same step missed count', () => {
    expect(earlierMisses('why-now', TODAY, within(['2026-09-11']))).toEqual([]);
  });

  test('without a reason nothing repeats it', () => {
    const history = { losses: [pastLoss({ primaryReason: undefined })], reasonCounts: {} };
    expect(earlierWithReason(undefined, TODAY, contextWith({ history }))).toEqual([]);
  });
});
