import { closeSync, constants, openSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { type IPty, spawn } from '@lydell/node-pty';
import { expect, vi } from 'vitest';
import { PATIENCE } from './patience.ts';

/** A program on a terminal of its own. */
export interface PseudoTerminal {
  /** Everything it wrote, as it came. */
  readonly raw: () => string;
  /** The same without control sequences. */
  readonly text: () => string;
  readonly write: (keys: string) => void;
  /** The window takes another size. */
  readonly resize: (columns: number, rows: number) => void;
  /** Waits until the text, from a place on, shows these words, on one line or across several. */
  readonly shows: (words: string, since?: number) => Promise<void>;
  /** Sends a signal, as a closed window or an impatient system does. */
  readonly kill: (signal: 'SIGKILL' | 'SIGINT' | 'SIGTERM' | 'SIGHUP') => void;
  /** Its exit code. */
  readonly ended: Promise<number>;
}

/** A terminal's size, and what the program finds in its environment besides the usual. */
export interface Surroundings {
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a script of this repository under Node on a terminal. */
export function onTerminal(
  script: string,
  args: readonly string[],
  { columns = 80, rows = 24, env = {} }: Surroundings = {},
): PseudoTerminal {
  let written = '';
  const pty = spawn(process.execPath, [script, ...args], {
    // It becomes `TERM`, whatever the environment says.
    name: env['TERM'] ?? 'xterm-256color',
    cols: columns,
    rows,
    env: { ...plainEnv(), ...env },
  });
  const kept = keptOpen(pty);
  pty.onData((data) => {
    written += data;
  });
  const text = (): string => stripVTControlCharacters(written).replaceAll('\r', '');
  return {
    raw: () => written,
    text,
    write: (keys) => pty.write(keys),
    resize: (width, height) => pty.resize(width, height),
    shows: (words, since = 0) =>
      vi.waitFor(
        () => expect(text().slice(since).replaceAll(/\s+/g, ' ')).toContain(words.replaceAll(/\s+/g, ' ')),
        PATIENCE,
      ),
    kill: (signal) => pty.kill(signal),
    ended: new Promise((resolve) => {
      pty.onExit(({ exitCode }) => {
        closeSync(kept);
        resolve(exitCode);
      });
    }),
  };
}

/**
 * The program's end of the terminal, opened once more. When nobody has it open any longer, Node takes the next few bytes that
 * it reads for the last ones, and what the program wrote at its end is lost on a busy machine.
 */
function keptOpen(pty: IPty): number {
  // The types do not know that name, which every system but Windows has.
  const { ptsName } = pty as IPty & { readonly ptsName: string };
  return openSync(ptsName, constants.O_RDWR | constants.O_NOCTTY);
}

/** The environment without what would change how the program looks or edits. */
function plainEnv(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !CHANGES_LOOKS.has(name)));
}

const CHANGES_LOOKS: ReadonlySet<string> = new Set([
  'NO_COLOR',
  'FORCE_COLOR',
  'CLICOLOR',
  'CLICOLOR_FORCE',
  'COLORTERM',
  'ACCESSIBLE',
  'PAGER',
  'LESS',
  'EDITOR',
  'VISUAL',
]);
