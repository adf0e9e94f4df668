import * as fc from 'fast-check';
import stringWidth from 'string-width';
import { beforeAll, expect, test } from 'vitest';
import { typedRows } from '../../src/terminal/typed-rows.ts';
import { typed } from '../../src/terminal/typed-text.ts';
import { PLAIN } from '../support/pressing.ts';
import { loadWidths } from '../../src/core/text/wide-text.ts';

beforeAll(() => loadWidths('中'));

const narrow = { ...PLAIN, columns: 19 };

test('breaks between words, behind the prompt mark', () => {
  expect(typedRows(typed('the safer choice for a rollout'), narrow).rows).toEqual([
    '> the safer ',
    '  choice for a ',
    '  rollout',
  ]);
});

test('breaks a word that is longer than the row', () => {
  expect(typedRows(typed('https://globex.example'), narrow).rows).toEqual(['> https://globex.', '  example']);
});

test('knows where the cursor stands', () => {
  expect(typedRows({ text: 'one\ntwo', cursor: 5 }, narrow)).toEqual({
    rows: ['> one', '  two'],
    cursorRow: 1,
    cursorAt: 3,
  });
});

test('stands at the start of the next row where a row is full', () => {
  const { cursorRow, cursorAt } = typedRows({ text: 'the safer choice', cursor: 10 }, narrow);
  expect({ cursorRow, cursorAt }).toEqual({ cursorRow: 1, cursorAt: 2 });
});

test('shows what would drive a terminal as what it is', () => {
  expect(typedRows(typed('a\u202eb'), PLAIN).rows).toEqual(['> a<U+202E>b']);
});

test('keeps six rows around the cursor', () => {
  const text = Array.from({ length: 30 }, (_, index) => String(index)).join('\n');
  expect(typedRows({ text, cursor: text.length }, PLAIN).rows).toEqual([
    '  24',
    '  25',
    '  26',
    '  27',
    '  28',
    '  29',
  ]);
  expect(typedRows({ text, cursor: 0 }, PLAIN)).toMatchObject({ cursorRow: 0, cursorAt: 2 });
});

test('whatever is typed, rows fit, the cursor is on one of them, and few rows hold all of a short text', () => {
  const words = fc.string({
    unit: fc.constantFrom('a', 'word ', ' ', '中', '👩‍👩‍👧', 'e\u0301', '\n', '\u202e'),
    maxLength: 40,
  });
  fc.assert(
    fc.property(words, fc.nat(), fc.integer({ min: 20, max: 90 }), (text, place, columns) => {
      const cursor = text === '' ? 0 : place % (text.length + 1);
      const shown = typedRows({ text, cursor }, { ...PLAIN, columns });
      for (const row of shown.rows) {
        expect(row.length).toBeLessThan(columns);
        expect(stringWidth(row)).toBeLessThan(columns);
      }
      expect(shown.rows.length).toBeLessThanOrEqual(6);
      expect(shown.cursorAt).toBeLessThanOrEqual(shown.rows[shown.cursorRow]?.length ?? -1);
    }),
  );
});
