import { spawnSync } from 'node:child_process';
import { lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeOutput } from '../../src/files/write-output.ts';
import { builtProgram, NORTHWIND, PROGRAM } from '../support/built-program.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

const TEXT = 'BEGIN:VCALENDAR\r\n';
const refused = (message: RegExp): unknown =>
  expect.objectContaining({ name: 'UserError', exitCode: 8, message: expect.stringMatching(message) as unknown });

test('a new file holds the text as it is, and nothing is left beside it', async () => {
  const folder = temporaryFolder();
  await writeOutput(join(folder, 'calls, Q3.ics'), TEXT, false);
  expect(readFileSync(join(folder, 'calls, Q3.ics'), 'utf8')).toBe(TEXT);
  expect(readdirSync(folder)).toEqual(['calls, Q3.ics']);
});

test.skipIf(process.platform === 'win32')('it is for the person alone', async () => {
  const path = join(temporaryFolder(), 'calls.ics');
  await writeOutput(path, TEXT, false);
  expect((statSync(path).mode & 0o777).toString(8)).toBe('600');
});

describe('a file that is there', () => {
  test('stays as it is', async () => {
    const path = join(temporaryFolder(), 'calls.ics');
    writeFileSync(path, 'my own');
    await expect(writeOutput(path, TEXT, false)).rejects.toEqual(refused(/is there already/));
    expect(readFileSync(path, 'utf8')).toBe('my own');
  });

  test('is replaced if it may be', async () => {
    const path = join(temporaryFolder(), 'calls.ics');
    writeFileSync(path, 'last week, and rather longer than what comes now');
    await writeOutput(path, TEXT, true);
    expect(readFileSync(path, 'utf8')).toBe(TEXT);
  });
});

describe.skipIf(process.platform === 'win32')('a link', () => {
  test.each([
    ['to a file', 'own.txt'],
    ['to nothing', 'gone.txt'],
  ])('%s counts as a file that is there', async (_, to) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'own.txt'), 'my own');
    symlinkSync(join(folder, to), join(folder, 'calls.ics'));
    await expect(writeOutput(join(folder, 'calls.ics'), TEXT, false)).rejects.toEqual(refused(/is there already/));
    expect(readdirSync(folder).toSorted()).toEqual(['calls.ics', 'own.txt']);
  });

  test('is replaced, and what it points to stays as it is', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'own.txt'), 'my own');
    symlinkSync(join(folder, 'own.txt'), join(folder, 'calls.ics'));
    await writeOutput(join(folder, 'calls.ics'), TEXT, true);
    expect(lstatSync(join(folder, 'calls.ics')).isSymbolicLink()).toBe(false);
    expect(readFileSync(join(folder, 'own.txt'), 'utf8')).toBe('my own');
  });

  test('planted where the text is first written is not followed', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'own.txt'), 'my own');
    symlinkSync(join(folder, 'own.txt'), join(folder, `.calls.ics.tmp-${process.pid}`));
    await expect(writeOutput(join(folder, 'calls.ics'), TEXT, true)).rejects.toEqual(refused(/could not be written/));
    expect(readFileSync(join(folder, 'own.txt'), 'utf8')).toBe('my own');
  });
});

test.each<[what: string, pathIn: (folder: string) => string, said: RegExp]>([
  ['a folder', (folder) => folder, /a folder or a device/],
  ['no name at all', () => '', /The name of the file is empty\./],
])('%s is no file, even if a file may be replaced', async (_, pathIn, said) => {
  await expect(writeOutput(pathIn(temporaryFolder()), TEXT, true)).rejects.toEqual(refused(said));
});

test.skipIf(process.platform === 'win32')('a device is no file, and neither is a link to one', async () => {
  const path = join(temporaryFolder(), 'calls.ics');
  symlinkSync('/dev/null', path);
  await expect(writeOutput(path, TEXT, true)).rejects.toEqual(refused(/a folder or a device/));
  expect(lstatSync(path).isSymbolicLink()).toBe(true);
});

test('a folder that is not there is named', async () => {
  const path = join(temporaryFolder(), 'gone', 'calls.ics');
  await expect(writeOutput(path, TEXT, false)).rejects.toEqual(
    refused(/calls\.ics could not be written \(its folder is not there\)/),
  );
});

test.skipIf(process.platform === 'win32')(
  'where there is no room, the file that is there stays, and no half of the new one',
  () => {
    const { env, folder, run } = builtProgram();
    expect(run(NORTHWIND).exitCode).toBe(0);
    const out = join(folder, 'out');
    mkdirSync(out);
    writeFileSync(join(out, 'calls.ics'), 'last week');
    // The calendar takes more than the one block that a file may have here.
    const command = 'ulimit -f 1; exec "$@"';
    const args = [
      process.execPath,
      PROGRAM,
      'export',
      '--format',
      'ics',
      '--output',
      join(out, 'calls.ics'),
      '--force',
    ];
    const { status, stderr } = spawnSync('sh', ['-c', command, 'sh', ...args], { env, encoding: 'utf8', input: '' });
    expect({ status, stderr }).toEqual({
      status: 8,
      stderr: expect.stringMatching(/^error: .+ could not be written/) as unknown,
    });
    expect(readdirSync(out)).toEqual(['calls.ics']);
    expect(readFileSync(join(out, 'calls.ics'), 'utf8')).toBe('last week');
  },
);
