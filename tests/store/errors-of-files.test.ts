import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import { readCrmBook } from '../../src/catalog/read-crm-book.ts';
import { readEnvironment } from '../../src/environment.ts';
import { explain } from '../../src/explain.ts';
import { configEntries } from '../../src/files/config-document.ts';
import { newPlace } from '../../src/files/new-place.ts';
import { openFile } from '../../src/files/open-file.ts';
import { openInput } from '../../src/files/open-input.ts';
import { readInput } from '../../src/files/read-input.ts';
import { APPLICATION_ID, absolutePath, lookAt, onlyReadable } from '../../src/store/database-file.ts';
import { connect } from '../../src/store/connect.ts';
import { checkDriver, loadDriver } from '../../src/store/driver.ts';
import { sayingFaults, sayingFaultsOfCopy } from '../../src/store/faults.ts';
import { storeOn } from '../../src/store/open-store.ts';
import { lookAtCopy, restoreFile } from '../../src/store/restore.ts';
import { commandsToTry, isUnderstood } from '../support/commands-to-try.ts';
import { setting } from '../support/debriefs.ts';
import { type Ran, testApp, type TestApp } from '../support/test-app.ts';
import { OPEN } from './northwind.ts';
import { temporaryFolder } from './temporary-folder.ts';

const OWN = '/home/dana/lossdebrief.db';
const PIPE = { stdin: {}, stdout: {}, stderr: {}, platform: 'linux' } as const;

/** The first line of what export wrote. */
const RECORDS =
  '{"kind":"lossdebrief","schemaVersion":1,"contents":"complete","records":1,"lastIds":{"D":1,"A":0,"F":0,"P":0}}\n';

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
    'a clock that has gone astray': () =>
      inTheYear(2200, () => readEnvironment({ color: true, input: true }, {}, PIPE)),
    'profiles of CRMs without the one for all others': () => readCrmBook(at('data')),
    'a program that opens files and is missing': () => openFile('report.html', ['northwind-has-no-such-opener']),
    'the place of the own file': () => newPlace(OWN, async () => OWN),
    'settings that cannot be read': () => configEntries('call-time: [09:00\n', '/home/dana/config.yaml'),
    'a file that is too large': () => openInput(at('large.csv'), 1024 ** 2),
    'answers that are not all UTF-8': () => readInput(at('latin-1.jsonl')),
    'a name that is empty': () => openInput('', 1024 ** 2),
    'a copy that is gone': () => lookAtCopy(Database, at('gone.db')),
    'a copy that is none': () => lookAtCopy(Database, at('notes.txt')),
    'a copy that is damaged': () => lookAtCopy(Database, at('damaged.db')),
    'a copy of something newer': () => lookAtCopy(Database, at('newer.db')),
    'a copy that is the file itself': () =>
      restoreFile(Database, { path: at('own.db'), from: at('own.db'), instant: '2026-11-20T12:00:00.000Z' }),
  };
}

/** What befalls the person's own file, and the files that commands read. */
function scenesOfCommands(folder: string): Readonly<Record<string, () => Promise<Ran>>> {
  const at = (name: string): string => join(folder, name);
  const salvageOf = async (name: string): Promise<Ran> => {
    const app = await appOn(at(name));
    app.store.close();
    if (name === 'lost.db') rmSync(at(name));
    else writeFileSync(at(name), 'z'.repeat(20_000));
    return app.run(['doctor', '--salvage', at('salvaged.db')]);
  };
  return {
    'nothing to salvage from': () => salvageOf('lost.db'),
    'nothing left to salvage': () => salvageOf('garbage.db'),
    'a window that deletes for good while another writes': async () => {
      const app = await appOn(at('two-windows.db'));
      const other = await appOn(at('two-windows.db'));
      await app.does(['log', 'Northwind', 'call']);
      const { record } = app.store;
      const found = record('D1');
      await other.does(['delete', 'D1', '--purge', '--yes']);
      // What this window looked at stands in it as it was.
      const late = { ...app.store, record: () => found };
      return (await testApp(late)).run(['lessons', 'add', 'D1', 'Ask sooner.']);
    },
    'a window that reads while another deletes for good': async () => {
      const app = await appOn(at('read.db'));
      await app.does(['log', 'Northwind', 'call']);
      await app.does(['delete', 'D1', '--purge', '--yes']);
      const reader = new Database(at('read.db'), { readonly: true });
      const reading = reader.prepare('SELECT name FROM sqlite_schema').iterate();
      reading.next();
      const ran = await app.run(['delete', 'D1', '--purge']);
      reading.return?.();
      reader.close();
      return ran;
    },
    'records that are not all UTF-8': async () => {
      const app = await testApp();
      const ran = await app.run(['import', at('latin-1.jsonl'), '--yes']);
      expect(app.store.records({})).toEqual([]);
      return ran;
    },
    'a list of steps with a translation beside it, where files are checked': async () =>
      (await testApp()).run(['frameworks', 'check'], { config: at('config.yaml') }),
    'a list of steps with a translation beside it, where it is asked': async () => {
      const app = await testApp();
      await app.does(['new', 'Northwind', ...setting({ outcome: 'postponed' })]);
      return app.run(['review', 'D1'], { config: at('config.yaml') });
    },
  };
}

/** The program in a window of its own, on a file that need not be waited for. */
async function appOn(path: string): Promise<TestApp> {
  const connection = connect(Database, { ...OPEN, path, purpose: 'write' }, { busyTimeout: 1 });
  onTestFinished(() => void connection.db.close());
  return testApp(storeOn(connection));
}

const STEPS = `id: site-visit
title: Site visit
for: plants that we see before we make an offer
pass: steps
why: What was seen on site has decided more of our deals than the price has.
steps:
  - id: line-walked
    name: Line walked
    ask: how the line runs, from having walked it
    why: A plan shows how it should run.
    next-time: When somebody asks for an offer, I will first ask to walk the line.
    weight: 50
`;

function filled(): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'empty.db'), '');
  mkdirSync(join(folder, 'backups'));
  writeFileSync(join(folder, 'backups', 'empty-daily-2026-11-19.db'), '');
  writeFileSync(join(folder, 'notes.txt'), 'Dana Reyes, +1 555 0100');
  writeFileSync(join(folder, 'large.csv'), 'x'.repeat(2 * 1024 ** 2));
  mkdirSync(join(folder, 'data', 'profiles'), { recursive: true });
  mkdirSync(join(folder, 'frameworks'));
  writeFileSync(join(folder, 'frameworks', 'site-visit.yaml'), STEPS);
  writeFileSync(join(folder, 'frameworks', 'site-visit.de.yaml'), 'title: Ortstermin\n');
  writeFileSync(join(folder, 'config.yaml'), 'language: de\nframework: site-visit\n');
  writeFileSync(
    join(folder, 'latin-1.jsonl'),
    Buffer.from(`${RECORDS}{"kind":"deal","name":"M\u00fcller"}\n`, 'latin1'),
  );
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
    const ran = await run();
    return isRan(ran) && ran.exitCode !== 0 ? `${ran.err}${ran.out}(${ran.exitCode})\n` : 'Nothing went wrong.\n';
  } catch (error) {
    const { text, exitCode } = explain(error);
    return `${text}(${exitCode})\n`;
  }
}

function isRan(value: unknown): value is Ran {
  return typeof value === 'object' && value !== null && 'exitCode' in value;
}

/** What is said on a machine whose clock has gone astray. */
function inTheYear(year: number, run: () => unknown): unknown {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(year, 0, 1) });
  try {
    return run();
  } finally {
    vi.useRealTimers();
  }
}

test('what befalls files is said with what, where and what to do now, and nothing that stands in them', async () => {
  const folder = filled();
  let book = '';
  for (const [what, run] of Object.entries({ ...scenes(folder), ...scenesOfCommands(folder) }))
    book += `# ${what}\n${await saidOf(run)}\n`;
  expect(book).not.toMatch(/555 0100|This is a bug|Nothing went wrong/);
  await expect(book.replaceAll(folder, '/home/dana')).toMatchFileSnapshot('errors-of-files.txt');
  const commands = commandsToTry(book);
  expect(commands.length).toBeGreaterThan(5);
  for (const command of commands)
    expect({ command, isUnderstood: await isUnderstood(command) }).toEqual({ command, isUnderstood: true });
});
