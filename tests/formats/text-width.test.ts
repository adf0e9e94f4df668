import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { isNarrow } from '../../src/core/text/narrow-text.ts';
import { readyFor, textWidth } from '../../src/formats/text-width.ts';

test('every character that is taken for narrow is one column wide', () => {
  const wrong = Array.from({ length: 0x11_0000 - 0x20 }, (_, index) => index + 0x20)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code))
    .filter((character) => isNarrow(character) && stringWidth(character) !== 1);
  expect(wrong).toEqual([]);
});

test('wide text is as wide as it is, and what is not ready is no guess', async () => {
  expect(() => textWidth('中文')).toThrow('Nothing is ready');
  await readyFor('中文', Number.POSITIVE_INFINITY);
  expect(textWidth('中文')).toBe(4);
});
