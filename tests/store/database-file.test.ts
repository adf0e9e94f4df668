import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';

import { expect, onTestFinished, test } from 'vitest';

import { APPLICATION_ID, lookAt, type Standing } from '../../src/store/database-file.ts';
import { temporaryFolder } from './temporary-folder.ts';

const BEGIN_FILES = new URL('./begin-files.mjs', import.meta.url);

test('a file that another run begins and backs up at the very moment is empty or ours, and never refused', () => {
  const paths = emptyFiles(300);
  const turn = new Int32Array(new SharedArrayBuffer(4));
  const beginning = new Worker(BEGIN_FILES, { workerData: { paths, header: ownHeader(), turn } });
  onTestFinished(() => void beginning.terminate());
  const seen = new Set<Standing>();
  for (const [index, path] of paths.entries()) {
    seen.add(lookAt(path));
    Atomics.store(turn, 0, index + 1);
    Atomics.notify(turn, 0);
    let standing: Standing;
    do {
      standing = lookAt(path);
      seen.add(standing);
    } while (standing !== 'ours');
  }
  expect(seen).toEqual(new Set(['empty', 'ours']));
});

/** Each in a folder of its own, as their backups share a name. */
function emptyFiles(count: number): readonly string[] {
  const folder = temporaryFolder();
  return Array.from({ length: count }, (_, index) => {
    const path = join(folder, String(index), 'lossdebrief.db');
    mkdirSync(dirname(path));
    writeFileSync(path, '');
    return path;
  });
}

/** The first page of a file of ours, as far as anybody looks who has not opened it. */
function ownHeader(): Buffer {
  const page = Buffer.alloc(4096);
  page.write('SQLite format 3\0', 'latin1');
  page.writeUInt32BE(APPLICATION_ID, 68);
  return page;
}
