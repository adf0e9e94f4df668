import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { builtProgram, NORTHWIND, PROGRAM } from '../support/built-program.ts';
import { needed, type Tool } from '../support/tool.ts';

test('the file and its folder are on the disk before a word of the result is printed', (context) => {
  const { calls, db } = tracedSave(needed('strace', context));
  const fileSynced = calls.findLastIndex((call) => isSync(call, db));
  const journalGone = calls.findLastIndex((call) => call.startsWith('unlink(') && call.includes('-journal'));
  const folderSynced = calls.findLastIndex((call) => isSync(call, dirname(db)));
  const printed = calls.findIndex((call) => call.startsWith('write(1<'));

  expect(fileSynced).toBeGreaterThan(0);
  expect([fileSynced, journalGone, folderSynced, printed]).toEqual(
    [fileSynced, journalGone, folderSynced, printed].toSorted((one, other) => one - other),
  );
});

/** The system calls of one `new`, in order and without the number of their thread. */
function tracedSave(strace: Tool): { readonly calls: readonly string[]; readonly db: string } {
  const { folder, db, env } = builtProgram();
  const trace = join(folder, 'trace');
  const watched = ['-f', '-y', '-e', 'trace=fsync,fdatasync,unlink,write', '-o', trace];
  const { status } = spawnSync(strace.path, [...watched, process.execPath, PROGRAM, ...NORTHWIND], { env, input: '' });
  expect(status).toBe(0);
  const calls = readFileSync(trace, 'utf8').split('\n');
  return { calls: calls.map((call) => call.replace(/^\d+\s+/, '')), db };
}

function isSync(call: string, path: string): boolean {
  return /^f(data)?sync\(/.test(call) && call.includes(`<${path}>`);
}
