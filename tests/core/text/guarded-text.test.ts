import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guarded, unguarded } from '../../../src/core/text/guarded-text.ts';
import { anyText } from '../../support/any-text.ts';

/** Texts that begin as formulas do, or as if they had been guarded, are what matters. */
const likelyText = fc.tuple(
  fc.constantFrom('', '=', '+', '-', '@', '\t', '\r', '\n', "'", "'=", "''@", '＝'),
  anyText(),
);

test('any text comes back as it was, and none begins a formula while it is guarded', () => {
  fc.assert(
    fc.property(likelyText, ([begin, rest]) => {
      const text = begin + rest;
      expect(unguarded(guarded(text))).toBe(text);
      expect(guarded(text)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
    }),
  );
});
