import type { Answers } from '../core/answers.ts';
import type { Span } from '../core/page.ts';
import type { Burst } from './bursts.ts';
import type { Look, MarkedLine } from './drawn-page.ts';
import type { TypedText } from './typed-text.ts';

/**
 * One form of question at one moment. Pressing keys makes a move, often to a next prompt; nothing changes in place and
 * nothing is written, so a form can be read, and tested, without a terminal.
 */
export interface Prompt {
  readonly press: (burst: Burst, look: Look) => Move | Promise<Move>;
  readonly show: (look: Look) => Body;
  /** What stays if the person stops here, in the middle of an answer; undefined for nothing. */
  readonly held?: Answers | undefined;
}

/** What stands below the question's own words. */
interface Body {
  readonly lines: readonly MarkedLine[];
  /** Behind the prompt mark, where the cursor stands. */
  readonly typed: TypedText;
}

/** What a burst comes to. */
export type Move =
  | { readonly to: 'stay'; readonly prompt: Prompt; readonly note?: Span | undefined }
  /** The same prompt, and a word about why. */
  | { readonly to: 'say'; readonly note: Span }
  | { readonly to: 'why'; readonly why: readonly string[] }
  | { readonly to: 'back' }
  /** Enter on an empty input: whatever stands ready. */
  | { readonly to: 'enter' }
  /** `-` where an answer stands ready. */
  | { readonly to: 'clear' }
  | { readonly to: 'answers'; readonly answers: Answers; readonly said: Said }
  | { readonly to: 'editor'; readonly text: string; readonly resume: (text: string) => Prompt };

/** What was understood, as the transcript keeps it. */
export interface Said {
  readonly text: string;
  /** Typed words may be cut to the width; what was made of them may not. */
  readonly mayCut: boolean;
  /** That it takes the place of an answer above. */
  readonly counts?: string | undefined;
  readonly note?: Span | undefined;
}

/** Stays on the screen, and says something under it. */
export function say(note: Span): Move {
  return { to: 'say', note };
}

/** The keys that mean the same everywhere, but only as a whole input. */
export function commandOf(text: string): '<' | '?' | '-' | undefined {
  return text === '<' || text === '?' || text === '-' ? text : undefined;
}
