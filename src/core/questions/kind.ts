import type { Answers, AnswerValue, Contact, Reading } from '../answers.ts';
import type { Form } from '../asked.ts';
import type { Day } from '../days/day.ts';
import type { Framework, Question } from '../framework.ts';
import type { History } from '../history.ts';
import type { ReasonBook } from '../reasons.ts';
import type { Settings } from '../settings/settings.ts';
import type { Speech } from '../speech/speech.ts';
import type { Touch } from '../touch.ts';

/**
 * A kind of question: which ids it answers, how each value is read from a file, and how it is asked. New kinds are one
 * file and its name in `index.ts`; the interview, the files of answers and the terminal then know it.
 */
export interface Kind {
  readonly parts: (question: Question) => readonly Part[];
  /** The words for all its answers together, where they are more than a list. */
  readonly say?: (answers: Answers, context: Context, question: Question) => string | undefined;
  readonly form: (question: Question, context: Context, answers: Answers) => Form;
}

/** One id that a question answers. */
export interface Part {
  readonly id: string;
  /** Answered in passing if at all: another question may ask for it by itself. */
  readonly inPassing?: boolean;
  /** What may be given, for messages. */
  readonly allowed: (context: Context) => string;
  /** Reads a value from a file or the command line; a problem is answered with `allowed`. */
  readonly read: (value: unknown, context: Context) => Reading<AnswerValue>;
  /** The words for a value, as screens and saved answers show them; `answers` has what may stand beside it. */
  readonly say: (value: AnswerValue, context: Context, answers?: Answers) => string;
}

/** What questions may depend on besides the answers. */
export interface Context {
  readonly today: Day;
  /** The day of the debrief, where one on file is edited; today for a new one. */
  readonly debriefedOn?: Day | undefined;
  /** The words around the questions, in the language of their framework. */
  readonly speech: Speech;
  readonly settings: Settings;
  readonly reasons: ReasonBook;
  readonly history: History;
  /** Names of deals on file, those that wait for a debrief first. */
  readonly dealNames: readonly string[];
  /** Whom one calls at an account, if that is on file. */
  readonly contactOf: (deal: string) => Contact | undefined;
  /** What is on file about the deal, for a review that goes back to it. */
  readonly background?: Background | undefined;
}

/** The quick pass that a review goes back to, and the log of the deal. */
export interface Background {
  readonly framework: Framework;
  readonly answers: Answers;
  readonly touches: readonly Touch[];
}

/** What a file gave could not be read. */
export const REFUSED = { problem: '' } as const;
