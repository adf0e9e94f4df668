import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { withWholeCommands } from '../../../src/core/text/whole-commands.ts';

/** The pieces between the places where a line may end. */
function pieces(text: string, columns = 80): readonly string[] {
  return withWholeCommands(text, columns)
    .split(' ')
    .map((piece) => piece.replaceAll('\u00a0', ' '));
}

test.each([
  ['Paused. 3 answers kept in R1. Go on with: lossdebrief new --resume R1', 'lossdebrief new --resume R1'],
  [
    'try:   lossdebrief log "Northwind Logistics" call "asked. Then?"',
    'lossdebrief log "Northwind Logistics" call "asked. Then?"',
  ],
  ['Change one: lossdebrief config set call-time 08:30. What each is for: …', 'lossdebrief config set call-time 08:30'],
  ['It helped: lossdebrief focus --keep   It did not: lossdebrief focus --drop', 'lossdebrief focus --keep'],
  ['Decide: lossdebrief focus --keep or lossdebrief focus --drop', 'lossdebrief focus --drop'],
  [
    'It takes your own process (lossdebrief config set process-steps …) and more',
    'lossdebrief config set process-steps …',
  ],
  ['It goes out of sight. lossdebrief undo D12 brings it back.', 'lossdebrief undo D12'],
  ['All at once, or nothing. lossdebrief undo takes it back.', 'lossdebrief undo'],
  ["To take it back: lossdebrief --db '/tmp/my deals.db' undo", "lossdebrief --db '/tmp/my deals.db' undo"],
  ['Say it: lossdebrief opinion D1 --words "…" --why "not now".', 'lossdebrief opinion D1 --words "…" --why "not now"'],
  ['Bring it up to date: npm install -g lossdebrief@latest', 'npm install -g lossdebrief@latest'],
])('no line ends inside the command of: %s', (text, command) => {
  expect(pieces(text)).toContainEqual(expect.stringContaining(command));
});

test('a command that is wider than the screen may break between its words', () => {
  expect(pieces('Go on with: lossdebrief new --resume R1', 26)).toContain('--resume');
  expect(pieces('Go on with: lossdebrief new --resume R1', 27)).toContain('lossdebrief new --resume R1');
});

test.each(['Another lossdebrief is saving to the file just now.', 'Rename it, then run it: nothing else is needed.'])(
  'a sentence breaks where it did: %s',
  (text) => {
    expect(pieces(text).length).toBeGreaterThanOrEqual(text.split(' ').length - 1);
  },
);

test('no text becomes another one', () => {
  const word = fc.constantFrom('lossdebrief', ':', '(', '"', "'", 'undo', '--db', 'D1', '.', ' ', '   ', 'or', '\n');
  fc.assert(
    fc.property(fc.array(word), fc.nat(40), (words, columns) => {
      const text = words.join('');
      expect(withWholeCommands(text, columns).replaceAll('\u00a0', ' ')).toBe(text);
    }),
  );
});
