import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type BuiltProgram, builtProgram, NORTHWIND, PROGRAM } from '../support/built-program.ts';
import { onTerminal } from '../support/pseudo-terminal.ts';

type Wish = readonly [env: Readonly<Record<string, string>>, flags: readonly string[], isColoured: boolean];

const NO_COLOUR = ['--no-color'];

const IN_A_PIPE: readonly Wish[] = [
  [{}, [], false],
  [{ TERM: 'xterm-256color', COLORTERM: 'truecolor' }, [], false],
  [{ CLICOLOR: '1' }, [], false],
  [{ FORCE_COLOR: '1' }, [], true],
  [{ FORCE_COLOR: '' }, [], true],
  [{ FORCE_COLOR: '0' }, [], false],
  [{ FORCE_COLOR: '3', TERM: 'dumb' }, [], true],
  [{ FORCE_COLOR: '3', NO_COLOR: '1' }, [], false],
  [{ FORCE_COLOR: '3' }, NO_COLOUR, false],
  [{ CLICOLOR_FORCE: '1' }, [], true],
  [{ CLICOLOR_FORCE: '0' }, [], false],
  [{ CLICOLOR_FORCE: '1', NO_COLOR: '1' }, [], false],
];

const ON_A_TERMINAL: readonly Wish[] = [
  [{}, [], true],
  [{ COLORTERM: 'truecolor' }, [], true],
  [{ TERM: 'dumb' }, [], false],
  [{ TERM: 'dumb', COLORTERM: 'truecolor' }, [], false],
  [{ NO_COLOR: '1' }, [], false],
  [{ NO_COLOR: '' }, [], true],
  [{ FORCE_COLOR: '0' }, [], false],
  [{ FORCE_COLOR: '1', TERM: 'dumb' }, [], true],
  [{ CLICOLOR: '0' }, [], false],
  [{ CLICOLOR: '0', CLICOLOR_FORCE: '1' }, [], true],
  [{}, NO_COLOUR, false],
  [{ ACCESSIBLE: '1', FORCE_COLOR: '3' }, [], false],
];

/** Codes for colours and weight. */
const COLOUR = /\p{Cc}\[[\d;]*m/u;

function withNorthwind(): BuiltProgram {
  const program = builtProgram();
  program.run(NORTHWIND);
  return program;
}

test('into a pipe colours come only where they are asked for, and with them not a word more', () => {
  const program = withNorthwind();
  const plain = program.run(['show', 'D1']).stdout;
  const wrong = IN_A_PIPE.filter(([env, flags, isColoured]) => {
    const { stdout, stderr } = program.run(['show', 'D1', ...flags], { env });
    expect(stdout.replaceAll(new RegExp(COLOUR, 'gu'), '')).toBe(plain);
    // Node warns by itself of variables that contradict each other.
    expect(stderr).toBe('');
    return COLOUR.test(stdout) !== isColoured;
  });
  expect(wrong).toEqual([]);
});

test('on a terminal colours are there, unless something says that they are not wanted', async () => {
  const program = withNorthwind();
  const wrong: Wish[] = [];
  for (const [env, flags, isColoured] of ON_A_TERMINAL) {
    const terminal = onTerminal(PROGRAM, ['show', 'D1', '--no-pager', ...flags], { env: { ...program.env, ...env } });
    await terminal.shows('lost to Globex');
    expect(await terminal.ended).toBe(0);
    if (COLOUR.test(terminal.raw()) !== isColoured) wrong.push([env, flags, isColoured]);
  }
  expect(wrong).toEqual([]);
});

test('what goes into a file has none while what is said beside it, on the terminal, has some', async () => {
  const program = withNorthwind();
  const file = join(program.folder, 'brief.txt');
  const redirected = `
    const { spawnSync } = require('node:child_process');
    const file = require('node:fs').openSync(${JSON.stringify(file)}, 'w');
    const args = [${JSON.stringify(PROGRAM)}, 'brief', 'D1'];
    process.exitCode = spawnSync(process.execPath, args, { stdio: ['inherit', file, 'inherit'] }).status;`;
  const terminal = onTerminal('-e', [redirected], { env: program.env });
  await terminal.shows('What they see: lossdebrief opinion D1');
  expect(await terminal.ended).toBe(0);
  expect(terminal.raw()).toMatch(COLOUR);
  expect(readFileSync(file, 'utf8')).toContain('Northwind Logistics');
  expect(readFileSync(file, 'utf8')).not.toMatch(COLOUR);
});

test('no flag asks for colours: there are variables for that, and a slip is told what there is', () => {
  const { run } = builtProgram();
  expect(run(['list', '--color'])).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--no-color') });
});
