import { describe, expect, test } from 'vitest';
import { checksOf, shortPath, syncedBy } from '../../src/core/health.ts';
import type { Inspection } from '../../src/core/own-file.ts';

const HOME = '/home/dana';
const SOUND: Inspection = {
  path: '/home/dana/.local/share/lossdebrief/lossdebrief.db',
  size: 1_500_000,
  mode: 0o600,
  folderMode: 0o700,
  fileSystem: 0xef53,
  maker: 'ours',
  hasJournal: false,
  schema: 3,
  knownSchema: 3,
  content: { problems: [], dangling: 0, brokenSeals: [], counts: { deals: 12 } },
  backups: { count: 2, newest: { path: '/home/dana/.local/share/lossdebrief/backups/a.db', on: '2026-11-20' } },
  sqlite: '3.53.2',
};

function stateOf(id: string, changed: Partial<Inspection>): string | undefined {
  return checksOf({ ...SOUND, ...changed }, (path) => shortPath(path, HOME)).find((check) => check.id === id)?.state;
}

test('of a sound file there is nothing but good to say', () => {
  const checks = checksOf(SOUND, (path) => shortPath(path, HOME));
  expect(checks.map(({ state }) => state)).toEqual(checks.map(() => 'good'));
});

describe('what is wrong or wants care is told', () => {
  test.each<[id: string, state: string, changed: Partial<Inspection>]>([
    ['file', 'wrong', { size: 0 }],
    ['file', 'wrong', { maker: 'other' }],
    ['file', 'wrong', { maker: 'unknown' }],
    ['file', 'good', { size: undefined }],
    ['place', 'care', { fileSystem: 0x6969 }],
    ['place', 'care', { fileSystem: -0xacb2be | 0 }],
    ['place', 'care', { path: '/home/dana/Dropbox/lossdebrief.db' }],
    ['permissions', 'care', { mode: 0o644, folderMode: 0o755 }],
    ['permissions', 'good', { mode: 0o644 }],
    ['permissions', 'care', { mode: 0o400 }],
    ['permissions', 'good', { mode: undefined }],
    ['schema', 'wrong', { schema: 9000 }],
    ['schema', 'good', { schema: 1 }],
    ['journal', 'wrong', { hasJournal: true, content: { fault: 'SQLITE_READONLY_ROLLBACK' } }],
    ['journal', 'care', { hasJournal: true }],
    ['content', 'wrong', { content: { fault: 'SQLITE_CORRUPT' } }],
    [
      'content',
      'wrong',
      { content: { problems: ['row 7 missing from index'], dangling: 0, brokenSeals: [], counts: {} } },
    ],
    ['content', 'wrong', { content: { problems: [], dangling: 2, brokenSeals: [], counts: {} } }],
    ['seals', 'wrong', { content: { problems: [], dangling: 0, brokenSeals: ['D3'], counts: {} } }],
    ['backups', 'care', { backups: { count: 0, newest: undefined } }],
    ['backups', 'wrong', { backups: { count: 3, newest: undefined } }],
  ])('%s is %s with %j', (id, state, changed) => {
    expect(stateOf(id, changed)).toBe(state);
  });
});

test.each<[what: string, changed: Partial<Inspection>, hint: string]>([
  ['a sound file', {}, 'lossdebrief backup'],
  ['a file that cannot be read', { content: { fault: 'SQLITE_CORRUPT' } }, 'Look for a copy of your own.'],
  ['a file without its beginning', { maker: 'unknown', content: undefined }, 'Look for a copy of your own.'],
])('where there are no backups of %s, what is advised can be done', (_what, changed, hint) => {
  const inspection = { ...SOUND, ...changed, backups: { count: 0, newest: undefined } };
  expect(checksOf(inspection, (path) => path).find(({ id }) => id === 'backups')?.hint).toBe(hint);
});

test('what others read has the person’s folder shortened', () => {
  const texts = checksOf({ ...SOUND, mode: 0o644, folderMode: 0o755, maker: 'other' }, (path) => shortPath(path, HOME));
  expect(JSON.stringify(texts)).not.toContain('dana');
});

test.each([
  ['/home/dana/lossdebrief.db', '~/lossdebrief.db'],
  ['/home/danae/lossdebrief.db', '/home/danae/lossdebrief.db'],
  ['/home/dana', '/home/dana'],
])('%s is shown as %s', (path, shown) => {
  expect(shortPath(path, HOME)).toBe(shown);
});

test.each([
  ['/home/dana/Dropbox/work/l.db', 'Dropbox'],
  ['/home/dana/Dropbox (Northwind)/l.db', 'Dropbox'],
  ['C:\\Users\\dana\\OneDrive - Northwind\\l.db', 'OneDrive'],
  ['/Users/dana/Library/Mobile Documents/com~apple~CloudDocs/l.db', 'iCloud'],
  ['/Users/dana/Library/CloudStorage/GoogleDrive-dana/l.db', 'Google Drive'],
  ['/home/dana/Nextcloud/l.db', 'Nextcloud'],
  ['/home/dana/dropbox.db', undefined],
  ['/home/dana/boxes/l.db', undefined],
])('%s is kept in step by %s', (path, service) => {
  expect(syncedBy(path)).toBe(service);
});
