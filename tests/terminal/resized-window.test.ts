import { expect, test } from 'vitest';
import { wiped } from '../../src/terminal/resized-window.ts';

const WIPE = '\u001b[J';

test('goes up over the rows that the terminal has broken, and leaves Inquirer where it wrote the last row', () => {
  const picture = { above: ['a'.repeat(79), 'short', '> Acme'], below: ['a note'], cursorAt: 6, isEmpty: false };
  expect(wiped(picture, 40)).toBe(`\r\u001b[3A${WIPE}${'\n'.repeat(3)}\u001b[1A`);
  expect(wiped(picture, 100)).toBe(`\r\u001b[2A${WIPE}${'\n'.repeat(3)}\u001b[1A`);
});

test('counts the rows that the line of the cursor itself takes before it', () => {
  const picture = { above: ['> ' + 'x'.repeat(60)], below: [], cursorAt: 62, isEmpty: false };
  expect(wiped(picture, 30)).toBe(`\r\u001b[2A${WIPE}`);
});

test('counts no colours, and a row that is empty as one', () => {
  const picture = { above: [`\u001b[1m${'b'.repeat(40)}\u001b[22m`, '', '> '], below: [], cursorAt: 2, isEmpty: true };
  expect(wiped(picture, 40)).toBe(`\r\u001b[2A${WIPE}\n\n`);
});
