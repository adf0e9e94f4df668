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

test.each([
  ['--no-pager', ['--no-pager'], {}],
  ['a pager that is not there', [], { PAGER: 'northwind-has-no-such-pager' }],
  ['--accessible', ['--accessible'], {}],
])('with %s it is printed all at once', async (_what, args, env) => {
  const terminal = report(args, FEW, env);
  expect(await terminal.ended).toBe(0);
  expect(terminal.text()).toContain('The one thing to change next');
});

test('a figure that fits the window is printed', async () => {
  const terminal = report(['win-rates'], ENOUGH, { PAGER: 'northwind-has-no-such-pager; echo paged' });
  expect(await terminal.ended).toBe(0);
  expect(terminal.text()).toContain('How much is won');
  expect(terminal.text()).not.toContain('paged');
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
