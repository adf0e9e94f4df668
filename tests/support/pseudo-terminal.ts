import { stripVTControlCharacters } from 'node:util';
import { spawn } from '@lydell/node-pty';
import { expect, vi } from 'vitest';

/** A program on a terminal of its own. */
export interface PseudoTerminal {
  /** Everything it wrote, as it came. */
  readonly raw: () => string;
  /** The same without control sequences. */
  readonly text: () => string;
  readonly write: (keys: string) => void;
  /** Waits until the text shows these words. */
  readonly shows: (words: string) => Promise<void>;
  /** Its exit code. */
  readonly ended: Promise<number>;
}

/** Runs a script of this repository under Node on a terminal of this size. */
export function onTerminal(script: string, args: readonly string[], columns = 80, rows = 24): PseudoTerminal {
  let written = '';
  const pty = spawn(process.execPath, [script, ...args], {
    name: 'xterm-256color',
    cols: columns,
    rows,
    env: plainEnv(),
  });
  pty.onData((data) => {
    written += data;
  });
  const text = (): string => stripVTControlCharacters(written).replaceAll('\r', '');
  return {
    raw: () => written,
    text,
    write: (keys) => pty.write(keys),
    shows: (words) => vi.waitFor(() => expect(text()).toContain(words), { timeout: 20_000, interval: 20 }),
    ended: new Promise((resolve) => {
      pty.onExit(({ exitCode }) => resolve(exitCode));
    }),
  };
}

/** The environment without what would change how the program looks or edits. */
function plainEnv(): NodeJS.ProcessEnv {
  const { NO_COLOR: _none, FORCE_COLOR: _forced, EDITOR: _editor, VISUAL: _visual, ...env } = process.env;
  return env;
}
