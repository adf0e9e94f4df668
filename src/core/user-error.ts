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

  constructor(exitCode: number = EXIT.paused, message = 'Paused.') {
    super(message);
    this.name = 'Paused';
    this.exitCode = exitCode;
  }
}

/** Nobody reads the output any more: `report | head` ends quietly. */
export class ReaderGone extends Error {}
