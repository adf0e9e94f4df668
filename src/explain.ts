import { CommanderError } from 'commander';
import { cleanText } from './core/clean-text.ts';
import { EXIT, Paused, ReaderGone, UserError } from './core/user-error.ts';

/** What to say of something thrown, and the exit code it ends with. An expected fault says what is wrong and what to do; anything else is a bug with the lines to report. */
export function explain(error: unknown): { readonly text: string; readonly exitCode: number } {
  // Commander has said it already.
  if (error instanceof CommanderError) return { text: '', exitCode: error.exitCode === 0 ? EXIT.done : EXIT.usage };
  if (error instanceof ReaderGone) return { text: '', exitCode: EXIT.done };
  if (error instanceof Paused) return { text: clean(error.message), exitCode: error.exitCode };
  if (error instanceof UserError) {
    const hint = error.hint === undefined ? '' : `try:   ${error.hint}`;
    return { text: clean(`error: ${error.message}`) + clean(hint), exitCode: error.exitCode };
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { text: clean(`${BUG}\n${stack}`), exitCode: EXIT.bug };
}

const BUG = 'This is a bug in lossdebrief. What was answered before it is kept. Please report these lines:';

function clean(text: string): string {
  return text === '' ? '' : `${cleanText(text, 'keep')}\n`;
}
