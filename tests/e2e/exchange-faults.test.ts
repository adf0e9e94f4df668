import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, type TestContext } from 'vitest';
import { sha256Of } from '../store/temporary-folder.ts';
import { type BuiltProgram, builtProgram, NORTHWIND, PROGRAM, type Run } from '../support/built-program.ts';
import { asRoot } from '../support/root.ts';
import { smallDisk } from '../support/small-disk.ts';

/** So many lost deals as a table. */
function tableOf(count: number): string {
  const rows = Array.from({ length: count }, (_, n) => `${n},Northwind Logistics ${n},Lost,2026-10-02,148000`);
  return ['Opportunity ID,Deal,Outcome,Closed on,Amount', ...rows].join('\n');
}

/** Deals as all that can come in or go out, where there is room for them. */
interface Deals {
  readonly db: string;
  readonly csv: string;
  readonly jsonl: string;
}

/** Made once, as nothing here changes them. */
const shared = mkdtempSync(join(tmpdir(), 'lossdebrief-'));
let many: Deals;
let few: Deals;
beforeAll(() => {
  many = deals('many', 6000);
  few = deals('few', 20);
});
afterAll(() => rmSync(shared, { recursive: true }));

function deals(name: string, count: number): Deals {
  const [db = '', csv = '', jsonl = ''] = ['db', 'csv', 'jsonl'].map((ending) => join(shared, `${name}.${ending}`));
  writeFileSync(csv, tableOf(count));
  spawnSync(process.execPath, [PROGRAM, 'import', csv, '--yes', '--db', db]);
  spawnSync(process.execPath, [PROGRAM, 'export', '--db', db, '--output', jsonl]);
  return { db, csv, jsonl };
}

/** Where there is little room: a folder with the person's file in it, which has one deal. */
interface Cramped {
  readonly folder: string;
  readonly db: string;
  readonly run: (args: readonly string[]) => Run;
}

const KILOBYTES = 600;

function onSmallDisk(program: BuiltProgram, context: TestContext): Cramped {
  const { folder } = smallDisk(KILOBYTES, context);
  const db = join(folder, 'own.db');
  return { folder, db, run: (args) => program.run(args, { env: { LOSSDEBRIEF_DB: db } }) };
}

function underLimit({ env, folder: home }: BuiltProgram): Cramped {
  const folder = join(home, 'limited');
  mkdirSync(folder);
  const db = join(folder, 'own.db');
  return {
    folder,
    db,
    run: (args) => {
      const limited = ['-c', `ulimit -f ${KILOBYTES}; exec "$@"`, 'bash', process.execPath, PROGRAM, ...args];
      const { status, stdout, stderr } = spawnSync('bash', limited, {
        cwd: folder,
        env: { ...env, LOSSDEBRIEF_DB: db },
        encoding: 'utf8',
        input: '',
      });
      return { exitCode: status, stdout, stderr };
    },
  };
}

function namesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted((one, other) => (one < other ? -1 : 1));
}

type Case = readonly [what: string, exitCode: number, args: (deals: Deals, folder: string) => readonly string[]];

const OUTGROWS: readonly Case[] = [
  ['import of a table', 6, ({ csv }) => ['import', csv, '--yes']],
  ['import of an export', 6, ({ jsonl }) => ['import', jsonl, '--yes']],
  ['restore', 6, ({ db }) => ['restore', db, '--yes']],
  ['export', 8, ({ db }, folder) => ['export', '--output', join(folder, 'new.jsonl'), '--db', db]],
  [
    'export over a file',
    8,
    ({ db }, folder) => ['export', '--output', join(folder, 'old'), '--format', 'jsonl', '--force', '--db', db],
  ],
  ['export as CSV', 8, ({ db }, folder) => ['export', '--output', join(folder, 'new.csv'), '--db', db]],
  ['export as Markdown', 8, ({ db }, folder) => ['export', '--output', join(folder, 'new.md'), '--db', db]],
  ['backup', 8, ({ db }, folder) => ['backup', join(folder, 'new.db'), '--db', db]],
  ['backup over a file', 8, ({ db }, folder) => ['backup', join(folder, 'old'), '--force', '--db', db]],
  ['doctor --salvage', 8, ({ db }, folder) => ['doctor', '--salvage', join(folder, 'new.db'), '--db', db]],
];

describe.skipIf(process.platform === 'win32').each([
  ['on a disk that is too small', onSmallDisk],
  ['where files may not grow so large', underLimit],
] as const)('%s', (_where, cramped) => {
  test.for(OUTGROWS)('%s ends with %i, and leaves everything as it was', ([_what, exitCode, args], context) => {
    const { folder, db, run } = cramped(builtProgram(), context);
    run(['log', 'Contoso', 'call']);
    const old = join(folder, 'old');
    writeFileSync(old, 'mine');
    const before = sha256Of(db);
    const ran = run(args(many, folder));
    expect(ran).toMatchObject({ exitCode, stdout: '' });
    expect(ran.stderr).not.toContain('\n    at ');
    expect(sha256Of(db)).toBe(before);
    expect(readFileSync(old, 'utf8')).toBe('mine');
    expect(namesIn(folder).filter((name) => !KEPT.test(name))).toEqual(['old', 'own.db']);
    expect(JSON.parse(run(['list', '--json']).stdout).deals).toHaveLength(1);
  });
});

/** Whole copies, which there may have been room for. */
const KEPT = /^backups(?:\/own-(?:daily|before-restore)-[^.]*\.db)?$/;

test('a backup for which there is no room at all is not begun, and says that the file is as it was', (context) => {
  const { folder, fill } = smallDisk(KILOBYTES, context);
  const env = { LOSSDEBRIEF_DB: join(folder, 'own.db') };
  const { run } = builtProgram();
  run(['log', 'Contoso', 'call'], { env });
  fill();
  const ran = run(['backup'], { env });
  expect(ran).toMatchObject({ exitCode: 8, stdout: '' });
  expect(ran.stderr).toContain('own.db is as it was');
  expect(namesIn(folder).filter((name) => name !== 'backups')).toEqual(['filler', 'own.db']);
});

test.for<readonly [what: string, args: readonly string[], file: string]>([
  ['a report', ['report', '--force', '--output'], 'report.html'],
  ['a calendar', ['due', '--all', '--force', '--ics'], 'calls.ics'],
])('%s for which there is no room leaves the one that is there', ([_what, args, file], context) => {
  const { folder, fill } = smallDisk(KILOBYTES, context);
  const env = { LOSSDEBRIEF_DB: join(folder, 'own.db') };
  const { run } = builtProgram();
  run(NORTHWIND, { env });
  writeFileSync(join(folder, file), 'mine');
  fill();
  const ran = run([...args, join(folder, file)], { env });
  expect(ran).toMatchObject({ exitCode: 8, stdout: '' });
  expect(ran.stderr).toContain('The disk is full');
  expect(readFileSync(join(folder, file), 'utf8')).toBe('mine');
  expect(namesIn(folder)).toEqual([file, 'filler', 'own.db'].toSorted());
});

describe('for somebody who may only read the file and its folder', () => {
  test.for<readonly [what: string, exitCode: number, args: (paths: Locked) => readonly string[]]>([
    ['list', 0, () => ['list']],
    ['due', 0, () => ['due']],
    ['report', 0, () => ['report', 'scope']],
    ['doctor', 0, () => ['doctor']],
    ['export', 0, () => ['export', '--format', 'csv']],
    ['export elsewhere', 0, ({ free }) => ['export', '--output', join(free, 'all.jsonl')]],
    ['export beside it', 8, ({ locked }) => ['export', '--output', join(locked, 'all.jsonl')]],
    ['backup', 8, () => ['backup']],
    ['backup elsewhere', 0, ({ free }) => ['backup', join(free, 'copy.db')]],
    ['import', 6, ({ free }) => ['import', join(free, 'few.csv'), '--yes']],
    ['import --dry-run', 0, ({ free }) => ['import', join(free, 'few.csv'), '--dry-run']],
    ['import of an export', 6, ({ free }) => ['import', join(free, 'few.jsonl'), '--yes']],
    ['import of an export with --dry-run', 0, ({ free }) => ['import', join(free, 'few.jsonl'), '--dry-run']],
    ['restore', 6, ({ free }) => ['restore', join(free, 'few.db'), '--yes']],
    ['doctor --salvage beside it', 8, ({ locked }) => ['doctor', '--salvage', join(locked, 'new.db')]],
  ])('%s ends with %i', ([_what, exitCode, args], context) => {
    const { paths, runAsNobody } = lockedAway(context);
    const before = sha256Of(paths.db);
    const ran = runAsNobody(args(paths));
    expect(ran.exitCode).toBe(exitCode);
    expect(ran.stderr).not.toContain('\n    at ');
    expect(ran.stderr.includes(`${paths.db} may only be read`)).toBe(exitCode === 6);
    expect(sha256Of(paths.db)).toBe(before);
    expect(readdirSync(paths.locked)).toEqual(['own.db']);
  });
});

interface Locked {
  readonly db: string;
  /** The folder of the file, in which nothing may be written. */
  readonly locked: string;
  /** A folder in which it may be. */
  readonly free: string;
}

/** Root may write whatever the modes say, so somebody else has to try. */
const NOBODY = 65_534;

function lockedAway(context: TestContext): {
  readonly paths: Locked;
  readonly runAsNobody: (args: readonly string[]) => Run;
} {
  asRoot(context);
  const program = builtProgram();
  const [locked, free] = [join(program.folder, 'locked'), join(program.folder, 'free')];
  mkdirSync(locked);
  mkdirSync(free);
  const db = join(locked, 'own.db');
  copyFileSync(few.db, db);
  for (const path of Object.values(few)) copyFileSync(path, join(free, basename(path)));
  for (const path of [db, locked, free, ...readdirSync(free).map((name) => join(free, name))])
    chownSync(path, NOBODY, NOBODY);
  chmodSync(db, 0o444);
  chmodSync(locked, 0o555);
  chmodSync(program.folder, 0o755);
  return {
    paths: { db, locked, free },
    runAsNobody: (args) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
        uid: NOBODY,
        gid: NOBODY,
        cwd: free,
        env: { ...program.env, LOSSDEBRIEF_DB: db },
        encoding: 'utf8',
        input: '',
      });
      return { exitCode: status, stdout, stderr };
    },
  };
}

test('whoever reads an export slowly keeps nobody from saving', async () => {
  const program = builtProgram();
  const db = join(program.folder, 'own.db');
  copyFileSync(many.db, db);
  const reading = spawn(process.execPath, [PROGRAM, 'export', '--db', db], {
    env: program.env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void reading.kill('SIGKILL'));
  // More than a pipe holds is to come, and the rest of it waits.
  await new Promise((resolve) => reading.stdout.once('readable', resolve));
  expect(program.run(['log', 'Contoso', 'call', '--db', db])).toMatchObject({ exitCode: 0 });
  let lines = 0;
  for await (const piece of reading.stdout.setEncoding('utf8')) lines += String(piece).split('\n').length - 1;
  expect(lines).toBe(6001);
});
