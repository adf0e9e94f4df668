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
export type Read<Value> = { readonly value: Value; readonly understood?: string } | { readonly problem: string };

/** Reads that may have to load a parser first. */
export type Reading<Value> = Read<Value> | Promise<Read<Value>>;
