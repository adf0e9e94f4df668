import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** The rows of the table in `docs/reliability.md`, cell by cell. */
const ROWS = readFileSync('docs/reliability.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| \d+ \|/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

test('the table has a row for each fault, in order', () => {
  expect(ROWS.map(([, number]) => Number(number))).toEqual(Array.from({ length: 37 }, (_, index) => index + 1));
});

describe('each test that the table names is there', () => {
  test.each(ROWS.map((cells) => [cells[2], cells[4] ?? ''] as const))('for when %s', (_when, shownBy) => {
    const named = namedIn(shownBy);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter(({ path, words }) => !existsSync(path) || !inOneLine(path).includes(words))).toEqual([]);
  });
});

/** Files and words of tests; words belong to the file before them. */
function namedIn(cell: string): readonly { readonly path: string; readonly words: string }[] {
  return [...cell.matchAll(/`(tests\/[^`]+)`((?:,? "[^"]+")+)/g)].flatMap(([, path = '', quoted = '']) =>
    [...quoted.matchAll(/"([^"]+)"/g)].map(([, words = '']) => ({ path, words })),
  );
}

function inOneLine(path: string): string {
  return readFileSync(path, 'utf8').replaceAll(/\s+/g, ' ');
}
