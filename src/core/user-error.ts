import type { Answers } from './answers.ts';

/** Exit codes, as `docs/json.md` lists them for scripts. */
export const EXIT = {
  done: 0,
  bug: 1,
  usage: 2,
  noSuchId: 3,
  inputRefused: 4,
  someRowsRefused: 5,
  database: 6,
  busy: 7,
  output: 8,
  somethingDue: 10,
  hangup: 129,
  paused: 130,
  terminated: 143,
} as const;

/** Something the person can mend: `message` says what is wrong and where, `hint` what to do now. Everything else that is thrown is a bug. */
export class UserError extends Error {
  readonly hint: string | undefined;
  readonly exitCode: number;

  constructor(message: string, hint?: string, exitCode: number = EXIT.usage) {
    super(message);
    this.name = 'UserError';
    this.hint = hint;
    this.exitCode = exitCode;
  }
}

/** The same error with what it came from, of which nobody sees more than its kind and the places in the code. */
export function causedBy(error: UserError, cause: unknown): UserError {
  error.cause = cause;
  return error;
}

/** The person stopped in the middle; everything answered is kept in a draft. The message says where to go on. */
export class Paused extends Error {
  readonly exitCode: number;
  /** What the open question had been answered with so far, where that is a part of its answer; undefined for nothing. */
  readonly held: Answers | undefined;

  constructor(exitCode: number = EXIT.paused, message = 'Paused.', held?: Answers) {
    super(message);
    this.name = 'Paused';
    this.exitCode = exitCode;
    this.held = held;
  }
}

/** What was thrown out of a question; a stop takes along what the question held. */
export function holding(thrown: unknown, held: Answers | undefined): unknown {
  return thrown instanceof Paused ? new Paused(thrown.exitCode, thrown.message, held) : thrown;
}

/** Nobody reads the output any more: `report | head` ends quietly. */
export class ReaderGone extends Error {}
