import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { indented, line, quiet } from '../../src/core/page.ts';
import { cutTo, drawnPage, together } from '../../src/terminal/drawn-page.ts';
import { PLAIN } from '../support/pressing.ts';

const narrow = { ...PLAIN, columns: 24 };
const tagged = {
  ...narrow,
  paint: (text: string, as: string | undefined) => (as === undefined ? text : `<${as} ${text}>`),
};

test('breaks between words and keeps the indent', () => {
  expect(drawnPage([indented(2, 'the CFO felt Globex was the safer choice')], narrow)).toEqual([
    '  the CFO felt Globex',
    '  was the safer choice',
  ]);
});

test('stands a mark in the space before the text', () => {
  const option = { mark: [{ text: '> a' }], indent: 5, spans: [{ text: 'another vendor who was there' }] };
  expect(drawnPage([option], narrow)).toEqual(['> a  another vendor who', '     was there']);
});

test('paints each part of a broken line, and nothing between', () => {
  expect(drawnPage([line('Enter ends it. ', quiet('Enter: skip it all'))], tagged)).toEqual([
    'Enter ends it. <quiet Enter:>',
    '<quiet skip it all>',
  ]);
});

test('keeps a key and its word on one line', () => {
  const keys = ['Enter: skip', '? why', '< back'].map(together).join('   ');
  expect(drawnPage([line(keys)], { ...PLAIN, columns: 18 })).toEqual(['Enter: skip', '? why   < back']);
});

test('cuts with an ellipsis, and in plain characters where others are not to be had', () => {
  expect(cutTo('the safer choice', 9, PLAIN)).toBe('the safe…');
  expect(cutTo('the safer choice', 9, { ...PLAIN, ascii: true })).toBe('the sa...');
  expect(cutTo('Globex', 6, PLAIN)).toBe('Globex');
});

test('no word is lost, and every row fits', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,30}$/), { minLength: 1 });
  fc.assert(
    fc.property(words, fc.integer({ min: 12, max: 100 }), (words, columns) => {
      const rows = drawnPage([line(words.join(' '))], { ...PLAIN, columns });
      expect(rows.join('').replaceAll(' ', '')).toBe(words.join(''));
      expect(rows.filter((row) => row.length >= columns)).toEqual([]);
    }),
  );
});
