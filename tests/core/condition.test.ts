import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Condition, factsNamedIn, type FactValue, holds, valuesNamedIn } from '../../src/core/condition.ts';

const facts = (name: string): FactValue | undefined =>
  new Map<string, FactValue>([
    ['outcome', 'postponed'],
    ['steps.role', 'late'],
    ['missed.Qualifying', 2],
    ['amount', 0],
  ]).get(name);

test.each<[string, Condition | undefined, boolean]>([
  ['nothing is asked for', undefined, true],
  ['nothing is asked for in it', {}, true],
  ['the fact is that value', { outcome: 'postponed' }, true],
  ['the fact is another value', { outcome: 'cancelled' }, false],
  ['the fact is one of these', { 'steps.role': ['late', 'never'] }, true],
  ['the fact is none of these', { 'steps.role': ['before', 'never'] }, false],
  ['the fact is not known', { winner: 'Globex' }, false],
  ['the fact is not that value', { outcome: { not: 'cancelled' } }, true],
  ['the fact is that value after all', { outcome: { not: 'postponed' } }, false],
  ['the fact is not one of these', { outcome: { not: ['cancelled', 'postponed'] } }, false],
  ['an unknown fact is not that value', { winner: { not: 'Globex' } }, true],
  ['the fact is answered', { outcome: { answered: true } }, true],
  ['zero is an answer', { amount: { answered: true } }, true],
  ['the fact is not answered', { winner: { answered: false } }, true],
  ['the fact is answered after all', { outcome: { answered: false } }, false],
  ['the number is large enough', { 'missed.Qualifying': { 'at-least': 2 } }, true],
  ['the number is too small', { 'missed.Qualifying': { 'at-least': 3 } }, false],
  ['the number is small enough', { 'missed.Qualifying': { 'at-most': 2 } }, true],
  ['the number is too large', { 'missed.Qualifying': { 'at-most': 1 } }, false],
  ['an unknown number is large enough', { forecast: { 'at-least': 0 } }, false],
  ['an unknown number is small enough', { forecast: { 'at-most': 100 } }, false],
  ['every key holds', { outcome: 'postponed', 'steps.role': 'late' }, true],
  ['one key does not', { outcome: 'postponed', 'steps.role': 'never' }, false],
  ['every operator holds', { 'missed.Qualifying': { 'at-least': 1, 'at-most': 3, not: 3 } }, true],
  ['all of these hold', { all: [{ outcome: 'postponed' }, { 'steps.role': 'late' }] }, true],
  ['all but one hold', { all: [{ outcome: 'postponed' }, { 'steps.role': 'never' }] }, false],
  ['any of these holds', { any: [{ outcome: 'cancelled' }, { 'steps.role': 'late' }] }, true],
  ['not any of these holds', { any: [{ outcome: 'cancelled' }, { 'steps.role': 'never' }] }, false],
  ['none of these holds', { none: [{ outcome: 'cancelled' }, { 'steps.role': 'never' }] }, true],
  ['none, but one does', { none: [{ outcome: 'postponed' }] }, false],
  ['conditions stand inside conditions', { any: [{ all: [{ none: [{ outcome: 'cancelled' }] }] }] }, true],
])('where %s: %j', (_what, condition, expected) => {
  expect(holds(condition, facts)).toBe(expected);
});

const NESTED: Condition = {
  again: { not: ['no', 'only-if'] },
  any: [{ outcome: ['postponed', 'unknown'] }, { none: [{ forecast: { 'at-least': 50, 'at-most': 90 } }] }],
};

test('every fact that a condition looks at is named', () => {
  expect(factsNamedIn(NESTED)).toEqual(['again', 'outcome', 'forecast']);
});

test('every value that a fact is compared with is named', () => {
  expect(valuesNamedIn(NESTED)).toEqual([
    ['again', 'no'],
    ['again', 'only-if'],
    ['outcome', 'postponed'],
    ['outcome', 'unknown'],
    ['forecast', 50],
    ['forecast', 90],
  ]);
});

describe('laws', () => {
  const names = ['outcome', 'steps.role', 'amount', 'winner'];
  const value = fc.constantFrom<FactValue>('postponed', 'late', 0, 7);
  const test1 = fc.oneof(
    value,
    fc.array(value, { minLength: 1, maxLength: 3 }),
    fc.record({ not: value }),
    fc.record({ answered: fc.boolean() }),
    fc.record({ 'at-least': fc.integer({ min: -1, max: 8 }) }),
  );
  const { condition } = fc.letrec<{ condition: Condition; flat: Condition; junction: Condition }>((tie) => ({
    condition: fc.oneof({ maxDepth: 3 }, tie('flat'), tie('junction')),
    flat: fc.dictionary(fc.constantFrom(...names), test1, { maxKeys: 2 }),
    junction: fc
      .tuple(fc.constantFrom('all', 'any', 'none'), fc.array(tie('condition'), { minLength: 1, maxLength: 3 }))
      .map(([key, inner]) => ({ [key]: inner })),
  }));

  test('none is the opposite of any', () => {
    fc.assert(
      fc.property(fc.array(condition, { minLength: 1, maxLength: 3 }), (inner) => {
        expect(holds({ none: inner }, facts)).toBe(!holds({ any: inner }, facts));
      }),
    );
  });

  test('a condition only depends on the facts it names', () => {
    fc.assert(
      fc.property(condition, (one) => {
        const named = factsNamedIn(one);
        expect(holds(one, (name) => (named.includes(name) ? facts(name) : 'something else'))).toBe(holds(one, facts));
      }),
    );
  });
});
