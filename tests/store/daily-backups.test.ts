import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { outdated } from '../../src/store/daily-backups.ts';
import { openStore } from '../../src/store/open-store.ts';
import { OPEN } from './northwind.ts';
import { temporaryFolder } from './temporary-folder.ts';

async function logOn(path: string, day: string): Promise<void> {
  const store = await openStore({ ...OPEN, path, purpose: 'write', now: () => `${day}T09:00:00.000Z` });
  store.logTouch(
    { name: 'Contoso' },
    { on: OPEN.today, channel: 'call', missed: false, replyMinutes: undefined, note: undefined },
  );
  store.close();
}

async function dealsIn(path: string): Promise<number> {
  const store = await openStore({ ...OPEN, path, purpose: 'read' });
  const { deals } = store.counts();
  store.close();
  return deals;
}

describe('the first change of a day', () => {
  test('keeps a copy of the file as it was before, once a day', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'lossdebrief.db');
    for (const day of ['2026-11-18', '2026-11-18', '2026-11-19', '2026-11-19', '2026-11-20']) await logOn(path, day);
    const copies = readdirSync(join(folder, 'backups')).map((name) => join(folder, 'backups', name));
    expect(copies.map((copy) => copy.slice(-'18.db'.length))).toEqual(['18.db', '19.db', '20.db']);
    expect(await Promise.all(copies.map(dealsIn))).toEqual([1, 2, 4]);
    expect(copies.map((copy) => statSync(copy).mode & 0o777)).toEqual([0o600, 0o600, 0o600]);
  });

  test('is made all the same where no copy can be', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'lossdebrief.db');
    // A file where the folder of the copies would be is as bad as a full disk.
    writeFileSync(join(folder, 'backups'), '');
    for (const day of ['2026-11-18', '2026-11-19', '2026-11-20']) await logOn(path, day);
    expect(await dealsIn(path)).toBe(3);
  });
});

const name = fc
  .tuple(fc.integer({ min: 2024, max: 2026 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(
    ([year, month, day]) =>
      `lossdebrief-daily-${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}.db`,
  );

test('ten days stay, and the last one of each month before', () => {
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 60 }), (names) => {
      const gone = new Set(outdated(names));
      const kept = names.filter((one) => !gone.has(one)).toSorted();
      expect(kept.slice(-10)).toEqual(names.toSorted().slice(-10));
      const older = names.toSorted().slice(0, -10);
      const lastOfEach = older.filter((one, index) => older[index + 1]?.slice(0, -6) !== one.slice(0, -6));
      expect(kept.slice(0, -10)).toEqual(lastOfEach);
    }),
  );
});
