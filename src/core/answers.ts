/** What one question id was answered with, in the form that JSON shows: codes, days and amounts, never shown words. */
export type AnswerValue = string | number | Contact | Steps;

/** Answers by id. `null` means asked and skipped; a missing id has not been asked. */
export type Answers = Readonly<Record<string, AnswerValue | null>>;

/** Whom to call. */
export interface Contact {
  readonly name: string;
  readonly role?: string;
  readonly phone?: string;
  readonly email?: string;
}

/** Each qualifying step by id: `before`, `late`, `never` or `unknown`; for `rechecked` `yes`, `no` or `unknown`. */
export type Steps = Readonly<Record<string, string>>;

/**
 * Who may see an answer. Facts may be shared; their words appear where an output needs them; reflections stay with the
 * person and the complete export.
 */
export type AnswerClass = 'fact' | 'their-words' | 'reflection';

/** The result of reading what somebody typed or put in a file: a value, or one sentence that says what is wrong and what is allowed. */
export type Read<Value> =
  | {
      readonly value: Value;
      readonly understood?: string;
      /** The words for a time, such as "Q2", that a day was taken from. */
      readonly words?: string;
    }
  | { readonly problem: string };

/** Reads that may have to load a parser first. */
export type Reading<Value> = Read<Value> | Promise<Read<Value>>;

/** The text or code that an id was answered with; undefined if it was skipped or is something else. */
export function textIn(answers: Answers, id: string): string | undefined {
  const value = answers[id];
  return typeof value === 'string' ? value : undefined;
}

/** The number that an id was answered with. */
export function numberIn(answers: Answers, id: string): number | undefined {
  const value = answers[id];
  return typeof value === 'number' ? value : undefined;
}

/** The contact among the answers. */
export function contactIn(answers: Answers): Contact | undefined {
  const { contact } = answers;
  return typeof contact === 'object' && contact !== null && typeof contact.name === 'string'
    ? (contact as Contact)
    : undefined;
}

/** The steps among the answers, by id. */
export function stepsIn(answers: Answers, id = 'steps'): Steps | undefined {
  const steps = answers[id];
  return typeof steps === 'object' && steps !== null ? (steps as Steps) : undefined;
}

/** Whether a given value says nothing; it counts as skipped then. */
export function isBlank(value: unknown): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '');
}

/** A value as plain text: texts, codes and numbers as they are. */
export function plainly(value: AnswerValue): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
