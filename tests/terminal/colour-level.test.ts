import { expect, test } from 'vitest';
import { colourLevel } from '../../src/terminal/colour-level.ts';

type Env = Readonly<Record<string, string>>;
const TTY = true;
const PIPE = false;
const FLAG = true;

test.each<[Env, boolean, boolean, number]>([
  [{}, TTY, false, 1],
  [{}, PIPE, false, 0],
  [{ TERM: 'xterm-256color' }, TTY, false, 2],
  [{ TERM: 'xterm', COLORTERM: 'truecolor' }, TTY, false, 3],
  [{ TERM: 'xterm', COLORTERM: '24bit' }, TTY, false, 3],
  [{ COLORTERM: 'truecolor' }, PIPE, false, 0],
  [{ TERM: 'dumb' }, TTY, false, 0],
  [{ TERM: 'dumb', COLORTERM: 'truecolor' }, TTY, false, 0],
  [{ NO_COLOR: '1' }, TTY, false, 0],
  [{ NO_COLOR: '0' }, TTY, false, 0],
  [{ NO_COLOR: '' }, TTY, false, 1],
  [{ NO_COLOR: '1', FORCE_COLOR: '3' }, TTY, false, 0],
  [{ FORCE_COLOR: '0' }, TTY, false, 0],
  [{ FORCE_COLOR: 'false' }, TTY, false, 0],
  [{ FORCE_COLOR: '' }, PIPE, false, 1],
  [{ FORCE_COLOR: '1' }, PIPE, false, 1],
  [{ FORCE_COLOR: 'true' }, PIPE, false, 1],
  [{ FORCE_COLOR: '2' }, PIPE, false, 2],
  [{ FORCE_COLOR: '3' }, PIPE, false, 3],
  [{ FORCE_COLOR: '3', TERM: 'dumb' }, PIPE, false, 3],
  [{ FORCE_COLOR: '3' }, TTY, FLAG, 0],
  [{ CLICOLOR: '0' }, TTY, false, 0],
  [{ CLICOLOR: '1' }, TTY, false, 1],
  [{ CLICOLOR: '1' }, PIPE, false, 0],
  [{ CLICOLOR_FORCE: '1' }, PIPE, false, 1],
  [{ CLICOLOR_FORCE: '1', TERM: 'xterm-256color' }, PIPE, false, 2],
  [{ CLICOLOR_FORCE: '0' }, PIPE, false, 0],
  [{ CLICOLOR_FORCE: '1', CLICOLOR: '0' }, PIPE, false, 1],
  [{ CLICOLOR_FORCE: '1', NO_COLOR: '1' }, PIPE, false, 0],
  [{ CLICOLOR_FORCE: '1' }, TTY, FLAG, 0],
])('%j, terminal: %s, --no-color: %s: level %i', (env, isTTY, noColorFlag, level) => {
  expect(colourLevel(env, isTTY, noColorFlag)).toBe(level);
});
