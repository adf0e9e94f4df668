import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { filledFile, openMemoryStore, openStore } from '../../src/store/open-store.ts';
import type { FiledDeal } from '../../src/store/store.ts';
import { day } from '../support/days.ts';
import { temporaryFolder } from './temporary-folder.ts';

const OUTSIDE = { today: day('2026-11-20'), now: () => '2026-11-20T12:00:00.000Z' };

const FABRIKAM: FiledDeal = {
  name: 'Fabrikam',
  outcome: undefined,
  amount: { minor: 9_200_000, currency: 'EUR' },
  contractMonths: 24,
  decidedOn: undefined,
  winner: undefined,
  forecast: 60,
  stage: 'proposal',
  account: 'Fabrikam Group',
  owner: 'Robin Hale',
  createdOn: day('2026-10-02'),
  segment: 'Manufacturing',
  persona: 'COO',
  source: 'referral',
  product: 'Planning',
  fields: { region: 'North', tier: 'A' },
};

test('a deal is on file without a debrief', async () => {
  const store = await openMemoryStore(OUTSIDE);
  const id = store.fileDeal(FABRIKAM);
  expect(store.record(id)).toMatchObject({
    deal: { id: 'D1', name: 'Fabrikam', amount: { minor: 9_200_000, currency: 'EUR' }, forecast: 60 },
    debrief: undefined,
  });
});

test('what no question asks for is kept with it', async () => {
  const db = await filled();
  expect(
    db.prepare('SELECT account, owner, created_on, segment, persona, source, product FROM deal').raw().get(),
  ).toEqual(['Fabrikam Group', 'Robin Hale', '2026-10-02', 'Manufacturing', 'COO', 'referral', 'Planning']);
  expect(db.prepare('SELECT key, value FROM deal, json_each(deal.fields) ORDER BY key').raw().all()).toEqual([
    ['region', 'North'],
    ['tier', 'A'],
  ]);
});

test('it is one change in the log', async () => {
  const db = await filled();
  expect(db.prepare('SELECT count(*) FROM change_set').pluck().get()).toBe(1);
});

test('a file that was filled in memory opens like any other', async () => {
  const { bytes, told } = await filledFile(OUTSIDE, async (store) => store.fileDeal(FABRIKAM));
  const path = join(temporaryFolder(), 'filled.db');
  writeFileSync(path, bytes);
  const store = await openStore({ ...OUTSIDE, path, purpose: 'read' });
  expect(store.record(told)?.deal.name).toBe('Fabrikam');
  store.close();
});

async function filled(): Promise<Database.Database> {
  const { bytes } = await filledFile(OUTSIDE, async (store) => store.fileDeal(FABRIKAM));
  return new Database(Buffer.from(bytes));
}
