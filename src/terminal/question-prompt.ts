import { Writable } from 'node:stream';
import { createPrompt, useEffect, useRef, useState } from '@inquirer/core';
import type { Asked } from '../core/asked.ts';
import { holding, Paused } from '../core/user-error.ts';
import { loadWidths } from '../core/text/wide-text.ts';
import { type Burst, collectBursts } from './bursts.ts';
import type { Look } from './drawn-page.ts';
import type { Streams } from './editor.ts';
import type { KeyPress } from './keys.ts';
import { type EarlyKeys, earlyKeys, type TypedAhead } from './typed-ahead.ts';
import { markPastes, restoreTerminal } from './restore-terminal.ts';
import { wiped } from './resized-window.ts';
import { drawnScreen, type Ending, follow, type Picture, type Screen } from './screen.ts';

/** A question on its way to the screen. */
export interface Question {
  readonly asked: Asked;
  readonly first: Screen;
  readonly look: () => Look;
}

/**
 * Shows one question on Inquirer's machinery until it ends. Inquirer owns the drawing and the way out; what the keys mean
 * is the prompt's own matter, as Inquirer would give the second line of a paste to the next question.
 */
export async function askOnScreen(
  question: Question,
  { input, output, stop }: Streams,
  ahead: TypedAhead,
): Promise<Ending> {
  const context = {
    input,
    output: screenOf(output, question.look),
    clearPromptOnDone: false,
    ...(stop && { signal: stop }),
  };
  const onEnd = ({ isTranscript }: { readonly isTranscript: boolean }): void => {
    context.clearPromptOnDone = !isTranscript;
  };
  const early = earlyKeys(input);
  let open = question.first.prompt;
  const onScreen = ({ prompt }: Screen): void => {
    open = prompt;
  };
  markPastes(output);
  try {
    const ending = await questionPrompt(
      { ...question, onScreen, onEnd, onContinue: () => markPastes(output), output, ahead, early },
      context,
    );
    if (ending === 'paused') throw new Paused();
    if (ending.kind === 'failed') throw ending.error;
    return ending;
  } catch (error) {
    throw holding(stopIn(error, stop), open.held);
  } finally {
    early.take();
    restoreTerminal(output);
  }
}

/** What was thrown, where that is Inquirer's word for Ctrl-C or for a request to stop, as ours. */
function stopIn(thrown: unknown, stop: AbortSignal | undefined): unknown {
  const name = thrown instanceof Error ? thrown.name : undefined;
  if (name === 'ExitPromptError') return new Paused();
  return name === 'AbortPromptError' && stop?.reason instanceof Error ? stop.reason : thrown;
}

/** What Inquirer draws on, and ends with each question; the stream behind it goes on, and may not be as wide as we draw. */
function screenOf(output: NodeJS.WritableStream, look: () => Look): NodeJS.WritableStream {
  const screen = new Writable({
    decodeStrings: false,
    write: (chunk: string, _encoding, written) => {
      output.write(chunk);
      written();
    },
  });
  return Object.defineProperty(screen, 'columns', { get: () => look().columns });
}

type Result = Ending | 'paused' | { readonly kind: 'failed'; readonly error: unknown };

interface Config extends Question {
  /** Called with each screen that is drawn. */
  readonly onScreen: (screen: Screen) => void;
  /** Called before the prompt ends: what is no part of the transcript is wiped. */
  readonly onEnd: (end: { readonly isTranscript: boolean }) => void;
  /** Called when the program goes on after Ctrl-Z; the shell has had the terminal meanwhile. */
  readonly onContinue: () => void;
  /** The terminal itself, which says when its window changes. */
  readonly output: NodeJS.WritableStream;
  readonly ahead: TypedAhead;
  readonly early: EarlyKeys;
}

const questionPrompt = createPrompt<Result, Config>((config, done) => {
  const [screen, show] = useState<Screen>(config.first);
  const desk = useRef<Desk>({ line: undefined, picture: undefined });
  useEffect((readline) => {
    desk.current.line = readline as unknown as LineEditor;
    return converse(config, desk.current, desk.current.line, { show, done });
  }, []);
  config.onScreen(screen);
  const picture = drawnScreen(config.asked, screen, config.look());
  desk.current.picture = picture;
  placeCursor(desk.current);
  return [picture.above.join('\n'), picture.below.join('\n')];
});

/** What we use of Node's line editor. It reads every key too, but all that Inquirer asks it is where the cursor stands. */
interface LineEditor {
  line: string;
  cursor: number;
  readonly closed: boolean;
  readonly input: NodeJS.ReadableStream;
  readonly resume: () => void;
  readonly on: (event: LineEvent, listener: () => void) => void;
  readonly removeListener: (event: LineEvent, listener: () => void) => void;
}

/** A terminal that is gone is an error of its input. */
type LineEvent = 'close' | 'error' | 'SIGCONT';

/** What is on the screen, and the line editor to be told of it. */
interface Desk {
  line: LineEditor | undefined;
  picture: Picture | undefined;
}

interface Effects {
  readonly show: (screen: Screen) => void;
  readonly done: (result: Result) => void;
}

/** Listens until the question ends; returns how to stop. */
function converse(config: Config, desk: Desk, line: LineEditor, { show, done }: Effects): () => void {
  const { asked, onEnd, ahead, early } = config;
  let screen = config.first;
  let isOver = false;
  // One after the other: a burst that comes while an answer is being read waits, for the next question if that ends this one.
  const waiting: Burst[] = [];
  const end = (result: Result): void => {
    if (isOver) return;
    isOver = true;
    ahead.keep([...waiting, ...bursts.stop()]);
    const said = typeof result === 'object' && result.kind === 'reply' ? result.said : undefined;
    onEnd({ isTranscript: result === 'paused' || said !== undefined });
    if (said !== undefined) show({ ...screen, said });
    done(result);
  };
  const takeNext = async (): Promise<void> => {
    const burst = isOver ? undefined : waiting.shift();
    if (burst === undefined) return;
    const move = await screen.prompt.press(burst, config.look());
    await loadWidths(JSON.stringify([burst, move]));
    const next = follow(asked, screen, move);
    if ('kind' in next) return end(next);
    screen = next;
    show(screen);
  };

  let taken = Promise.resolve();
  const queue = (burst: Burst): void => {
    waiting.push(burst);
    taken = taken.then(takeNext).catch((error: unknown) => end({ kind: 'failed', error }));
  };
  const bursts = collectBursts(queue);
  ahead.take().forEach(queue);
  const before = early.take();
  if (asked.onlyOnceShown !== true) before.forEach(bursts.press);
  const onKey = (_text: string | undefined, press: KeyPress): void => {
    bursts.press(press);
    placeCursor(desk, bursts.isHolding());
  };
  const onClose = (): void => end('paused');
  // The line editor stops reading when the program is continued, as it cannot know whether there is still a question.
  const onContinue = (): void => {
    line.resume();
    config.onContinue();
    show({ ...screen });
  };
  const onResize = (): void => {
    if (desk.picture !== undefined) config.output.write(wiped(desk.picture, config.look().columns));
    show({ ...screen });
  };
  const stopListening = listenTo(config, line, { onKey, onClose, onContinue, onResize });
  if (line.closed) onClose();
  return () => {
    bursts.stop();
    stopListening();
  };
}

/** What may happen while a question is open. */
interface Listeners {
  readonly onKey: (text: string | undefined, press: KeyPress) => void;
  readonly onClose: () => void;
  readonly onContinue: () => void;
  readonly onResize: () => void;
}

/** Listens to the terminal and the line editor; returns how to stop. */
function listenTo(
  { output }: Config,
  line: LineEditor,
  { onKey, onClose, onContinue, onResize }: Listeners,
): () => void {
  output.on('resize', onResize);
  line.input.on('keypress', onKey);
  line.on('close', onClose);
  line.on('error', onClose);
  line.on('SIGCONT', onContinue);
  return () => {
    output.removeListener('resize', onResize);
    line.input.removeListener('keypress', onKey);
    line.removeListener('close', onClose);
    line.removeListener('error', onClose);
    line.removeListener('SIGCONT', onContinue);
  };
}

/**
 * Tells the line editor of the row with the cursor and of nothing else, whatever it made of the keys: so a long paste
 * costs it nothing, and Ctrl-D, which closes it on an empty line, does so only where the input is empty.
 */
function placeCursor({ line, picture }: Desk, isHolding = false): void {
  if (line === undefined || picture === undefined) return;
  const isEmpty = picture.isEmpty && !isHolding;
  line.line = isEmpty ? '' : (picture.above.at(-1) ?? '');
  line.cursor = isEmpty ? 0 : (picture.cursorAt ?? 0);
}
