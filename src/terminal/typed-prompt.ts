import type { Answers, Read } from '../core/answers.ts';
import { indented, quiet, type Span } from '../core/page.ts';
import type { PromptWords } from '../core/speech/speech.ts';
import type { Burst } from './bursts.ts';
import type { Key } from './keys.ts';
import type { MarkedLine } from './drawn-page.ts';
import { commandOf, type Move, type Prompt, type Said } from './prompt.ts';
import { edited, linesJoined, NOTHING_TYPED, type TypedText } from './typed-text.ts';

/** What sets one typed prompt apart from another: what it shows, and where its keys lead. */
export interface Typing {
  readonly words: PromptWords;
  readonly lineBreaks: 'keep' | 'join';
  readonly lines: (typed: TypedText) => readonly MarkedLine[];
  /** Enter on a text; never called with an empty one. */
  readonly submit: (text: string, mend: Mend) => Move | Promise<Move>;
  /** Enter on nothing. */
  readonly onEmpty: Move;
  readonly onBack: Move;
  readonly why: readonly string[];
  /** `-` alone, where it clears something. */
  readonly onClear?: Move | undefined;
  /** Keys of its own. */
  readonly onKey?: (key: Key, typed: TypedText) => Move | undefined;
}

/** Leaves the text on the screen, to be mended, and says what is wrong with it. */
export type Mend = (problem: string) => Move;

/** A prompt for typed text: edits it, joins or keeps pasted lines, and leaves the rest to `typing`. */
export function typedPrompt(typing: Typing, typed: TypedText = NOTHING_TYPED): Prompt {
  return promptWith(typing, typed, typed.text === '');
}

/** `takesCommands` says whether a key that means the same everywhere is one here, and no part of the text: beside none, or a refused one. */
function promptWith(typing: Typing, typed: TypedText, takesCommands: boolean): Prompt {
  // Who types on behind a refused text would have it refused again.
  const isRefusedLine = takesCommands && typed.text !== '' && typing.lineBreaks === 'join';
  const key = isRefusedLine ? [indented(2, quiet(typing.words.emptyKey))] : [];
  return {
    show: () => ({ lines: [...typing.lines(typed), ...key], typed }),
    press: (burst) => {
      const own =
        burst.key === undefined
          ? undefined
          : typing.onKey?.(burst.key, edited(typed, withoutKey(burst), typing.lineBreaks));
      return own ?? (takesCommands ? commandMove(typing, burst) : undefined) ?? textMove(typing, typed, burst);
    },
  };
}

/** What a read text leads to: its answers, or a go at mending it. */
export function moveFor(read: Read<Answers>, text: string, mend: Mend): Move {
  return 'problem' in read ? mend(read.problem) : { to: 'answers', answers: read.value, said: saidFor(read, text) };
}

function saidFor(read: { readonly understood?: string }, text: string): Said {
  return read.understood === undefined
    ? { text: text.replaceAll(/\s*\n\s*/g, '\n'), mayCut: true }
    : { text: read.understood, mayCut: false };
}

function commandMove(typing: Typing, burst: Burst): Move | undefined {
  if (burst.pasted) return undefined;
  const command = commandOf(burst.text);
  if (command === '<') return typing.onBack;
  return command === '?' ? { to: 'why', why: typing.why } : undefined;
}

function textMove(typing: Typing, typed: TypedText, burst: Burst): Move | Promise<Move> {
  const next = edited(typed, burst, typing.lineBreaks);
  const count = typing.lineBreaks === 'join' ? linesJoined(burst) : 1;
  const note = count > 1 ? quiet(typing.words.joined(count)) : undefined;
  if (burst.key !== 'enter') return { to: 'stay', prompt: typedPrompt(typing, next), note };
  const text = next.text.trim();
  if (text === '') return typing.onEmpty;
  if (text === '-' && typing.onClear !== undefined) return typing.onClear;
  // Beside what is wrong with it, a key to go back or to ask why is about the question, and would mend nothing.
  const refused = promptWith(typing, next, true);
  const mend: Mend = (problem) => ({ to: 'stay', prompt: refused, note: { text: problem, as: 'late' } });
  return withNote(typing.submit(text, mend), note);
}

function withNote(move: Move | Promise<Move>, note: Span | undefined): Move | Promise<Move> {
  if (note === undefined) return move;
  if (move instanceof Promise) return move.then((settled) => noted(settled, note));
  return noted(move, note);
}

function noted(move: Move, note: Span): Move {
  return move.to === 'answers' ? { ...move, said: { ...move.said, note } } : move;
}

function withoutKey(burst: Burst): Burst {
  return { ...burst, key: undefined };
}
