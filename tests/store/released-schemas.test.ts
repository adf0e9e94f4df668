import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';

import { MIGRATIONS } from '../../src/store/migrations.ts';
import { openStore } from '../../src/store/open-store.ts';
import { expectAllKept, putKeptFile } from '../support/kept-file.ts';
import { insideSoundFile } from '../support/sound-file.ts';
import { OPEN } from './northwind.ts';
import { temporaryFolder } from './temporary-folder.ts';

const SCHEMAS = MIGRATIONS.map((_, index) => index + 1);

test('a file of every released schema is kept here', () => {
  const kept = readdirSync(new URL('../fixtures/schemas', import.meta.url));
  expect(kept.toSorted()).toEqual(SCHEMAS.map((schema) => `schema-${schema}.db.gz`));
});

describe.each(SCHEMAS)('a file of schema %i', (schema) => {
  const keptFile = (): string => {
    const path = join(temporaryFolder(), 'lossdebrief.db');
    putKeptFile(schema, path);
    return path;
  };

  test('has everything in it after it was brought up to date', () => {
    const path = keptFile();
    expect(schemaOf(path)).toBe(schema);
    insideSoundFile(path, expectAllKept);
    expect(schemaOf(path)).toBe(MIGRATIONS.length);
  });

  test('can be gone on with: its latest change is taken back, and a new one is made', async () => {
    const store = await openStore({ ...OPEN, path: keptFile(), purpose: 'write' });
    onTestFinished(store.close);
    const latest = store.undo.next();
    store.undo.take(latest?.id ?? 0);
    store.addLesson('D2', 'Ask who decides.', OPEN.today);
    expect(store.lessons('Ask')).toHaveLength(1);
  });

  test.each(MIGRATIONS.slice(schema).map(({ name }) => name))(
    'is as it was where its upgrade was killed in the middle of %s, and can be upgraded then',
    async (step) => {
      const path = keptFile();
      await upgradeKilledIn(step, path);
      expect(schemaOf(path)).toBe(schema);
      insideSoundFile(path, expectAllKept);
    },
  );
});

const MIGRATE_UNTIL = fileURLToPath(new URL('./migrate-until.mjs', import.meta.url));

/** Kills an upgrade that is busy with this step and has written what the step writes. */
async function upgradeKilledIn(step: string, path: string): Promise<void> {
  const upgrade = spawn(process.execPath, [MIGRATE_UNTIL, path, step], { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(upgrade, 'close');
  expect(String((await once(upgrade.stdout, 'data'))[0])).toBe(step);
  await sleep(50);
  upgrade.kill('SIGKILL');
  expect(await closed).toEqual([null, 'SIGKILL']);
}

/** Asked of SQLite, which first undoes what was left half done. */
function schemaOf(path: string): number {
  const db = new Database(path);
  try {
    return Number(db.pragma('user_version', { simple: true }));
  } finally {
    db.close();
  }
}
