import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { sayCode } from '../core/say-code.ts';
import { causedBy, EXIT, UserError } from '../core/user-error.ts';

/** The text of a file, or of standard input for `-`. Throws `UserError` 4 if it cannot be read. */
export async function readInput(path: string): Promise<string> {
  if (path === '-') return text(process.stdin);
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const fault =
      code === 'ENOENT'
        ? new UserError(`There is no file ${path}.`, 'Check the name.', EXIT.inputRefused)
        : new UserError(
            `${path} cannot be read (${sayCode(code)}).`,
            'Check the name and who may read it.',
            EXIT.inputRefused,
          );
    throw causedBy(fault, error);
  }
}
