import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { sayCode } from '../core/text/say-code.ts';
import { causedBy, EXIT, UserError } from '../core/user-error.ts';

/**
 * The text of a file, or of standard input for `-`, without a byte order mark. Throws `UserError` 4 if it cannot be read.
 */
export async function readInput(path: string): Promise<string> {
  if (path === '-') return textIn(await buffer(process.stdin));
  try {
    return textIn(await readFile(path));
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

/** What the shell of Windows writes into a file is UTF-16, with a mark that says so; anything else is UTF-8. */
function textIn(bytes: Uint8Array): string {
  const encoding = (['utf-16le', 'utf-16be'] as const).find((one) =>
    MARKS[one].every((byte, at) => bytes[at] === byte),
  );
  return new TextDecoder(encoding ?? 'utf-8').decode(bytes);
}

const MARKS = { 'utf-16le': [0xff, 0xfe], 'utf-16be': [0xfe, 0xff] } as const;
