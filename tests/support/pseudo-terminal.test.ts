import { expect, test } from 'vitest';
import { builtProgram, PROGRAM } from './built-program.ts';
import { onTerminal } from './pseudo-terminal.ts';

test('all that a program wrote is there when it has ended, though nobody read it meanwhile', async () => {
  const { env, run } = builtProgram();
  const terminal = onTerminal(PROGRAM, ['--help'], { env: { ...env, PAGER: 'cat' } });
  const help = run(['--help']).stdout;
  run(['--help']);
  await terminal.ended;
  expect(terminal.text()).toBe(help);
});
