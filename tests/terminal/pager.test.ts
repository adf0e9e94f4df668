import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasRun, shownInPager } from '../../src/terminal/pager.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

const LONG = 'Northwind Logistics\n'.repeat(20_000);

describe('a pager', () => {
  test('gets the whole text', async () => {
    const file = join(temporaryFolder(), 'read');
    expect(await shownInPager(LONG, `cat > '${file}'`)).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe(LONG);
  });

  test('may be closed long before the end', async () => {
    expect(await shownInPager(LONG, 'exit 0')).toBe(true);
  });

  test('that is not there has shown nothing', async () => {
    expect(await shownInPager('Contoso', 'northwind-has-no-such-pager --flag')).toBe(false);
  });

  test('that is no program has shown nothing', async () => {
    const file = join(temporaryFolder(), 'northwind.txt');
    writeFileSync(file, 'no program');
    expect(await shownInPager('Contoso', `'${file}'`)).toBe(false);
  });

  test.each([
    [0, 'linux', true],
    [1, 'linux', true],
    [null, 'linux', true],
    [126, 'linux', false],
    [127, 'darwin', false],
    [0, 'win32', true],
    [1, 'win32', false],
  ] as const)('that ends with %s on %s has run: %s', (exitCode, platform, ran) => {
    expect(hasRun(exitCode, platform)).toBe(ran);
  });

  test('called less keeps colours and ends by itself, unless it was set otherwise', async () => {
    const file = join(temporaryFolder(), 'flags');
    await shownInPager('', `echo "$LESS" > '${file}'`);
    expect(readFileSync(file, 'utf8').trim()).toBe(process.env['LESS'] ?? 'FIRX');
  });

  test('leaves no listener behind', async () => {
    const before = process.listenerCount('SIGINT');
    await shownInPager('Contoso', 'cat > /dev/null');
    expect(process.listenerCount('SIGINT')).toBe(before);
  });
});
