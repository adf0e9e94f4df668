import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';

import { connect, type OpenOptions, type Tuning } from '../../src/store/connect.ts';
import type { Connection } from '../../src/store/connection.ts';
import { storeOn } from '../../src/store/open-store.ts';
import { NORTHWIND, OPEN } from './northwind.ts';
import { temporaryFolder } from './temporary-folder.ts';

const HOLD_LOCK = new URL('./hold-lock.mjs', import.meta.url);
const LEAVE_HOT_JOURNAL = new URL('./leave-hot-journal.mjs', import.meta.url);

function connected(path: string, purpose: OpenOptions['purpose'], tuning: Tuning = {}): Connection {
  const connection = connect(Database, { ...OPEN, path, purpose }, tuning);
  onTestFinished(() => void connection.db.close());
  return connection;
}

function newPath(): string {
  return join(temporaryFolder(), 'lossdebrief.db');
}

/** Starts a plain Node program against the file, and waits for its first word. */
async function child(script: URL, path: string): Promise<{ readonly kill: () => Promise<void> }> {
  const program = spawn(process.execPath, [fileURLToPath(script), path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(program, 'exit');
  onTestFinished(() => void program.kill('SIGKILL'));
  await once(program.stdout, 'data');
  return {
    kill: async () => {
      program.kill('SIGKILL');
      await gone;
    },
  };
}

test.each(['read', 'write'] as const)('a file opened to %s is as safe as SQLite can make it', (purpose) => {
  const path = newPath();
  connected(path, 'write');
  const { db } = connected(path, purpose);
  const settings = Object.fromEntries(
    [
      'application_id',
      'foreign_keys',
      'trusted_schema',
      'journal_mode',
      'synchronous',
      'fullfsync',
      'secure_delete',
      'temp_store',
      'cell_size_check',
      'busy_timeout',
      'query_only',
    ].map((name) => [name, db.pragma(name, { simple: true })]),
  );
  expect(settings).toEqual({
    application_id: 0x4c444246,
    foreign_keys: 1,
    trusted_schema: 0,
    journal_mode: 'delete',
    synchronous: 3,
    fullfsync: 1,
    secure_delete: 1,
    temp_store: 2,
    cell_size_check: 1,
    busy_timeout: 5000,
    query_only: purpose === 'read' ? 1 : 0,
  });
});

test('a writer waits for another that is saving, then says that it is busy', async () => {
  const path = newPath();
  const store = storeOn(connected(path, 'write', { busyTimeout: 50 }));
  const holder = await child(HOLD_LOCK, path);
  expect(() => store.saveDebrief(NORTHWIND)).toThrow(
    expect.objectContaining({
      name: 'UserError',
      exitCode: 7,
      message: expect.stringContaining('Another lossdebrief'),
    }),
  );
  await holder.kill();
  expect(store.saveDebrief(NORTHWIND).deal.id).toBe('D1');
});

test('readers go on while another is preparing to save', async () => {
  const path = newPath();
  storeOn(connected(path, 'write')).saveDebrief(NORTHWIND);
  await child(HOLD_LOCK, path);
  const reader = storeOn(connected(path, 'read', { busyTimeout: 0 }));
  expect(reader.counts().debriefs).toBe(1);
});

test('a reader undoes what a crash left half done', async () => {
  const path = newPath();
  storeOn(connected(path, 'write')).saveDebrief(NORTHWIND);
  const crashing = await child(LEAVE_HOT_JOURNAL, path);
  await crashing.kill();
  expect(existsSync(`${path}-journal`)).toBe(true);
  const records = storeOn(connected(path, 'read')).records({});
  expect(records.map(({ deal }) => deal.name)).toEqual(['Northwind Logistics']);
  expect(existsSync(`${path}-journal`)).toBe(false);
});

test('a full disk is said as such, and nothing of the debrief is kept', () => {
  const connection = connected(newPath(), 'write');
  const pages = Number(connection.db.pragma('page_count', { simple: true }));
  connection.db.pragma(`max_page_count = ${pages}`);
  const store = storeOn(connection);
  const draft = store.drafts.begin({ framework: 'loss', version: 1, answers: { deal: 'Contoso' }, seconds: 4 });
  const long = { ...NORTHWIND, draft: draft.id, contact: { name: 'Dana Reyes'.repeat(50_000) } };
  expect(() => store.saveDebrief(long)).toThrow(
    expect.objectContaining({ exitCode: 6, message: expect.stringContaining('The disk is full') }),
  );
  expect(store.counts()).toEqual({ deals: 0, debriefs: 0, drafts: 1 });
});
