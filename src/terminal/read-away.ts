import { Paused } from '../core/user-error.ts';
import { rawModeOf } from './plain-entry.ts';

/**
 * Reads away what was typed before a question is shown, so that it cannot be answered unseen; whether there was anything.
 * Throws `Paused` if Ctrl-C was in it.
 */
export async function readAway(input: NodeJS.ReadableStream): Promise<boolean> {
  const setRawMode = rawModeOf(input);
  if (setRawMode === undefined) return false;
  let typed = '';
  const listen = (chunk: Buffer | string): void => void (typed += chunk.toString());
  setRawMode(true);
  input.on('data', listen);
  input.resume();
  // What the terminal holds is read between two turns; the first one may have begun behind that.
  await nextTurn();
  await nextTurn();
  input.removeListener('data', listen);
  input.pause();
  setRawMode(false);
  if (typed.includes(CTRL_C)) throw new Paused();
  return typed !== '';
}

const CTRL_C = '\u0003';

function nextTurn(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}
