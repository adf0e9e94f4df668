import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';

import { connectMemory } from '../../src/store/connect.ts';
import type { Connection } from '../../src/store/connection.ts';
import { storeOn } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { NORTHWIND, OPEN, TODAY } from './northwind.ts';

interface Change {
  readonly changeSet: number;
  readonly what: string;
  readonly at: string;
  readonly table: string;
  readonly row: number;
  readonly before: string | null;
  readonly after: string | null;
}

function memory(): { readonly store: Store; readonly connection: Connection } {
  const connection = connectMemory(Database, OPEN);
  onTestFinished(() => void connection.db.close());
  return { store: storeOn(connection), connection };
}

function changes({ db }: Connection): readonly Change[] {
  return db
    .prepare<[], Change>(
      `SELECT change_set_id AS changeSet, what, at, table_name AS "table", row_id AS row, before, after
       FROM change JOIN change_set ON change_set.id = change_set_id ORDER BY change.id`,
    )
    .all();
}

/** Every row of every table, but for drafts, settings and the log. */
function content({ db }: Connection): Readonly<Record<string, readonly unknown[]>> {
  const tables = db
    .prepare<[], string>(`SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main'`)
    .pluck()
    .all()
    .filter((name) => !/^(sqlite_.*|draft|draft_answer|setting|change|change_set)$/.test(name));
  return Object.fromEntries(tables.map((table) => [table, db.prepare(`SELECT * FROM ${table} ORDER BY rowid`).all()]));
}

test('a saved debrief is one change, and every row of it is in the log as it became', () => {
  const { store, connection } = memory();
  store.saveDebrief(NORTHWIND);
  const log = changes(connection);
  expect(new Set(log.map(({ changeSet, what, at }) => `${changeSet} ${what} ${at}`))).toEqual(
    new Set(['1 save-debrief 2026-11-20T16:05:00.000Z']),
  );
  for (const [table, rows] of Object.entries(content(connection))) {
    const logged = log.filter((change) => change.table === table);
    expect(logged.map(({ after }) => JSON.parse(after ?? 'null') as unknown)).toEqual(rows);
  }
  expect(log.every(({ before }) => before === null)).toBe(true);
});

test('a later change is another one, with rows as they were and as they became', () => {
  const { store, connection } = memory();
  store.saveDebrief(NORTHWIND);
  store.apply('finish', [{ kind: 'close', id: 'A1', state: 'done', note: 'They picked up.' }], TODAY);
  const [update, note, ...others] = changes(connection).filter(({ what }) => what === 'finish');
  expect(JSON.parse(update?.before ?? '')).toMatchObject({ id: 1, state: 'open', closed_on: null });
  expect(JSON.parse(update?.after ?? '')).toMatchObject({ id: 1, state: 'done', closed_on: TODAY });
  expect(note).toMatchObject({ table: 'closing_note', before: null });
  expect(others).toEqual([]);
});

test('taking every change back leaves the records as they were before', () => {
  const { store, connection } = memory();
  const { db } = connection;
  store.saveDebrief(NORTHWIND);
  const before = content(connection);
  store.saveDebrief({ ...NORTHWIND, dealId: 'D1' });
  store.apply(
    'finish',
    [
      { kind: 'close', id: 'A1', state: 'done', note: 'They picked up.' },
      { kind: 'close', id: 'F1', state: 'done', note: 'They picked up.' },
    ],
    TODAY,
  );
  const log = changes(connection).filter(({ changeSet }) => changeSet > 1);
  db.pragma('foreign_keys = OFF');
  for (const { table, row, before: old } of log.toReversed()) {
    db.prepare(`DELETE FROM ${table} WHERE rowid = ?`).run(row);
    if (old === null) continue;
    const columns = Object.entries(JSON.parse(old) as Record<string, unknown>);
    db.prepare(
      `INSERT INTO ${table} (${columns.map(([name]) => name).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    ).run(columns.map(([, value]) => value));
  }
  expect(content(connection)).toEqual(before);
});

test('deleting a deal logs everything that goes with it', () => {
  const { store, connection } = memory();
  store.saveDebrief(NORTHWIND);
  const rows = changes(connection).length;
  connection.db.exec(`INSERT INTO change_set (at, what) VALUES ('2026-11-21T08:00:00Z', 'purge'); DELETE FROM deal`);
  const purged = changes(connection).filter(({ what }) => what === 'purge');
  expect(purged).toHaveLength(rows);
  expect(purged.every(({ before, after }) => before !== null && after === null)).toBe(true);
});

test('drafts and settings leave no trace in the log', () => {
  const { store, connection } = memory();
  const { id } = store.drafts.begin({ framework: 'loss', version: 1, answers: { deal: 'Contoso' }, seconds: 3 });
  store.drafts.keep(id, { answers: { deal: 'Contoso', forecast: 70 }, seconds: 9 });
  store.drafts.discard(id);
  store.keepSetting('currency', 'EUR');
  expect(changes(connection)).toEqual([]);
});
