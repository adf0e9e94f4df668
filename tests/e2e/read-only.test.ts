import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test, type TestContext } from 'vitest';
import { sha256Of } from '../store/temporary-folder.ts';
import { builtProgram, NORTHWIND, PROGRAM, type Run } from '../support/built-program.ts';
import { asRoot, NOBODY } from '../support/root.ts';
import { smallDisk } from '../support/small-disk.ts';

/** A file that may only be read, and a program that runs on it. */
interface ReadOnly {
  readonly db: string;
  readonly run: (...args: readonly string[]) => Run;
}

/** A file that belongs to root, seen by somebody else. */
function ofSomebodyElse(context: TestContext): ReadOnly {
  asRoot(context);
  const { db, env, folder, run } = builtProgram();
  run(NORTHWIND);
  chmodSync(folder, 0o755);
  chmodSync(dirname(db), 0o755);
  chmodSync(db, 0o444);
  return {
    db,
    run: (...args) => {
      const ran = spawnSync(process.execPath, [PROGRAM, ...args], {
        ...NOBODY,
        cwd: '/',
        env,
        encoding: 'utf8',
        input: '',
      });
      return { exitCode: ran.status, stdout: ran.stdout, stderr: ran.stderr };
    },
  };
}

/** A file on a disk to which nobody can write. */
function onReadOnlyDisk(context: TestContext): ReadOnly {
  const disk = smallDisk(4096, context);
  const { db, run } = builtProgram();
  run(NORTHWIND);
  const there = join(disk.folder, 'own.db');
  cpSync(db, there);
  disk.makeReadOnly();
  return { db: there, run: (...args) => run(args, { env: { LOSSDEBRIEF_DB: there } }) };
}

describe.each<[where: string, make: (context: TestContext) => ReadOnly]>([
  ['that belongs to somebody else', ofSomebodyElse],
  ['on a disk that nobody can write to', onReadOnlyDisk],
])('a file %s', (_where, make) => {
  test('is read by every command that reads', (context) => {
    const { db, run } = make(context);
    const before = sha256Of(db);
    for (const args of ['list', 'show D1', 'due --all', 'report', 'lessons', 'phrases', 'brief D1', 'doctor']) {
      expect({ args, ...run(...args.split(' ')) }).toMatchObject({ exitCode: 0 });
    }
    expect(run('export', '--format', 'json').stdout).toContain('Northwind Logistics');
    expect(sha256Of(db)).toBe(before);
  });

  test.for([
    'new Contoso --set outcome=postponed',
    'log Contoso call',
    'done A1',
    'edit D1 --set winner=Initech --yes',
    'undo --yes',
    'delete D1 --yes',
    'delete D1 --purge --yes',
  ])('is refused by `%s` before anything is done, with its name and what to do', (line, context) => {
    const { db, run } = make(context);
    const before = sha256Of(db);
    const ran = run(...line.split(' '));
    expect(ran).toMatchObject({ exitCode: 6, stdout: '' });
    expect(ran.stderr).toContain(`${db} may only be read`);
    expect(ran.stderr).toMatch(/^try: .*chmod u\+w.*--db/m);
    expect(sha256Of(db)).toBe(before);
    expect(readdirSync(dirname(db))).not.toContain('backups');
  });
});

test('a folder in which nothing may be made is named before the first question', (context) => {
  asRoot(context);
  const { env, folder } = builtProgram();
  mkdirSync(join(folder, 'data'), { mode: 0o755 });
  chmodSync(folder, 0o755);
  const ran = spawnSync(process.execPath, [PROGRAM, 'new', 'Contoso', '--set', 'outcome=postponed'], {
    ...NOBODY,
    cwd: '/',
    env,
    encoding: 'utf8',
  });
  expect(ran).toMatchObject({ status: 6, stdout: '' });
  expect(ran.stderr).toContain('could not be opened');
  expect(readdirSync(join(folder, 'data'))).toEqual([]);
});
