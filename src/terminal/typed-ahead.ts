import type { Burst } from './bursts.ts';
import type { KeyPress } from './keys.ts';

/**
 * What was typed while a question was being closed, for the one after it: there it counts as if it had come a moment later.
 * Only whole bursts are handed on, so that no pasted text answers two questions.
 */
export interface TypedAhead {
  readonly keep: (bursts: readonly Burst[]) => void;
  /** What was kept, once. */
  readonly take: () => readonly Burst[];
}

/** With nothing kept yet. */
export function typedAhead(): TypedAhead {
  let kept: readonly Burst[] = [];
  return {
    keep: (bursts) => (kept = [...kept, ...bursts]),
    take: () => {
      const taken = kept;
      kept = [];
      return taken;
    },
  };
}

/** The keys that come before a question is drawn. */
export interface EarlyKeys {
  /** Those so far; nothing is listened to after that. */
  readonly take: () => readonly KeyPress[];
}

/** Listens for keys from now on: Inquirer lets go by what waited in the terminal when its prompt began. */
export function earlyKeys(input: NodeJS.ReadableStream): EarlyKeys {
  const keys: KeyPress[] = [];
  const listen = (_text: string | undefined, press: KeyPress): void => void keys.push(press);
  input.on('keypress', listen);
  return {
    take: () => {
      input.removeListener('keypress', listen);
      return keys;
    },
  };
}
