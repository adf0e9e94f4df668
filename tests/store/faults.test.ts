import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { UserError } from '../../src/core/user-error.ts';
import { sayingFaults } from '../../src/store/faults.ts';
import { temporaryFolder } from './temporary-folder.ts';

const PATH = '/home/dana/lossdebrief.db';

/** What a person is told when something fails with this code. */
function said(code: string, path = PATH): UserError {
  const fault = Object.assign(new Error('near "The CFO felt Globex was safer"'), { code });
  try {
    sayingFaults(path, () => {
      throw fault;
    });
  } catch (error) {
    if (error instanceof UserError) return error;
  }
  throw new Error(`${code} was not put in words.`);
}

test.each([
  ['SQLITE_BUSY', 7, 'Another lossdebrief is saving'],
  ['SQLITE_BUSY_RECOVERY', 7, 'Another lossdebrief is saving'],
  ['SQLITE_LOCKED', 7, 'Another lossdebrief is saving'],
  ['SQLITE_FULL', 6, 'The disk is full'],
  ['ENOSPC', 6, 'The disk is full'],
  ['SQLITE_READONLY', 6, 'may only be read'],
  ['SQLITE_READONLY_DIRECTORY', 6, 'may only be read'],
  ['EROFS', 6, 'may only be read'],
  ['SQLITE_READONLY_ROLLBACK', 6, 'left in the middle of a save'],
  ['SQLITE_CORRUPT', 6, 'is damaged'],
  ['SQLITE_CORRUPT_INDEX', 6, 'is damaged'],
  ['SQLITE_NOTADB', 6, 'is damaged'],
  ['SQLITE_IOERR_SHORT_READ', 6, 'is damaged'],
  ['SQLITE_IOERR_WRITE', 6, 'could not be read or written (SQLITE_IOERR_WRITE)'],
  ['SQLITE_CANTOPEN', 6, 'could not be opened'],
  ['EACCES', 6, 'could not be opened'],
])('%s exits with %i and says that it: %s', (code, exitCode, words) => {
  const error = said(code);
  expect(error.exitCode).toBe(exitCode);
  expect(error.message).toContain(words);
  expect(error.hint).toMatch(/\w/);
  expect(`${error.message} ${error.hint}`).not.toContain('Globex');
});

test('a damaged file with a backup is told the way back', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'backups'));
  writeFileSync(join(folder, 'backups', 'lossdebrief-daily-2026-11-19.db'), '');
  expect(said('SQLITE_CORRUPT', join(folder, 'lossdebrief.db')).hint).toContain('lossdebrief-daily-2026-11-19.db');
});

test.each([
  ['a broken constraint', Object.assign(new Error('CHECK constraint failed'), { code: 'SQLITE_CONSTRAINT_CHECK' })],
  ['a wrong statement', Object.assign(new Error('no such column'), { code: 'SQLITE_ERROR' })],
  ['anything else', new TypeError('undefined is not a function')],
])('%s stays what it is: a bug', (_, bug) => {
  expect(() =>
    sayingFaults(PATH, () => {
      throw bug;
    }),
  ).toThrow(bug);
});
