import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { builtProgram, NORTHWIND, PROGRAM } from '../support/built-program.ts';
import { needed, type Tool } from '../support/tool.ts';

test('the file and its folder are on the disk before a word of the result is printed', (context) => {
  const { program, calls } = traced(needed('strace', context), NORTHWIND);
  const { db } = program;
  const fileSynced = calls.findLastIndex((call) => isSync(call, db));
  const journalGone = calls.findLastIndex((call) => call.startsWith('unlink(') && call.includes('-journal'));
  const folderSynced = calls.findLastIndex((call) => isSync(call, dirname(db)));
  const printed = calls.findIndex((call) => call.startsWith('write(1<'));

  expect(fileSynced).toBeGreaterThan(0);
  expect([fileSynced, journalGone, folderSynced, printed]).toEqual(
    [fileSynced, journalGone, folderSynced, printed].toSorted((one, other) => one - other),
  );
});

test.for<readonly [what: string, args: readonly string[], name: RegExp]>([
  ['a backup', ['backup'], /backups\/lossdebrief-backup-[^/]+\.db$/],
  ['a backup elsewhere', ['backup', 'copy.db'], /\/copy\.db$/],
  ['an export', ['export', '--output', 'all.jsonl'], /\/all\.jsonl$/],
  ['a report', ['report', '--output', 'report.html'], /\/report\.html$/],
  ['a calendar', ['due', '--all', '--ics', 'calls.ics'], /\/calls\.ics$/],
])('%s is on the disk before it has its name, and its folder after that', ([_what, args, name], context) => {
  const strace = needed('strace', context);
  const program = builtProgram();
  expect(program.run(NORTHWIND).exitCode).toBe(0);
  const { calls } = traced(strace, args, program);
  const isNaming = (call: string): boolean =>
    /^(?:rename|link)(?:at2?)?\(/.test(call) && name.test(namesIn(call).at(-1) ?? '');
  const named = calls.findIndex(isNaming);
  const [temporary = '', target = ''] = namesIn(calls[named] ?? '');
  const fileSynced = calls.findLastIndex((call) => isSync(call, temporary));
  const folderSynced = calls.findLastIndex((call) => isSync(call, dirname(target)));
  // Not every one of them prints a result.
  const printed = [...calls, 'write(1<'].findIndex((call) => call.startsWith('write(1<'));

  expect(temporary).toMatch(/\/\.[^/]+\.tmp-\d+$/);
  expect(fileSynced).toBeGreaterThan(0);
  expect([fileSynced, named, folderSynced, printed]).toEqual(
    [fileSynced, named, folderSynced, printed].toSorted((one, other) => one - other),
  );
});

/** The system calls of one run, in order and without the number of their thread. */
function traced(strace: Tool, args: readonly string[], program = builtProgram()) {
  const { folder, env } = program;
  const trace = join(folder, 'trace');
  const watched = [
    '-f',
    '-y',
    '-s',
    '300',
    '-e',
    'trace=fsync,fdatasync,unlink,write,rename,renameat,renameat2,link,linkat',
  ];
  const { status } = spawnSync(strace.path, [...watched, '-o', trace, process.execPath, PROGRAM, ...args], {
    cwd: folder,
    env,
    input: '',
  });
  expect(status).toBe(0);
  const calls = readFileSync(trace, 'utf8').split('\n');
  return { program, calls: calls.map((call) => call.replace(/^\d+\s+/, '')) };
}

/** The paths in a call, those of open files left out. */
function namesIn(call: string): readonly string[] {
  return [...call.matchAll(/"([^"]*)"/g)].map(([, path = '']) => path);
}

function isSync(call: string, path: string): boolean {
  return /^f(data)?sync\(/.test(call) && call.includes(`<${path}>`);
}
