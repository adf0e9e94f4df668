import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { sha256Of } from '../store/temporary-folder.ts';
import { builtProgram, NORTHWIND, PROGRAM } from '../support/built-program.ts';

test('the sample is made in a temporary folder, for this person alone', () => {
  const { folder, run } = builtProgram();
  const { path, deals } = JSON.parse(run(['demo', '--json'], { env: { TMPDIR: folder } }).stdout);
  expect(dirname(dirname(path))).toBe(folder);
  expect([statSync(dirname(path)).mode & 0o777, statSync(path).mode & 0o777]).toEqual([0o700, 0o600]);
  expect(JSON.parse(run(['list', '--json', '--db', path]).stdout).deals).toHaveLength(deals);
});

test('each sample is a new one', () => {
  const { folder, run } = builtProgram();
  const paths = [0, 1].map(() => JSON.parse(run(['demo', '--json'], { env: { TMPDIR: folder } }).stdout).path);
  expect(new Set(paths).size).toBe(2);
});

test('the own file is not made for it, and stays as it was where there is one', () => {
  const { folder, db, run } = builtProgram();
  run(['demo'], { env: { TMPDIR: folder } });
  expect(existsSync(db)).toBe(false);
  run(NORTHWIND);
  const before = sha256Of(db);
  run(['demo'], { env: { TMPDIR: folder } });
  expect(sha256Of(db)).toBe(before);
});

test('the place of the own file is refused before there is one', () => {
  const { db, run } = builtProgram();
  expect(run(['demo', '--output', db])).toMatchObject({ exitCode: 2, stdout: '' });
  expect(existsSync(db)).toBe(false);
});

test.skipIf(process.platform === 'win32')('every command it prints can be pasted into a shell', () => {
  const { folder, env, run } = builtProgram();
  const { stdout } = run(['demo', '--output', `it's a demo.db`]);
  const commands = [...stdout.matchAll(/^ {2}(lossdebrief .*)$/gm)].map(([, command = '']) => command);
  const program = `lossdebrief() { '${process.execPath}' '${PROGRAM}' "$@"; }`;
  const hasReport = run(['--help']).stdout.includes('\n  report');
  const failed = commands.filter((command) => {
    if (command.endsWith(' report') && !hasReport) return false;
    const ran = spawnSync('sh', ['-c', `${program}; ${command}`], { cwd: folder, env, encoding: 'utf8' });
    return ran.status !== 0 || ran.stdout === '';
  });
  expect(commands).toHaveLength(6);
  expect(failed).toEqual([]);
});
