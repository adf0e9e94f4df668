import { CommanderError } from 'commander';
import { cleanText } from './core/text/clean-text.ts';
import { withNamedFile } from './core/text/named-file.ts';
import { EXIT, Paused, ReaderGone, UserError } from './core/user-error.ts';
import { VERSION } from './files/version.ts';
import { traceOf } from './trace.ts';

/** What to say of something thrown, and the exit code it ends with. */
export interface Explained {
  readonly text: string;
  readonly exitCode: number;
}

/**
 * An expected fault says what is wrong and what to do, and with `DEBUG=lossdebrief` where it comes from as well; anything else
 * is a bug with the lines to report, in which nothing private stands. The commands to try name the file that was named.
 */
export function explain(error: unknown, debug?: string, namedFile?: string): Explained {
  const explained = inWords(error, namedFile);
  const isFault = explained.exitCode !== EXIT.done && !(error instanceof Paused);
  if (explained.exitCode === EXIT.bug) return { ...explained, text: clean(`${BUG}\n${HERE}\n${traceOf(error)}`) };
  return isFault && isDebugged(debug) ? { ...explained, text: explained.text + clean(traceOf(error)) } : explained;
}

function inWords(error: unknown, namedFile: string | undefined): Explained {
  const said = (text: string): string => clean(withNamedFile(text, namedFile));
  // Commander has said it already.
  if (error instanceof CommanderError) return { text: '', exitCode: error.exitCode === 0 ? EXIT.done : EXIT.usage };
  if (error instanceof ReaderGone) return { text: '', exitCode: EXIT.done };
  if (error instanceof Paused) return { text: said(error.message), exitCode: error.exitCode };
  if (!(error instanceof UserError)) return { text: '', exitCode: EXIT.bug };
  const hint = error.hint === undefined ? '' : `try:   ${error.hint}`;
  return { text: said(`error: ${error.message}`) + said(hint), exitCode: error.exitCode };
}

/** Whether a list such as `express,lossdebrief` names this program, as the packages that read `DEBUG` understand it. */
export function isDebugged(debug = ''): boolean {
  const names = debug.split(/[\s,]+/);
  return names.some(isOurs) && !names.some((name) => name.startsWith('-') && isOurs(name.slice(1)));
}

function isOurs(name: string): boolean {
  return name === '*' || /^lossdebrief(?::.*)?$/.test(name);
}

const BUG = 'This is a bug in lossdebrief. What was answered before it is kept. Please report these lines:';
const HERE = `lossdebrief ${VERSION}, Node ${process.versions.node}, ${process.platform} ${process.arch}`;

function clean(text: string): string {
  return text === '' ? '' : `${cleanText(text, 'keep')}\n`;
}
