import { type Key, keyOf, type KeyPress, textOf } from './keys.ts';

/** What arrived together: text, a key, or text and the Enter that ended it. One keystroke is a burst of one. */
export interface Burst {
  /** Line breaks are `\n`. */
  readonly text: string;
  readonly key: Key | undefined;
  /** Whether the terminal marked it as pasted. */
  readonly pasted: boolean;
}

/** Gathers what arrives together into bursts. */
export interface BurstCollector {
  readonly press: (press: KeyPress) => void;
  /** Whether keys are held that belong to no burst yet. */
  readonly isHolding: () => boolean;
  /** Gives no more; what was held comes back. */
  readonly stop: () => readonly Burst[];
}

/** Keys closer together than this were not typed by hand, or typed by a hand that did not look. */
const QUIET_MS = 25;

/**
 * Gathers keys into bursts. An Enter inside a burst is part of a pasted text; only an Enter that nothing follows is the
 * Enter key, or one right behind an arrow, which no pasted text has. A text that the terminal marks as pasted is one burst however slowly it arrives, and never ends in the key.
 */
export function collectBursts(give: (burst: Burst) => void): BurstCollector {
  let held = '';
  let isPasting = false;
  /** Whether the last key of what is coming just now was an arrow or its like. */
  let isBehindKey = false;
  let cancelTimer: (() => void) | undefined;

  const flush = (): void => {
    cancelTimer?.();
    const text = held;
    held = '';
    if (text !== '') give(burstOf(text));
  };
  const endPaste = (): void => {
    cancelTimer?.();
    const text = held;
    held = '';
    isPasting = false;
    if (text !== '') give(pastedBurst(text));
  };
  const type = (press: KeyPress): void => {
    const text = textOf(press);
    const key = isBehindKey && isBreak(text) ? 'enter' : text === undefined ? keyOf(press) : undefined;
    if (key !== undefined) {
      flush();
      give({ text: '', key, pasted: false });
      isBehindKey = key !== 'enter';
      cancelTimer = whenQuiet(() => (isBehindKey = false));
    } else if (text !== undefined) {
      isBehindKey = false;
      held += text;
      cancelTimer?.();
      cancelTimer = whenQuiet(flush);
    }
  };
  return {
    press: (press) => {
      if (press.name === 'paste-start') {
        flush();
        isPasting = true;
      } else if (press.name === 'paste-end') endPaste();
      else if (isPasting) held += press.sequence ?? '';
      else type(press);
    },
    isHolding: () => isPasting || held !== '',
    stop: () => {
      cancelTimer?.();
      const rest = held === '' ? [] : [isPasting ? pastedBurst(held) : burstOf(held)];
      held = '';
      isPasting = false;
      return rest;
    },
  };
}

function isBreak(text: string | undefined): boolean {
  return text === '\r' || text === '\n';
}

function burstOf(raw: string): Burst {
  const text = withPlainBreaks(raw);
  return text.endsWith('\n')
    ? { text: text.slice(0, -1), key: 'enter', pasted: false }
    : { text, key: undefined, pasted: false };
}

function pastedBurst(raw: string): Burst {
  return { text: withPlainBreaks(raw), key: undefined, pasted: true };
}

/** One kind of line break. */
function withPlainBreaks(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n');
}

/**
 * Runs `flush` once nothing has come for a moment; returns how to call it off. On a busy machine the timer may be due
 * while keys wait unread, so it lets the event loop look at the input once more first.
 */
function whenQuiet(flush: () => void): () => void {
  let look: NodeJS.Immediate | undefined;
  const timer = setTimeout(() => {
    look = setImmediate(flush);
  }, QUIET_MS);
  return () => {
    clearTimeout(timer);
    clearImmediate(look);
  };
}
