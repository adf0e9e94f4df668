import { expect, test } from 'vitest';
import { errorText } from '../../src/formats/error-text.ts';

test('a pause says the command to go on with on a line of its own where it does not fit beside the words', async () => {
  const paused = 'Paused. 3 answers kept in R1. Go on with: lossdebrief new --resume R1\n';
  expect((await errorText(paused, 50)).split('\n')).toEqual([
    'Paused. 3 answers kept in R1. Go on with:',
    'lossdebrief new --resume R1',
    '',
  ]);
  expect(await errorText(paused, 80)).toBe(paused);
});

test('an error and what to try stand beside their labels', async () => {
  const text =
    'error: There is no deal D99 on file, and none was ever deleted.\ntry:   See them all: lossdebrief list\n';
  expect((await errorText(text, 40)).split('\n')).toEqual([
    'error: There is no deal D99 on file, and',
    '       none was ever deleted.',
    'try:   See them all: lossdebrief list',
    '',
  ]);
});

test('what is data is not broken', async () => {
  const text =
    'error: The disk is full.\n{\n  "said": "The CFO felt Globex was the safer choice."\n}\ntry:   Make room.\n';
  expect(await errorText(text, 30)).toBe(text);
});
