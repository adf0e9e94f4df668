import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { qValues } from '../../../src/core/statistics/benjamini-hochberg.ts';

const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 });

// Benjamini & Hochberg 1995, section 3.2.
const PUBLISHED = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
];

describe('the q of each p', () => {
  test('calls the four of fifteen that were published', () => {
    expect(qValues(PUBLISHED).filter((q) => (q ?? 1) <= 0.05)).toHaveLength(4);
  });

  test('has the values that R gives for the same fifteen', () => {
    const expected = [0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.06385714, 0.06385714, 0.0645, 0.0765];
    for (const [index, q] of expected.entries()) expect(qValues(PUBLISHED)[index]).toBeCloseTo(q, 8);
  });

  test('is p itself for a single test', () => {
    expect(qValues([0.03])).toEqual([0.03]);
  });

  test('leaves out what was not tested', () => {
    expect(qValues([0.01, undefined, 0.04])).toEqual([0.02, undefined, 0.04]);
    expect(qValues([undefined])).toEqual([undefined]);
  });

  test('is never below p, nor above 1', () => {
    fc.assert(
      fc.property(pValues, (ps) => {
        for (const [index, q] of qValues(ps).entries())
          expect((ps[index] ?? 0) <= (q ?? -1) && (q ?? 2) <= 1).toBe(true);
      }),
    );
  });

  test('grows with p', () => {
    fc.assert(
      fc.property(pValues, (ps) => {
        const qs = qValues(ps.toSorted((one, other) => one - other)).map((q) => q ?? -1);
        expect(qs).toEqual(qs.toSorted((one, other) => one - other));
      }),
    );
  });

  test('is found at any place in the list', () => {
    fc.assert(
      fc.property(pValues, (ps) => {
        expect(qValues(ps.toReversed()).toReversed()).toEqual(qValues(ps));
      }),
    );
  });
});
