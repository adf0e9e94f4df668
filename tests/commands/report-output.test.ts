import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

async function appWithLoss(): Promise<TestApp> {
  const app = await testApp();
  await app.does(['new', 'Northwind Logistics', '--set', 'outcome=lost-competitor', '--set', 'reason=trust-risk']);
  return app;
}

describe('report --output', () => {
  test.each([
    ['report.html', /^<!doctype html>/],
    ['report.csv', /^figure,key,label,column,value,evidence\n/],
    ['report.md', /^# /],
    ['report.json', /^\{\n {2}"schemaVersion": 1,/],
    ['report.txt', /^1 of 1 closed deal/],
  ])('writes %s in the format of its ending', async (name, beginning) => {
    const file = join(temporaryFolder(), name);
    const { out, err } = await (await appWithLoss()).does(['report', '--output', file]);
    expect(readFileSync(file, 'utf8')).toMatch(beginning);
    expect(out).toBe('');
    expect(err).toBe(`The report is in ${file}\n`);
  });

  test('takes the format that is named', async () => {
    const file = join(temporaryFolder(), 'report.txt');
    await (await appWithLoss()).does(['report', 'reasons', '--format', 'csv', '--output', file]);
    expect(readFileSync(file, 'utf8')).toMatch(/^key,label,losses,/);
  });

  test('refuses to write over a file, unless it may', async () => {
    const app = await appWithLoss();
    const file = join(temporaryFolder(), 'report.md');
    await app.does(['report', '--output', file]);
    expect(await app.run(['report', '--output', file])).toMatchObject({ exitCode: 8 });
    expect(await app.run(['report', '--output', file, '--force'])).toMatchObject({ exitCode: 0 });
  });

  test('is for the person alone', async () => {
    const file = join(temporaryFolder(), 'report.html');
    await (await appWithLoss()).does(['report', '--output', file]);
    expect(statSync(file).mode & 0o077).toBe(0);
  });
});

describe('report --format', () => {
  test('prints to standard output, where a program may read it', async () => {
    const { out, err } = await (await appWithLoss()).does(['report', 'reasons', '--format', 'csv']);
    expect(out).toMatch(/^key,label,losses,/);
    expect(err).toBe('');
  });

  test('json prints what --json prints', async () => {
    const app = await appWithLoss();
    const [named, flagged] = [await app.does(['report', '--format', 'json']), await app.does(['report', '--json'])];
    expect(named.out).toBe(flagged.out);
  });

  test('is refused where it is none', async () => {
    expect(await (await appWithLoss()).run(['report', '--format', 'pdf'])).toMatchObject({ exitCode: 2 });
  });
});

describe('report --open', () => {
  test('opens the file that was named', async () => {
    const file = join(temporaryFolder(), 'report.html');
    const { opened } = await (await appWithLoss()).does(['report', '--output', file, '--open']);
    expect(opened).toEqual([file]);
  });

  test('writes a page to a temporary file where none is named', async () => {
    const { opened, err } = await (await appWithLoss()).does(['report', '--open']);
    expect(readFileSync(opened[0] ?? '', 'utf8')).toMatch(/^<!doctype html>/);
    expect(err).toContain(opened[0]);
  });

  test('cannot open standard output', async () => {
    expect(await (await appWithLoss()).run(['report', '--open', '--output', '-'])).toMatchObject({
      exitCode: 2,
      opened: [],
    });
  });
});
