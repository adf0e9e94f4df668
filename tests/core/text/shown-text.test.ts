import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CONTROL } from '../../support/control-characters.ts';
import { anyText } from '../../support/any-text.ts';
import { shownText } from '../../../src/core/text/shown-text.ts';

test('a terminal that knows fine characters gets them', () => {
  expect(shownText('“free” – 5 €…', false)).toBe('“free” – 5 €…');
});

test('a plain terminal gets plain ones', () => {
  expect(shownText('“free” – 5 €… → Dana’s', true)).toBe('"free" - 5 EUR... -> Dana\'s');
});

test('a line break on a plain terminal is a plain mark', () => {
  expect(shownText('a\nb', true)).toBe('a / b');
});

test('either way, nothing drives the terminal', () => {
  fc.assert(
    fc.property(anyText(), fc.boolean(), (text, ascii) => {
      expect(shownText(text, ascii)).not.toMatch(CONTROL);
    }),
  );
});
