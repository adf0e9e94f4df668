import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { refuseEmptyName } from '../core/text/empty-name.ts';
import { lineOfFault } from '../core/text/line-of-fault.ts';
import { sayCode } from '../core/text/say-code.ts';
import { causedBy, EXIT, UserError } from '../core/user-error.ts';

/**
 * The text of a file, or of standard input for `-`, without a byte order mark. Throws `UserError` 4 if it cannot be read, or if its
 * bytes are no text: a letter that was lost would not be seen before it is needed.
 */
export async function readInput(path: string): Promise<string> {
  if (path === '-') return textIn(await buffer(process.stdin), 'standard input');
  refuseEmptyName(path, EXIT.inputRefused);
  return textIn(await bytesOf(path), path);
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
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
async function textIn(bytes: Uint8Array, name: string): Promise<string> {
  const encoding =
    (['utf-16le', 'utf-16be'] as const).find((one) => MARKS[one].every((byte, at) => bytes[at] === byte)) ?? 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    const line = await lineOfFault(() => Readable.from([bytes]), encoding, 0);
    throw new UserError(
      `Line ${line} of ${name} is not ${encoding.toUpperCase()} text. Nothing was kept.`,
      'Save it as UTF-8, then do it again.',
      EXIT.inputRefused,
    );
  }
}

const MARKS = { 'utf-16le': [0xff, 0xfe], 'utf-16be': [0xfe, 0xff] } as const;
