import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';

import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';

import { seededRandom } from '../../src/core/statistics/seeded-random.ts';
import { connect } from '../../src/store/connect.ts';
import { openStore, storeOn } from '../../src/store/open-store.ts';
import { brokenSeals } from '../../src/store/seals.ts';
import { rounds } from '../support/rounds.ts';
import { NORTHWIND, OPEN } from './northwind.ts';
import { sha256Of, temporaryFolder } from './temporary-folder.ts';

const SAVE_DEBRIEFS = fileURLToPath(new URL('./save-debriefs.mjs', import.meta.url));
const ROUNDS = rounds(10);

/** Starts saving without end, and kills it some milliseconds after the first save was acknowledged; the ids it was told. */
async function savesUntilKilled(path: string, milliseconds: number): Promise<readonly string[]> {
  const saving = spawn(process.execPath, [SAVE_DEBRIEFS, path, JSON.stringify(NORTHWIND)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let told = '';
  saving.stdout.setEncoding('utf8').on('data', (text: string) => (told += text));
  const closed = once(saving, 'close');
  await Promise.race([once(saving.stdout, 'data'), closed]);
  await sleep(milliseconds);
  saving.kill('SIGKILL');
  await closed;
  return told.split('\n').filter((id) => id !== '');
}

test('whatever moment it is killed at, every acknowledged debrief is whole, and none is there by half', async () => {
  const path = join(temporaryFolder(), 'lossdebrief.db');
  const random = seededRandom(20_261_120);
  const acknowledged: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    acknowledged.push(...(await savesUntilKilled(path, 20 + 180 * random())));
    const connection = connect(Database, { ...OPEN, path, purpose: 'write' }, {});
    const records = storeOn(connection).records({});
    const parts = records.map((record) => ({
      answers: record.debrief?.answers,
      contact: record.contact,
      actions: record.actions.length,
      schedule: record.otherEntries.length + (record.followUp === undefined ? 0 : 1),
    }));
    expect(connection.db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(brokenSeals(connection)).toEqual([]);
    expect(records.map(({ deal }) => deal.id)).toEqual(expect.arrayContaining(acknowledged));
    expect(new Set(parts.map((part) => JSON.stringify(part)))).toEqual(
      new Set([
        JSON.stringify({ answers: NORTHWIND.debrief.answers, contact: NORTHWIND.contact, actions: 2, schedule: 3 }),
      ]),
    );
    expect(storeOn(connection).drafts.all().length).toBeLessThanOrEqual(round + 1);
    connection.db.close();
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(ROUNDS);
});

test('eight that save at once to a file that is not there yet all succeed', async () => {
  const path = join(temporaryFolder(), 'data', 'lossdebrief.db');
  const programs = Array.from({ length: 8 }, () =>
    spawn(process.execPath, [SAVE_DEBRIEFS, path, JSON.stringify(NORTHWIND), '1'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
  );
  const exits = await Promise.all(programs.map((program) => once(program, 'close')));
  expect(exits.map(([code]) => code as unknown)).toEqual(Array.from({ length: 8 }, () => 0));
  const store = await openStore({ ...OPEN, path, purpose: 'read' });
  onTestFinished(store.close);
  expect(store.counts()).toEqual({ deals: 8, debriefs: 8, drafts: 0 });
});

const NOBODY = 65_534;
const canBeNobody = process.getuid?.() === 0;

describe.skipIf(!canBeNobody)('for somebody who may only read the file', () => {
  test('it is read', async () => {
    const path = await readOnlyFile();
    expect(await openAsNobody(path, 'read')).toEqual({ deals: 1, debriefs: 1, drafts: 0 });
  });

  test('saving is refused on opening, before anything could be asked', async () => {
    const path = await readOnlyFile();
    const before = sha256Of(path);
    expect(await openAsNobody(path, 'write')).toMatchObject({
      exitCode: 6,
      message: expect.stringContaining('may only be read') as unknown,
    });
    expect(sha256Of(path)).toBe(before);
  });
});

/** A saved file that belongs to root, in a folder that belongs to root. */
async function readOnlyFile(): Promise<string> {
  const folder = temporaryFolder();
  const path = join(folder, 'lossdebrief.db');
  const store = await openStore({ ...OPEN, path, purpose: 'write' });
  store.saveDebrief(NORTHWIND);
  store.close();
  chmodSync(path, 0o444);
  chmodSync(folder, 0o755);
  return path;
}

async function openAsNobody(path: string, purpose: string): Promise<unknown> {
  const program = spawn(process.execPath, [fileURLToPath(new URL('./open-as.mjs', import.meta.url)), path, purpose], {
    uid: NOBODY,
    gid: NOBODY,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void program.kill());
  let said = '';
  program.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  await once(program, 'close');
  return JSON.parse(said) as unknown;
}
