import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '../../support/any-text.ts';
import { cleanJson, cleanText } from '../../../src/core/text/clean-text.ts';

/** These must never come through; the line break may. */
const DRIVES_A_TERMINAL = /(?!\n)[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/u;

/** Any text, with the dangerous characters far more often than chance would bring them. */
function hostileText(): fc.Arbitrary<string> {
  const dangerous = fc.constantFrom(
    '\u0000',
    '\u0007',
    '\b',
    '\t',
    '\n',
    '\r',
    '\u001b',
    '\u007f',
    '\u0085',
    '\u009b',
    '\u009d',
    '\u061c',
    '\u200b',
    '\u200e',
    '\u200f',
    '\u2028',
    '\u2029',
    '\u202a',
    '\u202e',
    '\u2060',
    '\u2066',
    '\u2069',
    '\ufeff',
    '\ud800',
    '\udfff',
  );
  const unit = fc.oneof(dangerous, anyText(), fc.constantFrom('[2J', ']52;c;', '\\', '"'));
  return fc.array(unit, { maxLength: 20 }).map((units) => units.join(''));
}

describe('cleanText', () => {
  test.each([
    ['colour', '\u001b[31mred\u001b[0m', '^[[31mred^[[0m'],
    ['a window title', '\u001b]0;owned\u0007', '^[]0;owned^G'],
    ['a copy to the clipboard (OSC 52)', '\u001b]52;c;c2VjcmV0\u0007', '^[]52;c;c2VjcmV0^G'],
    ['a link (OSC 8)', '\u001b]8;;https://globex.example\u001b\\Globex', '^[]8;;https://globex.example^[\\Globex'],
    ['a question to the terminal (DECRQSS)', '\u001bP$q"p\u001b\\', '^[P$q"p^[\\'],
    ['the one-character CSI', '\u009b2J', '<U+009B>2J'],
    ['a backspace', 'yes\b\b\bno', 'yes^H^H^Hno'],
    ['a null', 'Con\u0000toso', 'Con^@toso'],
    ['a delete', 'Con\u007ftoso', 'Con^?toso'],
    ['text turned round', 'Dana \u202egnihton\u202c', 'Dana <U+202E>gnihton<U+202C>'],
    ['an isolate', '\u2066Dana\u2069', '<U+2066>Dana<U+2069>'],
    ['marks of direction', '\u200eA\u200fB\u061cC', '<U+200E>A<U+200F>B<U+061C>C'],
    ['invisible characters', 'Glo\u200bb\u2060e\ufeffx', 'Globex'],
    ['a tab', 'a\tb', 'a b'],
    ['half a character', 'x\ud800y', 'x\ufffdy'],
  ])('%s is made harmless', (_what, text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });

  test.each(['Müller & Söhne', 'Ελλάδα', '株式会社', '👩‍🚀 and her team', 'onboarding – free'])(
    '%s stays as it is',
    (text) => {
      expect(cleanText(text)).toBe(text);
    },
  );

  test.each(['\n', '\r\n', '\r', '\u2028', '\u2029'])(
    'the line break %j is marked on one line and kept in a paragraph',
    (mark) => {
      expect([cleanText(`a${mark}b`), cleanText(`a${mark}b`, 'keep')]).toEqual(['a ⏎ b', 'a\nb']);
    },
  );

  test('no text at all drives a terminal', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        expect(cleanText(text)).not.toMatch(DRIVES_A_TERMINAL);
        expect(cleanText(text)).not.toContain('\n');
        expect(cleanText(text, 'keep')).not.toMatch(DRIVES_A_TERMINAL);
      }),
    );
  });

  test('what is clean stays as it is', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
      }),
    );
  });
});

describe('cleanJson', () => {
  test('the same value comes back, and nothing in between drives a terminal', () => {
    fc.assert(
      fc.property(fc.dictionary(hostileText(), hostileText()), fc.constantFrom(undefined, 2), (value, indent) => {
        const json = cleanJson(JSON.stringify(value, undefined, indent));
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(json.replaceAll('\n', '')).not.toMatch(DRIVES_A_TERMINAL);
      }),
    );
  });
});
