import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test, type TestContext } from 'vitest';
import { sha256Of } from '../store/temporary-folder.ts';
import { builtProgram, NORTHWIND, PROGRAM, type Run } from '../support/built-program.ts';
import { EVERY_COMMAND, wordsOf } from '../support/every-command.ts';
import { leaveHalfASave } from '../support/half-a-save.ts';
import { asRoot, NOBODY } from '../support/root.ts';
import { smallDisk } from '../support/small-disk.ts';

/** A file that may only be read, and a program that runs on it. */
interface ReadOnly {
  readonly db: string;
  readonly run: (...args: readonly string[]) => Run;
}

/** A file that belongs to root, seen by somebody else, who has a folder of their own to write into. */
function ofSomebodyElse(context: TestContext): ReadOnly {
  asRoot(context);
  const { db, env, folder, run } = builtProgram();
  run(NORTHWIND);
  const free = join(folder, 'free');
  mkdirSync(free);
  chmodSync(free, 0o777);
  writeFileSync(join(free, 'deals.csv'), 'Deal,Outcome,Closed on\nFabrikam,Won,2026-09-18\n', { mode: 0o644 });
  chmodSync(folder, 0o755);
  chmodSync(dirname(db), 0o755);
  chmodSync(db, 0o444);
  return {
    db,
    run: (...args) => {
      const ran = spawnSync(process.execPath, [PROGRAM, ...args], {
        ...NOBODY,
        cwd: free,
        env: { ...env, TMPDIR: free },
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

describe('a file that belongs to somebody else', () => {
  test('is read by every command that reads, and refused by every one that writes', (context) => {
    const { db, run } = ofSomebodyElse(context);
    const before = sha256Of(db);
    for (const [line, file] of EVERY_COMMAND) {
      // A backup goes beside the file, unless another place is named.
      if (file === 'alone' || line === 'backup') continue;
      const ran = { line, ...run(...wordsOf(line)) };
      const refused = {
        line,
        exitCode: 6,
        stdout: '',
        stderr: expect.stringContaining(`${db} may only be read`) as unknown,
      };
      expect(ran).toMatchObject(file === 'written' ? refused : { line, exitCode: 0 });
    }
    expect(sha256Of(db)).toBe(before);
    expect(readdirSync(dirname(db))).toEqual([basename(db)]);
  });
});

describe('a file on a disk that nobody can write to', () => {
  test('is read by every command that reads', (context) => {
    const { db, run } = onReadOnlyDisk(context);
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
    const { db, run } = onReadOnlyDisk(context);
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

describe('a file that was left in the middle of a save', () => {
  test('and then copied without its journal is found damaged, and the newest backup that is good is named', async () => {
    const { db, folder, run } = builtProgram();
    run(NORTHWIND);
    run(['backup']);
    await leaveHalfASave(db);
    const copy = join(folder, 'synced', basename(db));
    mkdirSync(dirname(copy));
    cpSync(db, copy);
    cpSync(join(dirname(db), 'backups'), join(dirname(copy), 'backups'), { recursive: true });
    const [backup = ''] = readdirSync(join(dirname(copy), 'backups'));
    const before = sha256Of(copy);
    const looked = run(['doctor', '--db', copy]);
    expect(looked.exitCode).toBe(6);
    expect(looked.stdout).toContain(backup);
    expect(sha256Of(copy)).toBe(before);
  });

  test('is put right by a command that only reads', async () => {
    const { db, run } = builtProgram();
    run(NORTHWIND);
    const before = sha256Of(db);
    await leaveHalfASave(db);
    expect(sha256Of(db)).not.toBe(before);
    const listed = run(['list', '--json']);
    expect(JSON.parse(listed.stdout).deals.map(({ deal }: { deal: { name: string } }) => deal.name)).toEqual([
      'Northwind Logistics',
    ]);
    expect(readdirSync(dirname(db))).toEqual([basename(db)]);
    expect(sha256Of(db)).toBe(before);
  });

  test('is refused, and left so, where it may only be read', async (context) => {
    const { db, run } = ofSomebodyElse(context);
    await leaveHalfASave(db);
    const before = sha256Of(db);
    expect(run('list')).toMatchObject({
      exitCode: 6,
      stdout: '',
      stderr: expect.stringContaining('was left in the middle of a save') as unknown,
    });
    expect(sha256Of(db)).toBe(before);
    expect(readdirSync(dirname(db))).toContain(`${basename(db)}-journal`);
  });
});
