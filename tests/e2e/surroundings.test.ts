import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { builtProgram, NORTHWIND, PROGRAM } from '../support/built-program.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

const CONTOSO = ['new', 'Contoso', '--set', 'outcome=postponed'];
/** What stands in answers, and in nothing that is said of them. */
const SECRET = 'canary-in-the-mine';
/** The longest name that leaves room for that of its journal. */
const LONGEST = 255 - '-journal'.length;

describe('a file', () => {
  test.each([
    'own file.db',
    'Ünïcode 株式会社/a b.db',
    'it\'s "own".db',
    '$(touch planted).db',
    '-own.db',
    `${'n'.repeat(LONGEST - 3)}.db`,
    `${'株'.repeat(80)}.db`,
  ])('may be called %s', (name) => {
    const { folder, run } = builtProgram();
    const env = { LOSSDEBRIEF_DB: name };
    expect(run(CONTOSO, { env })).toMatchObject({ exitCode: 0 });
    expect(run(['list', `--db=${name}`]).stdout).toContain('Contoso');
    expect(run(['backup'], { env }).exitCode).toBe(0);
    expect(existsSync(join(folder, name))).toBe(true);
    expect(readdirSync(folder)).not.toContain('planted');
  });

  test.each([
    ['in memory', ':memory:', 2],
    ['that SQLite would take for an address', 'file:own.db?mode=memory', 2],
    ['that is a folder', '.', 2],
    ['with a name that leaves no room for its journal', `${'n'.repeat(252)}.db`, 6],
    ['with a name that no system takes', `${'n'.repeat(300)}.db`, 6],
    ['below a file', join('taken', 'own.db'), 6],
  ])('%s is refused, and nothing is made', (_what, name, exitCode) => {
    const { folder, run } = builtProgram();
    writeFileSync(join(folder, 'taken'), '');
    const ran = run(CONTOSO, { env: { LOSSDEBRIEF_DB: name } });
    expect(ran).toMatchObject({ exitCode, stdout: '' });
    expect(ran.stderr).toMatch(/^error: .+\ntry: /);
    expect(readdirSync(folder)).toEqual(['taken']);
  });
});

describe('the command that brings a backup back', () => {
  test.each([
    ['a damaged file', 'Dana Reyes, +1 555 0100'],
    ['an empty one', ''],
  ])('of %s works as it is said, in a folder of any name', (_what, content) => {
    const { folder, env, run } = builtProgram();
    const db = join(folder, "it's $HOME", 'own.db');
    const here = { env: { LOSSDEBRIEF_DB: db } };
    run(CONTOSO, here);
    run(['backup'], here);
    writeFileSync(db, content);
    const { exitCode, stderr } = run(['list'], here);
    expect(exitCode).toBe(6);
    const [, command = ''] = /: lossdebrief (restore .+)\n$/.exec(stderr) ?? [];
    const start = `'${process.execPath}' '${PROGRAM}' ${command} --yes`;
    expect(spawnSync('sh', ['-c', start], { env: { ...env, ...here.env }, input: '' }).status).toBe(0);
    expect(run(['list'], here).stdout).toContain('Contoso');
  });
});

describe('without the driver of SQLite', () => {
  test('help and version are there, and what needs it says the command that brings it', () => {
    const program = copyWithout('better-sqlite3');
    expect(program('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('Usage') as unknown });
    expect(program('--version')).toMatchObject({ status: 0, stderr: '' });
    expect(program('help', 'due')).toMatchObject({ status: 0, stderr: '' });
    expect(program('due')).toMatchObject({
      status: 6,
      stdout: '',
      stderr: expect.stringMatching(
        /^error: .+better-sqlite3.+could not be loaded.+\ntry: {3}.*npm rebuild/,
      ) as unknown,
    });
  });
});

/** The program as it is installed, with links to all that it needs but one package. */
function copyWithout(missing: string): (...args: readonly string[]) => ReturnType<typeof spawnSync> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const folder = temporaryFolder();
  for (const part of ['bin', 'dist', 'package.json']) cpSync(join(root, part), join(folder, part), { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name !== missing) symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  }
  return (...args) =>
    spawnSync(process.execPath, [join(folder, 'bin', 'lossdebrief.js'), ...args], {
      env: { PATH: process.env['PATH'] ?? '', LOSSDEBRIEF_DB: join(folder, 'own.db') },
      encoding: 'utf8',
      input: '',
    });
}

describe('with DEBUG', () => {
  test('an error says after its own lines where it comes from, and a result stays as it is', () => {
    const { run } = builtProgram();
    run(NORTHWIND);
    const env = { DEBUG: 'express,lossdebrief' };
    const plain = run(['show', 'D99']);
    const { exitCode, stdout, stderr } = run(['show', 'D99'], { env });
    expect({ exitCode, stdout }).toEqual({ exitCode: plain.exitCode, stdout: plain.stdout });
    expect(stderr.startsWith(`${plain.stderr}stack: UserError\n    at `)).toBe(true);
    expect(stderr).toMatch(/^ {4}at .+ \(dist\/bundle\/.+\.js:\d+:\d+\)$/m);
    expect(run(['list'], { env })).toEqual(run(['list']));
  });

  test('it says the same of what was behind it, and nothing of the machine', () => {
    const { folder, run } = builtProgram();
    writeFileSync(join(folder, 'taken'), '');
    const env = { DEBUG: 'lossdebrief', LOSSDEBRIEF_DB: join(folder, 'taken', 'own.db') };
    const { stderr } = run(CONTOSO, { env });
    const stack = stderr.slice(stderr.indexOf('\nstack: '));
    expect(stack).toMatch(/\nstack: UserError\n(?: {4}at .+\n)+cause: Error ENOTDIR\n(?: {4}at .+\n)+$/);
    for (const place of [folder, fileURLToPath(new URL('../..', import.meta.url))]) expect(stack).not.toContain(place);
  });

  test('nothing that was answered is in what is said beside a result, nor in a complaint', () => {
    const { run } = builtProgram();
    const env = { DEBUG: '*', NODE_DEBUG: '' };
    const given = ['--set', `said=${SECRET}`, '--set', `own-it=${SECRET}`, '--set', `contact=${SECRET}, CFO`];
    const runs = [
      [...NORTHWIND, ...given],
      ['list'],
      ['show', 'D1'],
      ['due', '--all'],
      ['report'],
      ['log', 'D1', 'call', SECRET],
      ['lessons', 'add', 'D1', SECRET],
      ['edit', 'D1', '--set', `own-it=${SECRET} again`, '--yes'],
      ['undo', '--yes'],
      ['export', '--format', 'json'],
      ['doctor'],
      ['new', 'Contoso', '--set', `outcome=lost-competitor`, '--set', `forecast=${SECRET} ${SECRET} ${SECRET}`],
      ['log', 'D1', 'telegraph', SECRET],
      ['import', '-', '--yes'],
    ].map((args) => run(args, { env, input: `{ "said": "${SECRET}" ` }));
    for (const { stderr } of runs) expect(stderr).not.toContain(SECRET);
    expect(runs.find((_, index) => index === 10)?.stdout).not.toContain(SECRET);
  });
});

test('what goes wrong where nobody waits for it is said like any other bug, without its message', () => {
  const { folder, run } = builtProgram();
  const thrower = join(folder, 'thrower.mjs');
  // The program listens to this signal as soon as it runs.
  writeFileSync(
    thrower,
    `process.on('newListener', (name) => name === 'SIGHUP' && setImmediate(() => { throw new RangeError('${SECRET}'); }));`,
  );
  const { exitCode, stderr } = run(['list'], { env: { NODE_OPTIONS: `--import=${pathToFileURL(thrower).href}` } });
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/^This is a bug in lossdebrief\..+\nlossdebrief .+\nstack: RangeError\n/);
  expect(stderr).not.toContain(SECRET);
});

test.each(['a fault that is waited for', 'a fault that nobody waits for'])(
  'where the program was replaced while it ran, %s ends it with a word of that',
  (what) => {
    const { folder, run } = builtProgram();
    const replaced = join(folder, 'replaced.mjs');
    const loader = `export const resolve = (name, context, next) => {
      if (/explain/.test(name)) throw new Error('gone');
      return next(name, context);
    };`;
    const stray = `process.on('newListener', (name) => name === 'SIGHUP' && setImmediate(() => { throw new Error('x'); }));`;
    writeFileSync(
      replaced,
      `import { register } from 'node:module';
      register('data:text/javascript,${encodeURIComponent(loader).replaceAll("'", '%27')}');
      ${what.endsWith('nobody waits for') ? stray : ''}`,
    );
    const ran = run(['show', 'D9'], { env: { NODE_OPTIONS: `--import=${pathToFileURL(replaced).href}` } });
    expect(ran.exitCode).toBe(1);
    expect(ran.stderr).toMatch(
      /^error: A part of lossdebrief is not there any more\..+\ntry: {3}Give the same command again\./,
    );
  },
);

describe('a file with nothing in it', () => {
  test.each(['list', 'due', 'report', 'lessons', 'phrases'])(
    'is named by `%s`, so that a wrong one is noticed',
    (command) => {
      const { folder, run } = builtProgram();
      run(NORTHWIND);
      const other = join(folder, 'other.db');
      const ran = run([command], { env: { LOSSDEBRIEF_DB: other } });
      expect(ran.exitCode).toBe(0);
      expect(ran.stderr).toContain(other);
    },
  );
});
