import { emitKeypressEvents } from 'node:readline';
import { Paused } from '../core/user-error.ts';
import { type Burst, collectBursts } from './bursts.ts';
import type { Streams } from './editor.ts';
import type { Key, KeyPress } from './keys.ts';
import { shownText } from '../core/text/shown-text.ts';
import { edited, NOTHING_TYPED } from './typed-text.ts';
import { textWidth } from './text-width.ts';

/**
 * One entry behind a mark and without any drawing: typed text is echoed as it comes, Backspace takes it back, Enter ends it. Keys are read
 * one by one all the same, as a terminal that hands over whole lines would keep the end of a paste for the next question.
 */
export async function plainEntry(streams: Streams, mark: string, ascii: boolean): Promise<string> {
  const setRawMode = rawModeOf(streams.input);
  const echo = (before: string, after: string): void => {
    // Without a raw mode there is no keyboard, and nobody to echo to.
    if (setRawMode !== undefined) streams.output.write(changeToWrite(before, after, ascii));
  };
  setRawMode?.(true);
  // Only now, as the terminal itself would echo what is typed before.
  streams.output.write(mark);
  try {
    return await entryFrom(streams, echo);
  } finally {
    setRawMode?.(false);
    streams.output.write('\n');
  }
}

function entryFrom({ input, stop }: Streams, echo: (before: string, after: string) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    let typed = NOTHING_TYPED;
    const bursts = collectBursts((burst) => {
      const before = typed.text;
      typed = edited(typed, withKeysForTheEnd(burst), 'keep');
      echo(before, typed.text);
      if (burst.key === 'enter') settle(() => resolve(typed.text));
    });
    const pause = (): void => settle(() => reject(new Paused()));
    const onKey = (_text: string | undefined, press: KeyPress): void => {
      const isEmpty = typed.text === '' && !bursts.isHolding();
      if (press.ctrl === true && (press.name === 'c' || (press.name === 'd' && isEmpty))) pause();
      else bursts.press(press);
    };
    const onStop = (): void => settle(() => reject(stop?.reason instanceof Error ? stop.reason : new Paused()));
    const settle = (how: () => void): void => {
      bursts.stop();
      input.removeListener('keypress', onKey);
      input.removeListener('end', pause);
      input.removeListener('error', pause);
      stop?.removeEventListener('abort', onStop);
      input.pause();
      how();
    };
    emitKeypressEvents(input);
    stop?.addEventListener('abort', onStop);
    input.on('keypress', onKey);
    input.on('end', pause);
    // A terminal that is gone.
    input.on('error', pause);
    input.resume();
  });
}

/** The cursor never leaves the end of the text, so only keys that work there do anything. */
function withKeysForTheEnd(burst: Burst): Burst {
  return burst.key !== undefined && AT_THE_END.has(burst.key) ? burst : { ...burst, key: undefined };
}

const AT_THE_END: ReadonlySet<Key> = new Set(['erase', 'erase-word', 'erase-to-start']);

/** Typed text as it is, or what rubs out the text that was taken back, as terminals do by themselves. */
function changeToWrite(before: string, after: string, ascii: boolean): string {
  if (after.length >= before.length) return shownText(after.slice(before.length), ascii, 'keep');
  const gone = shownText(before.slice(after.length), ascii, 'keep').split('\n').at(-1) ?? '';
  return '\b \b'.repeat(textWidth(gone));
}

type RawMode = (isOn: boolean) => void;

/** How to have keys one by one; undefined where there is no keyboard. */
export function rawModeOf(input: NodeJS.ReadableStream): RawMode | undefined {
  if (!('setRawMode' in input) || typeof input.setRawMode !== 'function') return undefined;
  return (input.setRawMode as RawMode).bind(input);
}
