import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';

import { openStore } from '../../src/store/open-store.ts';
import { ownFile } from '../../src/store/own-file.ts';
import { rounds } from '../support/rounds.ts';
import { OPEN } from './northwind.ts';
import { sha256Of, temporaryFolder } from './temporary-folder.ts';

/** A file with so many open deals, apart from the last of their letters alike. */
async function fileOf(path: string, deals: number, name = 'Contoso'): Promise<string> {
  const store = await openStore({ ...OPEN, path, purpose: 'write' });
  const touch = {
    on: OPEN.today,
    channel: 'call',
    missed: false,
    replyMinutes: undefined,
    note: 'x'.repeat(2000),
  } as const;
  for (let deal = 1; deal <= deals; deal += 1) store.logTouch({ name: `${name} ${deal}` }, touch);
  store.close();
  return path;
}

async function namesIn(path: string): Promise<readonly string[]> {
  const store = await openStore({ ...OPEN, path, purpose: 'read' });
  const names = store.records({ sort: 'name' }).map(({ deal }) => deal.name);
  store.close();
  return names;
}

/** A file, a copy that is to take its place, and what holds them. */
async function fileAndCopy(): Promise<{ readonly path: string; readonly copy: string; readonly folder: string }> {
  const folder = temporaryFolder();
  const path = await fileOf(join(folder, 'lossdebrief.db'), 3);
  const copy = await fileOf(join(folder, 'copy.db'), 2, 'Northwind');
  return { path, copy, folder };
}

const own = (path: string): ReturnType<typeof ownFile> => ownFile(path, OPEN.now);

describe('restore', () => {
  test('puts the copy in the place of the file, and keeps what was there', async () => {
    const { path, copy } = await fileAndCopy();
    const { kept } = await (await own(path)).restore(copy);
    expect(await namesIn(path)).toEqual(['Northwind 1', 'Northwind 2']);
    expect(await namesIn(kept ?? '')).toEqual(['Contoso 1', 'Contoso 2', 'Contoso 3']);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('whoever has the file open sees what was restored', async () => {
    const { path, copy } = await fileAndCopy();
    const open = await openStore({ ...OPEN, path, purpose: 'write' });
    onTestFinished(() => open.close());
    expect(open.counts().deals).toBe(3);
    await (await own(path)).restore(copy);
    expect(open.counts().deals).toBe(2);
    open.logTouch(
      { name: 'Adatum' },
      { on: OPEN.today, channel: 'call', missed: false, replyMinutes: undefined, note: undefined },
    );
    expect(await namesIn(path)).toContain('Adatum');
  });

  test('waits while another one is saving, and gives up without a change', async () => {
    const { path, copy } = await fileAndCopy();
    const other = new Database(path);
    onTestFinished(() => void other.close());
    other.exec('BEGIN IMMEDIATE');
    await expect((await own(path)).restore(copy)).rejects.toMatchObject({ exitCode: 7 });
    other.exec('ROLLBACK');
    expect(await namesIn(path)).toHaveLength(3);
  });

  test('makes the file where there is none', async () => {
    const { copy, folder } = await fileAndCopy();
    const path = join(folder, 'new', 'lossdebrief.db');
    expect(await (await own(path)).restore(copy)).toEqual({ kept: undefined });
    expect(await namesIn(path)).toHaveLength(2);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test.each<[what: string, damage: (path: string) => void]>([
    ['its first bytes', (path) => overwrite(path, 0, 'a beginning of nothing')],
    ['a page', (path) => overwrite(path, 4096 * 4, 'y'.repeat(4096))],
    ['its end', (path) => truncateSync(path, statSync(path).size - 3 * 4096)],
  ])('a file that is damaged in %s is kept byte by byte, and replaced', async (_what, damage) => {
    const { path, copy } = await fileAndCopy();
    damage(path);
    const before = sha256Of(path);
    const { kept } = await (await own(path)).restore(copy);
    expect(kept).toMatch(/\.damaged$/);
    expect(sha256Of(kept ?? '')).toBe(before);
    expect(await namesIn(path)).toEqual(['Northwind 1', 'Northwind 2']);
  });

  test('the journal of a damaged file does not come over what is restored', async () => {
    const { path, copy } = await fileAndCopy();
    overwrite(path, 0, 'a beginning of nothing');
    writeFileSync(`${path}-journal`, 'half of a save');
    const { kept } = await (await own(path)).restore(copy);
    expect(existsSync(`${path}-journal`)).toBe(false);
    expect(readFileSync(`${kept}-journal`, 'utf8')).toBe('half of a save');
    expect(await namesIn(path)).toHaveLength(2);
  });

  test('the copy itself is not touched', async () => {
    const { path, copy, folder } = await fileAndCopy();
    chmodSync(copy, 0o400);
    const before = sha256Of(copy);
    await (await own(path)).restore(copy);
    expect(sha256Of(copy)).toBe(before);
    expect(readdirSync(folder).toSorted()).toEqual(['backups', 'copy.db', 'lossdebrief.db']);
  });

  test.each<[what: string, spoil: (copy: string) => void, words: RegExp]>([
    ['that is not there', (copy) => copyFileSync(copy, `${copy}.other`), /There is no file/],
    ['of another program', (copy) => overwrite(copy, 68, 'none'), /is not a lossdebrief file/],
    ['that is a folder', (copy) => (rmSync(copy), mkdirSync(copy)), /is a folder or a device/],
    ['that is empty', (copy) => truncateSync(copy, 0), /is not a lossdebrief file/],
    ['of a newer schema', (copy) => withDatabase(copy, (db) => db.pragma('user_version = 9000')), /newer lossdebrief/],
    ['with a damaged page', (copy) => overwrite(copy, 4096 * 4, 'y'.repeat(4096)), /damaged/],
    ['that was cut off', (copy) => truncateSync(copy, statSync(copy).size - 4096), /damaged/],
  ])('a copy %s is refused, and nothing is changed', async (what, spoil, words) => {
    const { path, copy } = await fileAndCopy();
    spoil(copy);
    const before = sha256Of(path);
    const named = what === 'that is not there' ? `${copy}.gone` : copy;
    await expect((await own(path)).restore(named)).rejects.toMatchObject({
      exitCode: 4,
      message: expect.stringMatching(words),
    });
    expect(sha256Of(path)).toBe(before);
    expect(existsSync(join(path, '..', 'backups', 'lossdebrief-before-restore-20261120T160500000Z.db'))).toBe(false);
  });

  test('the file itself is no copy of it', async () => {
    const { path } = await fileAndCopy();
    await expect((await own(path)).restore(path)).rejects.toMatchObject({ exitCode: 4 });
  });

  test('a file of another program is left alone', async () => {
    const { path, copy } = await fileAndCopy();
    overwrite(path, 68, 'none');
    const before = sha256Of(path);
    await expect((await own(path)).restore(copy)).rejects.toMatchObject({ exitCode: 6 });
    expect(sha256Of(path)).toBe(before);
  });

  test(
    'whatever moment it is killed at, the old file or the new one is there, whole',
    { timeout: rounds(180_000) },
    async () => {
      const folder = temporaryFolder();
      const path = await fileOf(join(folder, 'lossdebrief.db'), 300);
      const copies = [
        await fileOf(join(folder, 'one.db'), 200, 'Northwind'),
        await fileOf(join(folder, 'two.db'), 400, 'Fabrikam'),
      ];
      const whole = await Promise.all([path, ...copies].map(namesIn));
      for (let round = 0; round < rounds(6); round += 1) {
        await restoresUntilKilled(path, copies, 3 + ((round * 17) % 60));
        expect(whole).toContainEqual(await namesIn(path));
        const sound = new Database(path, { readonly: true });
        expect(sound.pragma('integrity_check', { simple: true })).toBe('ok');
        sound.close();
      }
    },
  );
});

const RESTORE_FILES = fileURLToPath(new URL('./restore-files.mjs', import.meta.url));

async function restoresUntilKilled(path: string, copies: readonly string[], milliseconds: number): Promise<void> {
  const restoring = spawn(process.execPath, [RESTORE_FILES, path, ...copies], { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(restoring, 'close');
  await Promise.race([once(restoring.stdout, 'data'), closed]);
  await sleep(milliseconds);
  restoring.kill('SIGKILL');
  await closed;
}

function overwrite(path: string, at: number, text: string): void {
  const bytes = readFileSync(path);
  bytes.write(text, at, 'latin1');
  writeFileSync(path, bytes);
}

function withDatabase(path: string, work: (db: Database.Database) => void): void {
  const db = new Database(path);
  work(db);
  db.close();
}
