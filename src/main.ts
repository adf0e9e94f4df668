import { EXIT, Paused } from './core/user-error.ts';
import { createProgram } from './program.ts';
import type { RealApp } from './real-app.ts';

/**
 * Runs the program in the real world and gives its exit code. The only place that catches: an expected fault becomes two
 * lines that say what is wrong and what to do, anything else is a bug with the lines to report.
 */
export async function main(argv: readonly string[]): Promise<number> {
  // Before anything is written: what the person answers is for nobody else on this machine.
  process.umask(0o077);
  const stop = new AbortController();
  const stopping = listenForSignals(stop);
  let app: RealApp | undefined;
  let exitCode: number = EXIT.done;
  quietOnBrokenPipe();
  try {
    const program = createProgram(
      async (flags) => (app = (await import('./real-app.ts')).createRealApp(flags, stop.signal)),
      (code) => (exitCode = code),
    );
    await program.parseAsync(argv);
    return exitCode;
  } catch (error) {
    const { text, exitCode: code } = (await import('./explain.ts')).explain(error);
    process.stderr.write(text);
    return code;
  } finally {
    stopping();
    await app?.close();
  }
}

/** A closed window or a polite request to stop unwinds like Ctrl-C, so that nothing answered is lost and the terminal is restored. */
function listenForSignals(stop: AbortController): () => void {
  const stops = [
    ['SIGHUP', EXIT.hangup],
    ['SIGTERM', EXIT.terminated],
  ] as const;
  const listeners = stops.map(([signal, code]) => {
    const listener = (): void => stop.abort(new Paused(code));
    // Not once: a listener that is gone when it fires makes Inquirer's exit hook end the process before we unwind.
    process.on(signal, listener);
    return (): void => void process.off(signal, listener);
  });
  return () => listeners.forEach((remove) => remove());
}

/** `report | head` ends quietly; so does writing to a terminal that is gone. */
function quietOnBrokenPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
  });
  process.stderr.on('error', () => {});
}
