import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { backupsOf } from '../../src/store/backups.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('a backup belongs to the file it is a copy of, and to none whose name only begins alike', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'backups'));
  const own = [
    'deals-backup-20261120T160500000Z.db',
    'deals-daily-2026-11-20.db',
    'deals-schema-2-20261101T090000000Z.db',
  ];
  const others = ['deals-2025-backup-20261120T170000000Z.db', 'deals-2025-daily-2026-11-20.db', 'deals-old.db'];
  for (const name of [...own, ...others]) writeFileSync(join(folder, 'backups', name), '');
  const found = backupsOf(join(folder, 'deals.db')).map(({ path }) => path.slice(join(folder, 'backups/').length));
  expect(found.toSorted()).toEqual(own);
});
