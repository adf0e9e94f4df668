import * as fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { loadWidths } from '../../src/core/text/wide-text.ts';
import { graphemes, textWidth } from '../../src/terminal/text-width.ts';

test('every character that is taken for narrow is one column wide and one grapheme', async () => {
  await loadWidths('中');
  const segmenter = new Intl.Segmenter();
  for (let code = 0x20; code < 0x3000; code += 1) {
    const character = String.fromCodePoint(code);
    expect([code.toString(16), textWidth(character)]).toEqual([code.toString(16), stringWidth(character)]);
    const between = `a${character}b`;
    expect(graphemes(between)).toEqual(Array.from(segmenter.segment(between), ({ segment }) => segment));
  }
});

test('any text takes as many columns as it takes', async () => {
  await loadWidths('中');
  const words = fc.string({ unit: fc.constantFrom('Globex', ' ', 'é', 'e\u0301', '中', '👩‍👩‍👧', '·', '…', '€') });
  fc.assert(
    fc.property(words, (text) => {
      expect(textWidth(text)).toBe(stringWidth(text));
    }),
  );
});
