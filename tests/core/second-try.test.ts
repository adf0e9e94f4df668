import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '../support/any-text.ts';
import type { SecondTry } from '../../src/core/framework.ts';
import { secondTry } from '../../src/core/second-try.ts';
import { NORTHWIND, questionIn } from '../support/northwind.ts';
import { LOSS } from '../support/shipped.ts';

function shippedTries(): SecondTry {
  const tries = questionIn(LOSS, 'own-it')['second-try'];
  if (!tries) throw new Error('The question no longer offers a second try.');
  return tries;
}

const TRIES = shippedTries();

describe('a sentence about them, the price or the market gets a friendly second try', () => {
  test.each([
    'they chose price',
    'They chose price',
    "they'd already decided",
    'they’d already decided',
    'Their board said no',
    'he never called back',
    'it was the price',
    "it's too expensive",
    'it’s the price',
    'it was about money',
    'due to the budget',
    'my boss said no discount',
    'the price',
    'the budget was cut',
    'the market is down',
    'the economy',
    'Price.',
    'procurement took over',
    'nobody told me',
    'our price was too high',
    'because they had no money',
    'because that they had no money',
    'I lost this because they wanted it cheaper',
    'I lost because the budget was cut',
    'I stayed in too long because they kept asking',
    'I lost this because … they wanted it cheaper',
    'Globex undercut us',
    'globex undercut us',
    'Dana Reyes wanted someone else',
    'Dana wanted someone else',
    'Northwind Logistics went with the cheaper one',
  ])('%s', (sentence) => {
    expect(secondTry(TRIES, sentence, NORTHWIND)).toBe(TRIES.say);
  });
});

describe('a sentence of one’s own stands', () => {
  test.each([
    'I never asked',
    "didn't ask why now",
    'I lost this because I never asked',
    'because I rushed the demo',
    'theory never convinced me',
    'itinerary and demo were badly planned by me',
    'hers was the meeting I skipped',
    'pricey tools were all I showed',
    'I trusted that they would call',
    'never met the CFO',
    'Globexit was not on my list',
    'we answered late',
    'it was my demo',
    'it took me a week to answer',
    '',
    'because',
  ])('%j', (sentence) => {
    expect(secondTry(TRIES, sentence, NORTHWIND)).toBeUndefined();
  });
});

test('names that are not known say nothing about a sentence', () => {
  expect(secondTry(TRIES, 'Globex undercut us', { winner: null, contact: null })).toBeUndefined();
});

test('no sentence makes it throw', () => {
  fc.assert(
    fc.property(anyText(), fc.string(), (sentence, winner) => {
      expect([undefined, TRIES.say]).toContain(secondTry(TRIES, sentence, { winner }));
    }),
  );
});
