import { expect, test } from 'vitest';
import { PLAIN_LINES } from '../support/control-characters.ts';
import { builtProgram, NORTHWIND, PROGRAM } from '../support/built-program.ts';
import { onTerminal, type PseudoTerminal } from '../support/pseudo-terminal.ts';
import { needed } from '../support/tool.ts';

/** A report on a terminal, after a first debrief. */
function report(args: readonly string[], rows: number, env: Readonly<Record<string, string>> = {}): PseudoTerminal {
  const program = builtProgram();
  program.run(NORTHWIND);
  return onTerminal(PROGRAM, ['report', ...args], { rows, env: { ...program.env, ...env } });
}

/** Fewer lines than any report has, and more than one of a single figure. */
const FEW = 12;
const ENOUGH = 50;

test('a report that is longer than the window opens in a pager, and ends with it', async (context) => {
  needed('less', context);
  const terminal = report([], FEW);
  await terminal.shows('1 of 1 closed deal is debriefed');
  // The bottom of the report is not there yet, and Ctrl-C is for the pager.
  expect(terminal.text()).not.toContain('The one thing to change next');
  const seen = terminal.text().length;
  terminal.write('\u0003');
  await terminal.shows(':', seen);
  terminal.write('G');
  await terminal.shows('The one thing to change next');
  terminal.write('q');
  expect(await terminal.ended).toBe(0);
});

/** Words for which the pager is a line for the shell, with what the report looks like in it. */
const PAGERS = [
  ['flags and quotes of its own', { PAGER: "sed -n 's/All deals/and: All deals/p'" }, 'and: All deals on file'],
  ['the flags that less has by itself', { PAGER: 'echo "less is $LESS"; cat' }, 'less is FIRX'],
  ['the flags of the person', { PAGER: 'echo "less is $LESS"; cat', LESS: '-S' }, 'less is -S'],
  ['an end before that of the text', { PAGER: 'head -n 1; exit 3' }, '1 of 1 closed deal is debriefed'],
] as const;

test.each(PAGERS)('a pager may have %s', async (_what, env, words) => {
  const terminal = report([], FEW, env);
  await terminal.shows(words);
  expect(await terminal.ended).toBe(0);
});

test('a pager that is put away at once ends the program', async (context) => {
  needed('less', context);
  // An empty variable counts as not set.
  const terminal = report([], FEW, { PAGER: '' });
  await terminal.shows('1 of 1 closed deal is debriefed');
  terminal.write('q');
  expect(await terminal.ended).toBe(0);
  expect(terminal.text()).not.toContain('The one thing to change next');
});

test('less shows every letter, also where no locale is set', async (context) => {
  needed('less', context);
  const program = builtProgram();
  program.run(['new', 'Žofia 東京', '--won']);
  const terminal = onTerminal(PROGRAM, ['show', 'D1'], { rows: 3, env: { ...program.env, LANG: '', LC_ALL: '' } });
  await terminal.shows('Žofia 東京');
  terminal.write('q');
  expect(await terminal.ended).toBe(0);
});

test.each([
  ['--no-pager', ['--no-pager'], {}],
  ['a pager that is not there', [], { PAGER: 'northwind-has-no-such-pager' }],
  ['--accessible', ['--accessible'], {}],
])('with %s it is printed all at once', async (_what, args, env) => {
  const terminal = report(args, FEW, env);
  await terminal.shows('The one thing to change next');
  expect(await terminal.ended).toBe(0);
});

test('a figure that fits the window is printed', async () => {
  const terminal = report(['win-rates'], ENOUGH, PAGED);
  await terminal.shows('How much is won');
  expect(await terminal.ended).toBe(0);
  expect(terminal.text()).not.toContain('paged');
});

/** What a command that lists something does with more than the window holds. */
const PAGED = { PAGER: 'cat; echo paged' };

test('whatever can be long opens in the pager, with the exit code that it has anyway', async () => {
  const program = builtProgram();
  program.run(NORTHWIND);
  program.run(['lessons', 'add', 'D1', 'Ask who decides.']);
  program.run(['phrases', 'add', 'What would it cost you to wait?']);
  const codes: Record<string, number> = {};
  for (const words of [
    'list',
    'show D1',
    'due --check',
    'lessons',
    'phrases',
    'brief D1',
    'config',
    'frameworks show loss',
  ]) {
    const terminal = onTerminal(PROGRAM, words.split(' '), { rows: 2, env: { ...program.env, ...PAGED } });
    await terminal.shows('paged');
    codes[words] = await terminal.ended;
  }
  expect(codes).toMatchObject({ list: 0, 'due --check': 10, 'frameworks show loss': 0 });
});

test('no pager is opened for JSON, nor for a pipe', async () => {
  const program = builtProgram();
  program.run(NORTHWIND);
  const env = { ...program.env, ...PAGED };
  const terminal = onTerminal(PROGRAM, ['show', 'D1', '--json'], { rows: 2, env });
  await terminal.shows('"schemaVersion"');
  expect(await terminal.ended).toBe(0);
  expect(terminal.text()).not.toContain('paged');
  expect(program.run(['report'], { env }).stdout).not.toContain('paged');
});

test('colours are there for a terminal and for no pipe', async () => {
  const terminal = report(['reasons'], ENOUGH, { TERM: 'xterm-256color' });
  await terminal.ended;
  expect(terminal.raw()).toContain('\u001b[');
  const { run } = builtProgram();
  run(NORTHWIND);
  expect(run(['report', 'reasons']).stdout).not.toContain('\u001b');
});

test('a terminal without fine characters gets plain ones', async () => {
  const terminal = report(['reasons'], ENOUGH, { LC_ALL: 'C' });
  expect(await terminal.ended).toBe(0);
  expect(terminal.text()).toContain('##');
  expect(terminal.text()).toMatch(PLAIN_LINES);
});
