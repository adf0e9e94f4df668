// Begins files of ours as another run does, one after the other: the first bytes at once, then a backup. It begins each when
// it is told to, so that whoever looks at the file is in the middle of looking.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { workerData } from 'node:worker_threads';

const { paths, header, turn } = workerData;
for (const [index, path] of paths.entries()) {
  Atomics.wait(turn, 0, index);
  writeFileSync(path, header);
  mkdirSync(join(dirname(path), 'backups'));
  writeFileSync(join(dirname(path), 'backups', 'lossdebrief-daily-2026-11-20.db'), header);
}
