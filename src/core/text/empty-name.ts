import { EXIT, UserError } from '../user-error.ts';

/** Throws `UserError` for the empty name of a file, as usage if no other code is given: as a path it would be the folder one is in, which nobody means. */
export function refuseEmptyName(name: string, exitCode: number = EXIT.usage): void {
  if (name !== '') return;
  throw new UserError(
    'The name of the file is empty.',
    'Name a file. If a variable stands for it, look whether that is set.',
    exitCode,
  );
}
