import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyed } from '../../../src/core/questions/option-keys.ts';

function keys(...labels: string[]): string {
  return keyed(Object.fromEntries(labels.map((label, index) => [`code-${index}`, label])))
    .map(({ key }) => key)
    .join('');
}

test.each([
  [['before', 'late', 'never', 'unsure'], 'blnu'],
  [['Yes', 'No'], 'yn'],
  [['speed', 'proof', 'offer', 'product', 'ties'], 'abcde'],
])('%j are picked by %s', (labels, expected) => {
  expect(keys(...labels)).toBe(expected);
});

test('whatever the words and the language, no two options share a key', () => {
  const label = fc.oneof(fc.constantFrom('yes', 'yet', 'y', 'да', 'нет', '…', '1st'), fc.string({ minLength: 1 }));
  fc.assert(
    fc.property(fc.array(label, { minLength: 1, maxLength: 20 }), (labels) => {
      const found = keyed(Object.fromEntries(labels.map((one, index) => [`code-${index}`, one]))).map(({ key }) => key);
      expect(new Set(found).size).toBe(labels.length);
      expect(found.join('')).toMatch(/^[a-z0-9]+$/);
    }),
  );
});
