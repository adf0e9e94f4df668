import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';

import { recordChange } from '../../src/store/change-log.ts';
import { connect, connectMemory, type OpenOptions } from '../../src/store/connect.ts';
import type { Connection } from '../../src/store/connection.ts';
import { insertDeal } from '../../src/store/deals.ts';
import { newUuid } from '../../src/store/fingerprint.ts';
import { type Migration, MIGRATIONS } from '../../src/store/migrations.ts';
import { storeOn } from '../../src/store/open-store.ts';
import { NORTHWIND, OPEN } from './northwind.ts';
import { sha256Of, temporaryFolder } from './temporary-folder.ts';

/** What each released step was when it was released. Add a line for a new one; never change a line. */
const RELEASED: Readonly<Record<string, string>> = {
  '0001-first': '77e73cdc886930bfbe2d8c46df35cf1b6a831038b0e7fb2ba20aee044afebe93',
  '0002-undo': '90a84dd0d7dd05eec284786beb2011a5dcdf50c059539bb10d24e2ae19c87101',
  '0003-deal-fields': 'd0696a9ca63a94266b00ab4cf99a7baf247e0e0e3624237333e76e2bba5f4044',
};

test('no released step has been edited', () => {
  const now = MIGRATIONS.map(({ name, sql }) => [name, createHash('sha256').update(sql).digest('hex')]);
  expect(Object.fromEntries(now)).toEqual(RELEASED);
});

const MOOD: Migration = {
  name: 'mood',
  sql: `
    CREATE TABLE mood (id INTEGER PRIMARY KEY, deal_id INTEGER NOT NULL REFERENCES deal (id), level INTEGER) STRICT;
    INSERT INTO mood (deal_id, level) SELECT id, 3 FROM deal;
    ALTER TABLE deal ADD COLUMN region TEXT;`,
};
const BROKEN: Migration = { name: 'broken', sql: 'INSERT INTO nowhere VALUES (1)' };
const DANGLING: Migration = {
  name: 'dangling',
  sql: "INSERT INTO lesson (id, deal_id, on_day, text) VALUES (1, 99, '2026-11-20', 'x')",
};

/** A file of the schema before the injected steps, with one debrief in it. */
function olderFile(): string {
  const path = join(temporaryFolder(), 'lossdebrief.db');
  const { db, ...rest } = connect(Database, { ...OPEN, path, purpose: 'write' }, {});
  storeOn({ db, ...rest }).saveDebrief(NORTHWIND);
  db.close();
  return path;
}

function upgraded(path: string, steps: readonly Migration[], purpose: OpenOptions['purpose'] = 'write'): Connection {
  const connection = connect(Database, { ...OPEN, path, purpose }, { migrations: [...MIGRATIONS, ...steps] });
  onTestFinished(() => void connection.db.close());
  return connection;
}

test.each(['read', 'write'] as const)(
  'opening an older file to %s brings it up to date, with all that is in it',
  (purpose) => {
    const connection = upgraded(olderFile(), [MOOD], purpose);
    expect(connection.db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length + 1);
    expect(connection.db.prepare('SELECT deal_id, level FROM mood').all()).toEqual([{ deal_id: 1, level: 3 }]);
    expect(storeOn(connection).record('D1')?.debrief?.answers).toEqual(NORTHWIND.debrief.answers);
  },
);

/** A debrief as it was saved when a deal had fewer columns than are read now. */
function saveAsThen(connection: Connection): void {
  recordChange(connection, 'save-debrief', () => {
    const deal = insertDeal(connection, NORTHWIND.deal);
    connection.db
      .prepare(
        `INSERT INTO debrief (uuid, deal_id, pass, framework, version, seconds, made_on, seal)
         VALUES (?, ?, 'quick', 'loss', 1, 104, '2026-11-20', ?)`,
      )
      .run(newUuid(), deal, '0'.repeat(64));
  });
}

test('a change of a file from before undo can be taken back after the upgrade', () => {
  const path = join(temporaryFolder(), 'lossdebrief.db');
  const first = connect(Database, { ...OPEN, path, purpose: 'write' }, { migrations: MIGRATIONS.slice(0, 1) });
  saveAsThen(first);
  first.db.close();
  const connection = upgraded(path, []);
  const store = storeOn(connection);
  expect(store.undo.next()).toMatchObject({ id: 1, what: 'save-debrief' });
  store.undo.take(1);
  expect(store.counts()).toEqual({ deals: 0, debriefs: 0, drafts: 1 });
});

test('the custom fields of a file from before they stood in their deal are in it after the upgrade', () => {
  const path = join(temporaryFolder(), 'lossdebrief.db');
  const before = connect(Database, { ...OPEN, path, purpose: 'write' }, { migrations: MIGRATIONS.slice(0, 2) });
  saveAsThen(before);
  before.db.exec(
    `INSERT INTO custom_field (deal_id, name, value) VALUES (1, 'Region', 'North'), (1, 'Say "when"', 'soon')`,
  );
  before.db.close();
  const store = storeOn(upgraded(path, []));
  expect(store.customFields()).toEqual([
    { name: 'Region', values: 1 },
    { name: 'Say "when"', values: 1 },
  ]);
});

test('what a step does is not in the change log, but later changes of its tables are', () => {
  const { db } = upgraded(olderFile(), [MOOD]);
  const logged = db.prepare(`SELECT count(*) FROM change WHERE table_name = 'mood'`).pluck();
  expect(logged.get()).toBe(0);
  db.exec(`UPDATE mood SET level = 4; UPDATE deal SET region = 'north'`);
  expect(logged.get()).toBe(1);
  const [deal] = db.prepare<[], string>(`SELECT after FROM change ORDER BY id DESC LIMIT 1`).pluck().all();
  expect(JSON.parse(deal ?? '')).toMatchObject({ name: 'Northwind Logistics', region: 'north' });
});

test('before an upgrade the whole file is kept as a backup', () => {
  const path = olderFile();
  upgraded(path, [MOOD]);
  const folder = join(path, '..', 'backups');
  expect(readdirSync(folder)).toEqual([`lossdebrief-schema-${MIGRATIONS.length}-20261120T160500000Z.db`]);
  const backup = join(folder, readdirSync(folder)[0] ?? '');
  const kept = connect(Database, { ...OPEN, path: backup, purpose: 'read' }, {});
  onTestFinished(() => void kept.db.close());
  expect(storeOn(kept).record('D1')?.deal.name).toBe('Northwind Logistics');
});

test.skipIf(process.platform === 'win32')('a backup is for the person alone, whatever the umask', () => {
  const previous = process.umask(0);
  onTestFinished(() => void process.umask(previous));
  const path = olderFile();
  upgraded(path, [MOOD]);
  const folder = join(path, '..', 'backups');
  const modes = [folder, ...readdirSync(folder).map((name) => join(folder, name))].map((made) => statSync(made).mode);
  expect(modes.map((mode) => (mode & 0o777).toString(8))).toEqual(['700', '600']);
});

test('a new file needs no backup', () => {
  const path = join(temporaryFolder(), 'lossdebrief.db');
  upgraded(path, [MOOD]);
  expect(existsSync(join(path, '..', 'backups'))).toBe(false);
});

test.each([
  ['fails', BROKEN, /no such table: nowhere/],
  ['leaves rows that point nowhere', DANGLING, /1 rows that point nowhere/],
])('a step that %s leaves the file as it was, steps before it included', (_, step, message) => {
  const path = olderFile();
  const before = sha256Of(path);
  expect(() => upgraded(path, [MOOD, step])).toThrow(message);
  expect(sha256Of(path)).toBe(before);
});

test('a backup that cannot be written stops the upgrade', () => {
  const path = olderFile();
  const before = sha256Of(path);
  writeFileSync(join(path, '..', 'backups'), 'a file where the folder should be');
  expect(() => upgraded(path, [MOOD])).toThrow(expect.objectContaining({ name: 'UserError', exitCode: 6 }));
  expect(sha256Of(path)).toBe(before);
});

test('every table is strict', () => {
  const { db } = connectMemory(Database, OPEN);
  onTestFinished(() => void db.close());
  const loose = db.prepare(
    `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT GLOB 'sqlite_*'`,
  );
  expect(loose.pluck().all()).toEqual([]);
});

test('every reference between tables has an index to follow it back', () => {
  const { db } = connectMemory(Database, OPEN);
  onTestFinished(() => void db.close());
  const unindexed = db
    .prepare(
      `SELECT list.name || '.' || key."from"
       FROM pragma_table_list AS list, pragma_foreign_key_list(list.name) AS key
       WHERE list.schema = 'main'
         AND NOT EXISTS (SELECT 1 FROM pragma_table_info(list.name) WHERE name = key."from" AND pk = 1)
         AND NOT EXISTS (
           SELECT 1 FROM pragma_index_list(list.name) AS i, pragma_index_info(i.name) AS c
           WHERE c.seqno = 0 AND c.name = key."from" AND NOT i.partial)`,
    )
    .pluck();
  expect(unindexed.all()).toEqual([]);
});
