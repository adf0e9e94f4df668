import { EXIT, Paused } from './core/user-error.ts';
import { writtenHelp } from './files/written-help.ts';
import { HELP_COLUMNS } from './program/help-texts.ts';
import type { RealApp } from './real-app.ts';

/**
 * Runs the program in the real world and gives its exit code. The only place that catches: an expected fault becomes two
 * lines that say what is wrong and what to do, anything else is a bug with the lines to report. With `DEBUG=lossdebrief` a
 * fault shows where it comes from too. `end` ends the program at once: by a signal that nothing here is waiting for, or with
 * an exit code.
 */
export async function main(argv: readonly string[], end: End): Promise<number> {
  // Before anything is written: what the person answers is for nobody else on this machine.
  process.umask(0o077);
  const stop = new AbortController();
  const stopping = listenForSignals(stop, end);
  let app: RealApp | undefined;
  let namedFile: string | undefined;
  let exitCode: number = EXIT.done;
  leaveFaultsToWriters();
  sayStrayFaults(end);
  try {
    const help = hasRoomForHelp() ? writtenHelp(argv.slice(2)) : undefined;
    if (help !== undefined) return print(help);
    const [{ createProgram }, { VERSION }] = await Promise.all([
      import('./program/program.ts'),
      import('./files/version.ts'),
    ]);
    const program = createProgram(
      async (flags) => {
        namedFile = flags.db;
        return (app = (await import('./real-app.ts')).createRealApp(flags, stop.signal));
      },
      (code) => (exitCode = code),
      VERSION,
    );
    await program.parseAsync(argv);
    return exitCode;
  } catch (error) {
    return await say(error, namedFile);
  } finally {
    stopping();
    await app?.close();
  }
}

type End = (how: NodeJS.Signals | number) => void;

/** Says what was thrown, and gives the exit code that it ends with. It never throws, for nobody would be left to say that. */
async function say(error: unknown, namedFile?: string): Promise<number> {
  try {
    const { text, exitCode } = (await import('./explain.ts')).explain(error, process.env['DEBUG'], namedFile);
    process.stderr.write(await onScreen(text));
    return exitCode;
  } catch {
    process.stderr.write(PART_MISSING);
    return EXIT.bug;
  }
}

/** Broken by words where a terminal would break it anywhere. */
async function onScreen(text: string): Promise<string> {
  const { isTTY, columns } = process.stderr;
  if (!isTTY || !columns || text === '') return text;
  return (await import('./formats/error-text.ts')).errorText(text, columns);
}

/** The files of each version have names of their own: one that is replaced while it runs does not find what it has yet to load. */
const PART_MISSING = `error: A part of lossdebrief is not there any more. It may have been replaced while it was running.
try:   Give the same command again. What you had answered in a debrief is kept.
`;

function hasRoomForHelp(): boolean {
  return (process.stdout.columns ?? HELP_COLUMNS) >= HELP_COLUMNS;
}

function print(text: string): number {
  process.stdout.write(text);
  return EXIT.done;
}

/** A closed window or a polite request to stop unwinds like Ctrl-C, so that nothing answered is lost and the terminal is restored. */
function listenForSignals(stop: AbortController, end: End): () => void {
  const stops = [
    ['SIGHUP', EXIT.hangup],
    ['SIGTERM', EXIT.terminated],
  ] as const;
  const listeners = stops.map(([signal, code]) => {
    const listener = (): void => {
      stop.abort(new Paused(code));
      // Where nothing is being asked there is nothing to unwind, and a stop is a stop.
      setTimeout(() => {
        process.off(signal, listener);
        end(signal);
      }, GRACE).unref();
    };
    // Not once: a listener that is gone when it fires makes Inquirer's exit hook end the process before we unwind.
    process.on(signal, listener);
    return (): void => void process.off(signal, listener);
  });
  return () => listeners.forEach((remove) => remove());
}

/** Milliseconds that an open question has to put its draft and the terminal in order. */
const GRACE = 1000;

/** What cannot be written is said where it is written; a stream's own complaint must not end the program before that. */
function leaveFaultsToWriters(): void {
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});
}

/** What is thrown where nobody waits for it is said like any other bug: Node would print its message, and private text with it. */
function sayStrayFaults(end: End): void {
  const sayAndEnd = async (error: Error): Promise<void> => end(await say(error));
  process.on('uncaughtException', sayAndEnd);
}
