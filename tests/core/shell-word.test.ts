import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shellWord } from '../../src/core/shell-word.ts';

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

test.skipIf(process.platform === 'win32')('a shell reads the path that was meant, whatever it holds', () => {
  const anyPath = fc.string({ maxLength: 20 }).filter((text) => !text.includes('\0'));
  fc.assert(
    fc.property(anyPath, (rest) => {
      const path = `/${rest}`;
      const { stdout } = spawnSync('sh', ['-c', `printf %s ${shellWord(path)}`], { encoding: 'utf8' });
      expect(stdout).toBe(path);
    }),
    { numRuns: 20 },
  );
});
