import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { cautionsAbout, cautionsAboutEnding, sayCaution } from '../../src/core/polite-noes.ts';
import { POLITE_NOES } from '../support/shipped.ts';

const found = (words: string): readonly string[] =>
  cautionsAbout(words, POLITE_NOES).map(({ politeNo, phrase }) => `${politeNo}: ${phrase}`);

describe('a polite no', () => {
  test.each([
    ['You were a very close second.', 'close-second: a very close second'],
    ['In the end it came down to PRICE.', 'price: price'],
    ['It\u2019s just not the right time for us.', 'timing: not the right time'],
    ['We have decided to go in another\n direction.', 'another-direction: another direction'],
    ["We'll keep you in mind and get back to you", 'silence: get back to you'],
  ])('is found in %j', (words, caution) => {
    expect(found(words)).toEqual([caution]);
  });

  test.each([
    'The CFO felt Globex was the safer choice.',
    'Your team answered our questions three days late.',
    'It was not the price: nobody asked what we needed.',
    'Globex was priceless in the workshop.',
  ])('is not found in %j', (words) => {
    expect(found(words)).toEqual([]);
  });

  test('is found beside the words that turn another one round', () => {
    expect(found('It was not the price but bad timing.')).toEqual(['timing: bad timing']);
  });

  test('is named once for each kind, with the phrase it was found by', () => {
    const [caution, ...others] = cautionsAbout('Price, pricing, and again the price.', POLITE_NOES);
    expect(others).toEqual([]);
    expect(caution && sayCaution(caution)).toMatch(/^"price": Price is easier to say/);
  });
});

test('silence needs no words', () => {
  expect(cautionsAboutEnding('unknown', undefined, POLITE_NOES)).toMatchObject([{ politeNo: 'silence' }]);
  expect(cautionsAboutEnding('lost-competitor', undefined, POLITE_NOES)).toEqual([]);
});

test('a caution never holds a word of theirs that is not on the list', () => {
  const phrases = POLITE_NOES.flatMap((politeNo) => politeNo.phrases);
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(...phrases), fc.string(), (before, phrase, after) => {
      const cautions = cautionsAbout(`${before} ${phrase} ${after}`, POLITE_NOES);
      for (const caution of cautions) expect(phrases).toContain(caution.phrase);
    }),
  );
});

test('every listed phrase is found by itself', () => {
  for (const { id, phrases } of POLITE_NOES) {
    for (const phrase of phrases)
      expect([phrase, ...cautionsAbout(phrase, POLITE_NOES).map(({ politeNo }) => politeNo)]).toContain(id);
  }
});
