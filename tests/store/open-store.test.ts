import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';

import type { OpenOptions, Tuning } from '../../src/store/connect.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { NORTHWIND, OPEN } from './northwind.ts';
import { sha256Of, temporaryFolder } from './temporary-folder.ts';

async function open(path: string, purpose: OpenOptions['purpose'] = 'write', tuning: Tuning = {}): Promise<Store> {
  const store = await openStore({ ...OPEN, path, purpose }, tuning);
  onTestFinished(store.close);
  return store;
}

/** A file of ours with one debrief in it, closed. */
async function savedFile(): Promise<string> {
  const path = join(temporaryFolder(), 'lossdebrief.db');
  const store = await openStore({ ...OPEN, path, purpose: 'write' });
  store.saveDebrief(NORTHWIND);
  store.close();
  return path;
}

function keepBackup(path: string): void {
  const folder = join(path, '..', 'backups');
  mkdirSync(folder);
  writeFileSync(join(folder, 'lossdebrief-daily-2026-11-19.db'), 'a backup');
}

function overwrite(path: string, offset: number, bytes: Buffer): void {
  const content = readFileSync(path);
  bytes.copy(content, offset);
  writeFileSync(path, content);
}

describe('the path', () => {
  test.each(['', ':memory:', ':memory:x', 'file:lossdebrief.db', 'FILE:x?mode=memory', 'sales.db ', 'a\0b.db'])(
    'is refused if SQLite would read it as something else: %j',
    async (path) => {
      await expect(open(path)).rejects.toMatchObject({ name: 'UserError', exitCode: 2 });
    },
  );

  test('is refused if it is a folder', async () => {
    await expect(open(temporaryFolder())).rejects.toMatchObject({ exitCode: 2 });
    await expect(open(`${temporaryFolder()}/new/`)).rejects.toMatchObject({ exitCode: 2 });
  });

  test.skipIf(process.platform === 'win32')('is refused if it is a device', async () => {
    await expect(open('/dev/null')).rejects.toMatchObject({ exitCode: 2 });
  });

  test.each([
    'Ünïcode dir with spaces/a b.db',
    "it's.db",
    'percent%20.db',
    '-leading',
    'query?mode=ro.db',
    `${'n'.repeat(240)}.db`,
  ])('may be any other name: %s', async (name) => {
    const path = join(temporaryFolder(), name);
    (await open(path)).keepSetting('currency', 'EUR');
    expect((await open(path)).setting('currency')).toBe('EUR');
  });

  test('is said to be at fault if the system cannot take it', async () => {
    const path = join(temporaryFolder(), `${'n'.repeat(300)}.db`);
    await expect(open(path)).rejects.toMatchObject({ name: 'UserError', exitCode: 6 });
  });

  test('is made absolute', async () => {
    const store = await open('not-there/lossdebrief.db', 'read');
    expect(store.path).toBe(resolve('not-there/lossdebrief.db'));
  });
});

describe('a new file', () => {
  test.skipIf(process.platform === 'win32')('and its folder are for the person alone, whatever the umask', async () => {
    const previous = process.umask(0);
    onTestFinished(() => void process.umask(previous));
    const folder = join(temporaryFolder(), 'data', 'lossdebrief');
    const store = await open(join(folder, 'lossdebrief.db'));
    store.saveDebrief(NORTHWIND);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(store.path).mode & 0o777).toBe(0o600);
  });

  test('is not made by reading', async () => {
    const folder = join(temporaryFolder(), 'data');
    const store = await open(join(folder, 'lossdebrief.db'), 'read');
    expect(store.counts()).toEqual({ deals: 0, debriefs: 0, drafts: 0 });
    expect(existsSync(folder)).toBe(false);
  });

  test('that was only read cannot be saved to by mistake', async () => {
    const store = await open(join(temporaryFolder(), 'lossdebrief.db'), 'read');
    expect(() => store.saveDebrief(NORTHWIND)).toThrow('may only be read');
  });

  test.skipIf(process.platform === 'win32')('may be empty at first, and becomes private', async () => {
    const path = join(temporaryFolder(), 'lossdebrief.db');
    writeFileSync(path, '', { mode: 0o644 });
    const store = await open(path);
    expect(store.saveDebrief(NORTHWIND).deal.id).toBe('D1');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('leaves nothing beside itself at rest', async () => {
    const path = await savedFile();
    expect(readdirSync(join(path, '..'))).toEqual(['lossdebrief.db']);
  });
});

async function foreignDatabase(applicationId: number): Promise<string> {
  const path = join(temporaryFolder(), 'contacts.db');
  const other = new Database(path);
  other.pragma(`application_id = ${applicationId}`);
  other.exec('CREATE TABLE contact (name TEXT)');
  other.close();
  return path;
}

/** A saved file after something happened to it. */
async function spoiledFile(spoil: (path: string) => unknown): Promise<string> {
  const path = await savedFile();
  spoil(path);
  return path;
}

interface Refused {
  readonly what: string;
  readonly make: () => Promise<string>;
  readonly message: RegExp;
  readonly hint: RegExp;
}

const REFUSED: readonly Refused[] = [
  {
    what: 'a text file',
    make: () => spoiledFile((path) => writeFileSync(path, 'Call Contoso.\n'.repeat(500))),
    message: /is not a lossdebrief file\. Nothing was changed/,
    hint: /--db/,
  },
  ...[0, 1, 0x0f055112].map((applicationId) => ({
    what: `another program's database with application_id ${applicationId}`,
    make: () => foreignDatabase(applicationId),
    message: /contacts\.db is not a lossdebrief file; another program made it/,
    hint: /--db/,
  })),
  {
    what: 'a newer schema',
    make: () =>
      spoiledFile((path) => {
        const db = new Database(path);
        db.pragma('user_version = 9000');
        db.close();
      }),
    message: /made by a newer lossdebrief \(schema 9000, this program knows \d+\)/,
    hint: /npm install -g lossdebrief@latest/,
  },
  {
    what: 'an overwritten beginning',
    make: () => spoiledFile((path) => overwrite(path, 0, Buffer.alloc(16, 'x'))),
    message: /is not a lossdebrief file/,
    hint: /--db/,
  },
  {
    what: 'an overwritten beginning, with a backup to go back to',
    make: () =>
      spoiledFile((path) => {
        overwrite(path, 0, Buffer.alloc(16, 'x'));
        keepBackup(path);
      }),
    message: /is damaged/,
    hint: /lossdebrief restore '.*lossdebrief-daily-2026-11-19\.db'/,
  },
  {
    what: 'an overwritten page',
    make: () =>
      spoiledFile((path) => {
        const db = new Database(path, { readonly: true });
        const page = Number(db.prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'deal'`).pluck().get());
        db.close();
        overwrite(path, (page - 1) * 4096, Buffer.alloc(4096, 0xee));
      }),
    message: /is damaged/,
    hint: /no backup/,
  },
  {
    what: 'a truncated file',
    make: () => spoiledFile((path) => truncateSync(path, statSync(path).size - 3 * 4096)),
    message: /is damaged/,
    hint: /no backup/,
  },
  {
    what: 'a file cut short within its first bytes',
    make: () => spoiledFile((path) => truncateSync(path, 60)),
    message: /is damaged/,
    hint: /no backup/,
  },
  {
    what: 'an empty file beside backups',
    make: () =>
      spoiledFile((path) => {
        keepBackup(path);
        truncateSync(path, 0);
      }),
    message: /is empty, but there are backups/,
    hint: /lossdebrief restore/,
  },
];

describe.each(['read', 'write'] as const)('opened to %s', (purpose) => {
  test.each(REFUSED)('$what is refused, and left as it was', async ({ make, message, hint }) => {
    const path = await make();
    const before = sha256Of(path);
    // The one page of a debrief that is spoiled shows only when somebody reads it.
    const records = open(path, purpose).then((store) => store.records({}));
    await expect(records).rejects.toMatchObject({
      name: 'UserError',
      exitCode: 6,
      message: expect.stringMatching(message) as unknown,
      hint: expect.stringMatching(hint) as unknown,
    });
    expect(sha256Of(path)).toBe(before);
    expect(existsSync(`${path}-journal`)).toBe(false);
  });
});

test('an empty file beside the backups of another file is taken as new', async () => {
  const path = join(temporaryFolder(), 'mine.db');
  writeFileSync(path, '');
  keepBackup(path);
  expect((await open(path)).counts().deals).toBe(0);
});
