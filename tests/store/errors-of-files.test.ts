import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { readEnvironment } from '../../src/environment.ts';
import { explain } from '../../src/explain.ts';
import { configEntries } from '../../src/files/config-document.ts';
import { newPlace } from '../../src/files/new-place.ts';
import { openFile } from '../../src/files/open-file.ts';
import { openInput } from '../../src/files/open-input.ts';
import { APPLICATION_ID, absolutePath, lookAt, onlyReadable } from '../../src/store/database-file.ts';
import { checkDriver, loadDriver } from '../../src/store/driver.ts';
import { sayingFaults, sayingFaultsOfCopy } from '../../src/store/faults.ts';
import { lookAtCopy, restoreFile } from '../../src/store/restore.ts';
import { temporaryFolder } from './temporary-folder.ts';

const OWN = '/home/dana/lossdebrief.db';
const PIPE = { stdin: {}, stdout: {}, stderr: {}, platform: 'linux' } as const;

function failing(code: string): () => never {
  return () => {
    throw Object.assign(new Error('Dana Reyes, +1 555 0100'), { code });
  };
}

/** What befalls files, and what runs into it. */
function scenes(folder: string): Readonly<Record<string, () => unknown>> {
  const at = (name: string): string => join(folder, name);
  return {
    'a path with nothing in it': () => absolutePath(''),
    'a path that SQLite would take for an address': () => absolutePath('file:own.db'),
    'a path with a space at its end': () => absolutePath('own.db '),
    'a path that ends as a folder': () => absolutePath('own/'),
    'a name that is too long': () => absolutePath('n'.repeat(252)),
    'an empty file beside backups': () => lookAt(at('empty.db')),
    'a file of another program': () => lookAt(at('notes.txt')),
    'a file that may only be read': () => {
      throw onlyReadable(OWN);
    },
    'another window that saves': () => sayingFaults(OWN, failing('SQLITE_BUSY')),
    'a full disk': () => sayingFaults(OWN, failing('SQLITE_FULL')),
    'a save that was cut short': () => sayingFaults(OWN, failing('SQLITE_READONLY_ROLLBACK')),
    'a disk that may only be read': () => sayingFaults(OWN, failing('SQLITE_READONLY')),
    'a damaged page': () => sayingFaults(OWN, failing('SQLITE_CORRUPT')),
    'a disk that does not answer': () => sayingFaults(OWN, failing('SQLITE_IOERR_READ')),
    'a folder in which nothing may be made': () => sayingFaults(OWN, failing('EACCES')),
    'a full disk for a copy': () => sayingFaultsOfCopy(OWN, failing('ENOSPC')),
    'a copy that may not be written': () => sayingFaultsOfCopy(OWN, failing('SQLITE_IOERR_WRITE')),
    'a driver for a later Node': () => checkDriver('13.0.0', '20.19.0'),
    'a driver that is missing': () => loadDriver(failing('ERR_MODULE_NOT_FOUND')),
    'a day that is none': () => readEnvironment({ color: true, input: true, today: 'soon' }, {}, PIPE),
    'a program that opens files and is missing': () => openFile('report.html', ['northwind-has-no-such-opener']),
    'the place of the own file': () => newPlace(OWN, async () => OWN),
    'settings that cannot be read': () => configEntries('call-time: [09:00\n', '/home/dana/config.yaml'),
    'a file that is too large': () => openInput(at('large.csv'), 1024 ** 2),
    'a copy that is gone': () => lookAtCopy(Database, at('gone.db')),
    'a copy that is none': () => lookAtCopy(Database, at('notes.txt')),
    'a copy that is damaged': () => lookAtCopy(Database, at('damaged.db')),
    'a copy of something newer': () => lookAtCopy(Database, at('newer.db')),
    'a copy that is the file itself': () =>
      restoreFile(Database, { path: at('own.db'), from: at('own.db'), instant: '2026-11-20T12:00:00.000Z' }),
  };
}

function filled(): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'empty.db'), '');
  mkdirSync(join(folder, 'backups'));
  writeFileSync(join(folder, 'backups', 'empty-daily-2026-11-19.db'), '');
  writeFileSync(join(folder, 'notes.txt'), 'Dana Reyes, +1 555 0100');
  writeFileSync(join(folder, 'large.csv'), 'x'.repeat(2 * 1024 ** 2));
  for (const [name, schema] of [
    ['own.db', 1],
    ['newer.db', 9000],
  ] as const) {
    const db = new Database(join(folder, name));
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${schema}`);
    if (name === 'own.db')
      db.exec(
        'CREATE TABLE deal (id, deleted_at); CREATE TABLE debrief (deal_id); CREATE TABLE draft (id); CREATE TABLE change_set (at)',
      );
    db.close();
  }
  const damaged = new Database(join(folder, 'damaged.db'));
  damaged.pragma(`application_id = ${APPLICATION_ID}`);
  damaged.exec('CREATE TABLE deal (name)');
  damaged.close();
  const bytes = readFileSync(join(folder, 'damaged.db'));
  writeFileSync(join(folder, 'damaged.db'), bytes.fill(0xff, 100, 400));
  return folder;
}

async function saidOf(run: () => unknown): Promise<string> {
  try {
    await run();
    return 'Nothing went wrong.\n';
  } catch (error) {
    const { text, exitCode } = explain(error);
    return `${text}(${exitCode})\n`;
  }
}

test('what befalls files is said with what, where and what to do now, and nothing that stands in them', async () => {
  const folder = filled();
  let book = '';
  for (const [what, run] of Object.entries(scenes(folder))) book += `# ${what}\n${await saidOf(run)}\n`;
  expect(book).not.toMatch(/555 0100|This is a bug|Nothing went wrong/);
  await expect(book.replaceAll(folder, '/home/dana')).toMatchFileSnapshot('errors-of-files.txt');
});
