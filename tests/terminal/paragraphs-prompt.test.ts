import { expect, test } from 'vitest';
import { said } from '../support/asked-questions.mjs';
import { answersAfter, entered, key, pasted, pressing, rowsAfter, rowsOf, PLAIN, text } from '../support/pressing.ts';

test('keeps every line of a burst and ends with the Enter that nothing followed', async () => {
  expect(await answersAfter(said, entered('We liked you.\n\nGlobex was safer.'))).toEqual({
    said: 'We liked you.\n\nGlobex was safer.',
  });
});

test('shows a pasted text with its count of lines, and waits for Enter', async () => {
  expect((await rowsAfter(said, pasted('We liked you.\nGlobex was safer.'))).slice(2)).toEqual([
    'Paste or type; Enter ends it. Enter: skip   ? why   < back   Ctrl-G editor',
    '2 lines',
    '> We liked you.',
    '  Globex was safer.',
  ]);
});

test('shows the last six rows of a long text', async () => {
  const lines = Array.from({ length: 40 }, (_, index) => `line ${index + 1}`);
  const rows = await rowsAfter(said, pasted(lines.join('\n')));
  expect(rows.slice(3)).toEqual(['40 lines', ...lines.slice(-6).map((line) => `  ${line}`)]);
});

test('Backspace at the start of a line joins it to the one before', async () => {
  expect(await answersAfter(said, pasted('We liked\nyou'), key('line-start'), key('erase'), key('enter'))).toEqual({
    said: 'We likedyou',
  });
});

test('Ctrl-G starts the editor from the present text where nothing is typed', async () => {
  expect(await pressing(said, key('editor'))).toMatchObject({ kind: 'editor', text: 'The CFO felt Globex was safer.' });
});

test('Ctrl-G takes the text so far to the editor and comes back with the edited one', async () => {
  const ending = await pressing(said, text('We liked you.'), key('editor'));
  if (!('kind' in ending) || ending.kind !== 'editor') throw new Error('The editor was not asked for.');
  expect(ending.text).toBe('We liked you.');
  const screen = { prompt: ending.resume('We liked you.\nBut.') };
  expect(rowsOf(said, screen, PLAIN).slice(-2)).toEqual(['> We liked you.', '  But.']);
});

test('keeps a text of lines as one line in the transcript', async () => {
  expect(await rowsAfter(said, entered('We liked you.\n\nBut.'))).toEqual([
    'What did they say, in their own words?  We liked you. ⏎ But.',
  ]);
});
