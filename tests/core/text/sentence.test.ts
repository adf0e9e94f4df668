import { expect, test } from 'vitest';
import { begins, capitalised, counted, listed, unstopped, without } from '../../../src/core/text/sentence.ts';

test.each([
  ['They chose price', ['they'], true],
  ['THEY chose price', ['they'], true],
  ['  they', ['they'], true],
  ["they're cheaper", ['they'], true],
  ['They’d rather wait', ["they'd"], true],
  ['theory never convinced me', ['the', 'they'], false],
  ['it was late', ['i', 'he'], false],
  ['the budget was cut', ['the budget'], true],
  ['the budgeting was mine', ['the budget'], false],
  ['', ['they'], false],
])('whether %j begins with %j: %s', (text, phrases, expected) => {
  expect(begins(text, phrases)).toBe(expected);
});

test.each([
  ['Because I never asked', ['because'], 'I never asked'],
  ['because, honestly, I rushed', ['because'], 'honestly, I rushed'],
  ['I lost this because … I rushed', ['i lost this because', 'because'], 'I rushed'],
  ['I rushed', ['because'], 'I rushed'],
  ['because', ['because'], ''],
])('%j without %j is %j', (text, phrases, rest) => {
  expect(without(text, phrases)).toBe(rest);
});

test.each([
  ['I will ask first.', 'I will ask first'],
  ['  I will ask first ', 'I will ask first'],
  ['Why now?', 'Why now?'],
])('%j without its full stop is %j', (text, rest) => {
  expect(unstopped(text)).toBe(rest);
});

test.each([
  [[], ''],
  [['Globex'], 'Globex'],
  [['Globex', 'Contoso'], 'Globex and Contoso'],
  [['Globex', 'Contoso', 'Dana'], 'Globex, Contoso and Dana'],
])('%j are listed as %j', (items, text) => {
  expect(listed(items)).toBe(text);
});

test('a choice is listed with or', () => {
  expect(listed(['yes', 'only-if', 'no'], 'or')).toBe('yes, only-if or no');
});

test.each([
  [0, '0 days'],
  [1, '1 day'],
  [2, '2 days'],
])('%i is said as %s', (count, text) => {
  expect(counted(count, 'day')).toBe(text);
});

test('an odd plural is given', () => {
  expect(counted(2, 'loss', 'losses')).toBe('2 losses');
});

test.each([
  ['élan', 'Élan'],
  ['', ''],
])('%j begins with a capital as %j', (text, expected) => {
  expect(capitalised(text)).toBe(expected);
});
