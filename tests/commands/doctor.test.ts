import { chmodSync, existsSync, readFileSync, truncateSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { OPEN } from '../store/northwind.ts';
import { sha256Of, temporaryFolder } from '../store/temporary-folder.ts';
import { NORTHWIND_SCRIPT, setting } from '../support/debriefs.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

/** The program on a file of its own, with everything private that a debrief holds. */
async function onFile(deals = 1): Promise<{ readonly app: TestApp; readonly folder: string; readonly path: string }> {
  const folder = temporaryFolder();
  const path = join(folder, 'lossdebrief.db');
  const store = await openStore({ ...OPEN, path, purpose: 'write' });
  onTestFinished(() => store.close());
  const app = await testApp(store);
  await app.does(['new', 'Northwind Logistics'], { script: NORTHWIND_SCRIPT });
  for (let deal = 1; deal < deals; deal += 1) {
    await app.does([
      'new',
      `Contoso ${deal}`,
      ...setting({ outcome: 'postponed', 'own-it': 'I came too late '.repeat(40) }),
    ]);
  }
  return { app, folder, path };
}

function states(checks: readonly { readonly id: string; readonly state: string }[]): Readonly<Record<string, string>> {
  return Object.fromEntries(checks.map(({ id, state }) => [id, state]));
}

async function examined(app: TestApp) {
  const ran = await app.run(['doctor', '--json']);
  return { exitCode: ran.exitCode, found: ran.json() };
}

describe('doctor', () => {
  test('finds nothing wrong with a sound file, and does not change it', async () => {
    const { app, path } = await onFile();
    await app.does(['backup']);
    const before = sha256Of(path);
    const { exitCode, found } = await examined(app);
    expect(exitCode).toBe(0);
    expect(new Set(Object.values(states(found.checks)))).toEqual(new Set(['good']));
    expect(found).toMatchObject({ schemaVersion: 1, counts: { deals: 1, debriefs: 1, drafts: 0 }, backups: 1 });
    expect(sha256Of(path)).toBe(before);
  });

  test('holds no name, no text and no folder of the person', async () => {
    const { app, folder } = await onFile();
    for (const args of [['doctor'], ['doctor', '--json']]) {
      const { out } = await app.does(args, { isTTY: true });
      expect(out).not.toMatch(/Northwind|Globex|Dana|Contoso|safer/);
      expect(out).not.toContain(folder);
      expect(out).toContain('~');
    }
  });

  test('says that there is no file yet', async () => {
    const { app, path } = await onFile();
    app.store.close();
    const { rmSync } = await import('node:fs');
    rmSync(path);
    const { exitCode, found } = await examined(app);
    expect([exitCode, found.checks[0].say]).toEqual([0, 'There is no file yet; the first debrief makes it.']);
  });

  test.runIf(process.platform !== 'win32')('tells who else may read it', async () => {
    const { app, path, folder } = await onFile();
    chmodSync(path, 0o644);
    chmodSync(folder, 0o755);
    const { exitCode, found } = await examined(app);
    expect([exitCode, states(found.checks)['permissions']]).toEqual([0, 'care']);
  });

  test('names the deal of which an answer is not as it was saved', async () => {
    const { app, path } = await onFile();
    spoil(path, 'never met the one who decides', 'Never met the one who decides');
    const { exitCode, found } = await examined(app);
    expect([exitCode, states(found.checks)]).toMatchObject([6, { content: 'good', seals: 'wrong' }]);
    expect(found.checks.find(({ id }: { id: string }) => id === 'seals').say).toContain('D1');
  });

  test('finds a damaged page, and names the newest backup that is good', async () => {
    const { app, path, folder } = await onFile(20);
    await app.does(['backup']);
    const good = join(folder, 'backups', 'lossdebrief-backup-20261120T160500000Z.db');
    writeFileSync(join(folder, 'backups', 'lossdebrief-backup-20261121T090000000Z.db'), 'not good');
    overwrite(path, 4096 * 10, 'y'.repeat(4096));
    const { exitCode, found } = await examined(app);
    expect([exitCode, states(found.checks)['content']]).toEqual([6, 'wrong']);
    expect(found.checks.find(({ id }: { id: string }) => id === 'backups').say).toContain(good.slice(folder.length));
  });

  test.each<[what: string, damage: (path: string) => void]>([
    ['beginning', (path) => overwrite(path, 0, 'a beginning of nothing')],
    ['end', (path) => truncateSync(path, statSync(path).size - 3 * 4096)],
  ])('finds a damaged %s', async (_what, damage) => {
    const { app, path } = await onFile();
    damage(path);
    expect((await examined(app)).exitCode).toBe(6);
  });
});

describe('doctor --salvage', () => {
  test('of a sound file writes all of it', async () => {
    const { app, folder } = await onFile(5);
    const out = join(folder, 'salvaged.db');
    expect((await app.does(['doctor', '--salvage', out])).out).toContain('Every table could be read whole.');
    expect(await exportOf(out)).toEqual([...app.store.exported('complete')]);
    expect(statSync(out).mode & 0o777).toBe(0o600);
  });

  test.each<[what: string, damage: (path: string) => void]>([
    ['its first bytes', (path) => overwrite(path, 0, 'a beginning of')],
    ['a page of answers', (path) => overwrite(path, 4096 * rootOf(path, 'reflection'), 'y'.repeat(4096))],
    ['the page of the deals', (path) => overwrite(path, 4096 * rootOf(path, 'deal'), '\0'.repeat(4096))],
  ])('of a file that is damaged in %s brings every record back, with the change log’s help', async (_what, damage) => {
    const { app, path, folder } = await onFile(5);
    const before = [...app.store.exported('complete')];
    app.store.close();
    damage(path);
    const damaged = sha256Of(path);
    const out = join(folder, 'salvaged.db');
    await app.does(['doctor', '--salvage', out]);
    expect(await exportOf(out)).toEqual(before);
    expect(sha256Of(path)).toBe(damaged);
    expect(isSound(out)).toBe(true);
  });

  test('of a file that lost its end, and the end of its log, keeps every action in sight', async () => {
    const { app, path, folder } = await onFile(5);
    app.store.close();
    truncateSync(path, statSync(path).size - 3 * 4096);
    const out = join(folder, 'salvaged.db');
    await app.does(['doctor', '--salvage', out]);
    const deals = (await exportOf(out)).filter(({ kind }) => kind === 'deal');
    expect(deals).toHaveLength(5);
    expect(deals.at(-1)).toMatchObject({ actions: [{ text: 'A18, whose words are lost' }, {}, {}, {}] });
    expect(isSound(out)).toBe(true);
  });

  test('says what is lost where the change log cannot help, and keeps what belongs to it', async () => {
    const { app, path, folder } = await onFile(5);
    app.store.close();
    overwrite(path, 4096 * rootOf(path, 'deal'), '\0'.repeat(4096));
    overwrite(path, 4096 * rootOf(path, 'change'), '\0'.repeat(4096));
    const out = join(folder, 'salvaged.db');
    const { tables } = (await app.does(['doctor', '--salvage', out, '--json'])).json();
    expect(tables.find(({ table }: { table: string }) => table === 'change')).toMatchObject({
      rows: 0,
      isWhole: false,
    });
    expect(tables.find(({ table }: { table: string }) => table === 'change').lost).toBeGreaterThan(50);
    expect(isSound(out)).toBe(true);
    const deals = (await exportOf(out)).filter(({ kind }) => kind === 'deal');
    expect(deals.map(({ name }) => name)).toContain('D1, whose facts are lost');
    expect(deals[0]).toMatchObject({ debriefs: [{ reflections: [{ id: 'own-it' }, { id: 'next-time' }] }] });
  });

  test('leaves a file that is there', async () => {
    const { app, folder } = await onFile();
    const out = join(folder, 'salvaged.db');
    writeFileSync(out, 'mine');
    expect(await app.run(['doctor', '--salvage', out])).toMatchObject({ exitCode: 8 });
    expect(readFileSync(out, 'utf8')).toBe('mine');
  });

  test('says that nothing can be read where nothing can', async () => {
    const { app, path, folder } = await onFile();
    app.store.close();
    writeFileSync(path, 'z'.repeat(20_000));
    const out = join(folder, 'salvaged.db');
    expect(await app.run(['doctor', '--salvage', out])).toMatchObject({ exitCode: 6 });
  });

  test('says of a file of a newer lossdebrief what it is, and makes no file', async () => {
    const { app, path, folder } = await onFile();
    app.store.close();
    const newer = new Database(path);
    newer.pragma('user_version = 9000');
    newer.close();
    const before = readFileSync(path);
    const out = join(folder, 'salvaged.db');
    const { exitCode, err } = await app.run(['doctor', '--salvage', out]);
    expect(exitCode).toBe(6);
    expect(err).toMatch(/was made by a newer lossdebrief \(schema 9000, this program knows \d+\)/);
    expect(err).toContain('npm install -g lossdebrief@latest');
    expect(existsSync(out)).toBe(false);
    expect(readFileSync(path)).toEqual(before);
  });
});

async function exportOf(path: string) {
  const store = await openStore({ ...OPEN, path, purpose: 'read' });
  onTestFinished(() => store.close());
  return [...store.exported('complete')];
}

function isSound(path: string): boolean {
  const db = new Database(path, { readonly: true });
  const found = [db.pragma('integrity_check', { simple: true }), db.pragma('foreign_key_check')];
  db.close();
  return JSON.stringify(found) === '["ok",[]]';
}

/** The number of the first page of a table, from 0. */
function rootOf(path: string, table: string): number {
  const db = new Database(path, { readonly: true });
  const page =
    db.prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table) ?? 0;
  db.close();
  return page - 1;
}

function overwrite(path: string, at: number, text: string): void {
  const bytes = readFileSync(path);
  bytes.write(text, at, 'latin1');
  writeFileSync(path, bytes);
}

/** Changes text inside a row, behind SQLite's back. */
function spoil(path: string, text: string, other: string): void {
  const bytes = readFileSync(path, 'latin1');
  writeFileSync(path, bytes.replace(text, other), 'latin1');
}
