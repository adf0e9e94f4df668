import type { Answers, Reading } from './answers.ts';
import type { PromptWords } from './speech/speech.ts';

/**
 * One question as the terminal shows it: words, a way of answering, and what Enter stands for. The terminal knows these
 * four forms and nothing of questions, kinds or frameworks; every answer comes back as ids and values.
 */
export interface Asked {
  readonly id: string;
  /** `7 of 13`, or `part 2 of 5`; undefined for a question outside the count. */
  readonly position: string | undefined;
  /** Seconds spent answering so far, pauses left out; called again at each redraw. Undefined where no time is counted. */
  readonly elapsed: (() => number) | undefined;
  readonly tag: string | undefined;
  readonly ask: string;
  readonly hint: string | undefined;
  /** The hint where it is read aloud, with numbers in place of keys; empty for none. Without one it is the same. */
  readonly spokenHint?: string;
  /** Why it is asked, and by whose advice; several short lines. */
  readonly why: readonly string[];
  readonly enter: Enter;
  readonly form: Form;
  readonly canGoBack: boolean;
  /** Whether an answer to it stands above, from before the person went back; a new one is marked as the one that counts. */
  readonly isAnew?: boolean;
  /** Whether it takes nothing that was typed before it was shown, as its answer can do harm. */
  readonly onlyOnceShown?: boolean;
  /** The words for its keys, in the language of the question; English if there are none. */
  readonly words?: PromptWords;
}

/** What a question is that stands by itself: outside the count, without a clock, and of no lesson. */
export const APART = { position: undefined, elapsed: undefined, tag: undefined } as const;

/** What Enter on an empty input does, and the word that says so: `today`, `keep "…"`, `skip`. */
export interface Enter {
  readonly label: string;
  /** What the transcript says of it afterwards, if that is not the label. */
  readonly said?: string;
  /** Undefined if nothing stands ready and the question has to be answered. */
  readonly answers: Answers | undefined;
  /** Whether that is what the question is answered with by now. */
  readonly isKept?: boolean;
  /** An answer that stands ready, and that `-` clears. */
  readonly clears?: Answers;
}

/** The four ways of answering. */
export type Form = LineForm | ParagraphsForm | ChoiceForm | GridForm;

/** One typed line. */
export interface LineForm {
  readonly form: 'line';
  readonly read: (text: string) => Reading<Answers>;
  /** Numbered suggestions above the line; typing the number picks one. */
  readonly suggestions?: readonly string[];
  /** Looks at an answer that reads well and may ask, once, for another go; the first stands if Enter follows. */
  readonly secondTry?: (text: string) => string | undefined;
}

/** Text of any length. A pasted text keeps every line; Enter ends it; a key opens the editor. */
export interface ParagraphsForm {
  readonly form: 'paragraphs';
  readonly read: (text: string) => Reading<Answers>;
  /** The text to start from in the editor. */
  readonly current: string;
}

/** One key picks one option. */
export interface ChoiceForm {
  readonly form: 'choice';
  readonly options: readonly Option[];
  /** Options to be read one by one, as answers are: each on lines of its own, and in pages on a screen too low for all. */
  readonly inPages?: boolean;
}

/** One of several answers, picked by its key. */
export interface Option {
  readonly key: string;
  readonly label: string;
  /** What the transcript says once it is picked, if that is not the label. */
  readonly said?: string;
  /** The heading it stands under. */
  readonly group?: string;
  readonly answers: Answers;
  /** Lines asked after it is picked, whose answers join its own. */
  readonly followOns?: readonly FollowOn[];
}

/** A line asked after an option is picked. */
export interface FollowOn {
  readonly ask: string;
  readonly hint?: string;
  readonly read: (text: string) => Reading<Answers>;
  /** Whether Enter alone is enough. */
  readonly optional: boolean;
}

/** Several rows on one screen, one key each. */
export interface GridForm {
  readonly form: 'grid';
  readonly rows: readonly GridRow[];
  /** Turns the picked values, one per row and undefined where a row was left, into answers. */
  readonly gather: (values: readonly (string | undefined)[]) => Answers;
}

/** One row of a screen with several, answered by one key. */
export interface GridRow {
  readonly tag: string;
  readonly ask: string;
  readonly why: readonly string[];
  readonly options: readonly { readonly key: string; readonly label: string; readonly value: string }[];
  readonly current: string | undefined;
}

/** What came back: answers (skipped ids are null), or the wish to see the question before. */
export type Reply = { readonly kind: 'answers'; readonly answers: Answers } | { readonly kind: 'back' };
