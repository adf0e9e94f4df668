import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shellWord } from '../../../src/core/text/shell-word.ts';

test('a path stands in single quotes', () => {
  expect(shellWord('/tmp/lossdebrief-demo-x1/demo.db')).toBe("'/tmp/lossdebrief-demo-x1/demo.db'");
});

test.each([
  [String.raw`C:\Users\Dana Reyes\demo.db`, String.raw`"C:\Users\Dana Reyes\demo.db"`],
  [String.raw`\\northwind\sales\demo.db`, String.raw`"\\northwind\sales\demo.db"`],
  ['D:/demo.db', '"D:/demo.db"'],
])('on Windows, %s stands in double quotes', (path, word) => {
  expect(shellWord(path)).toBe(word);
});

test.each([
  ['deals.csv', 'deals.csv'],
  ['-', '-'],
  ['my deals.csv', '"my deals.csv"'],
  [String.raw`exports\my deals.csv`, String.raw`"exports\my deals.csv"`],
  ["Dana's deals.csv", `"Dana's deals.csv"`],
  ['100% $sure`.csv', "'100% $sure`.csv'"],
])('a name beside is a word in every shell where it can be: %s', (path, word) => {
  expect(shellWord(path)).toBe(word);
});

test.skipIf(process.platform === 'win32')('a shell reads the path that was meant, whatever it holds', () => {
  const anyPath = fc.string({ maxLength: 20 }).filter((text) => !text.includes('\0'));
  fc.assert(
    fc.property(anyPath, (rest) => {
      for (const path of [`/${rest}`, `x${rest}`]) {
        const { stdout } = spawnSync('sh', ['-c', `printf %s ${shellWord(path)}`], { encoding: 'utf8' });
        expect(stdout).toBe(path);
      }
    }),
    { numRuns: 20 },
  );
});
