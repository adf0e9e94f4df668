import type { Input } from '../app.ts';
import type { NumberedLine } from '../core/exchange/portable.ts';
import { EXIT, UserError } from '../core/user-error.ts';
import { detectEncoding } from '../crm/encoding.ts';

/** Whether a file holds records of our own rather than a table: its first character says so. */
export async function holdsRecords({ bytes }: Input): Promise<boolean> {
  for await (const piece of bytes()) {
    const beginning = new TextDecoder(unicodeOf(piece)).decode(piece.subarray(0, LOOKED_AT)).trimStart();
    if (beginning !== '') return beginning.startsWith('{');
  }
  return false;
}

const LOOKED_AT = 1024;

/** The lines of a file, one at a time, with their numbers. Throws `UserError` 4 if it is no UTF-8. */
export async function* numberedLines({ name, bytes }: Input): AsyncGenerator<NumberedLine, void> {
  let decode = decoderOf(name, 'utf-8');
  let number = 0;
  // What a line has come to so far: joined once it has its end, as a long one comes in many pieces.
  let begun: string[] = [];
  for await (const piece of bytes()) {
    if (number === 0 && begun.length === 0) decode = decoderOf(name, unicodeOf(piece));
    const [first = '', ...others] = decode(piece).split('\n');
    begun.push(first);
    for (const next of others) {
      number += 1;
      yield { number, text: begun.join('') };
      begun = [next];
    }
  }
  begun.push(decode());
  yield { number: number + 1, text: begun.join('') };
}

/** What a shell of Windows wrote into a file is UTF-16. */
function unicodeOf(beginning: Uint8Array): string {
  const encoding = detectEncoding(beginning.subarray(0, LOOKED_AT));
  return encoding === 'windows-1252' ? 'utf-8' : encoding;
}

/** Decodes one piece after the other, and in the end without one what is left. */
function decoderOf(name: string, encoding: string): (piece?: Uint8Array) => string {
  const decoder = new TextDecoder(encoding, { fatal: true });
  return (piece) => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
    } catch {
      throw new UserError(
        `${name} is not UTF-8, as lossdebrief writes it. Nothing was written.`,
        'Export it again, or copy it again.',
        EXIT.inputRefused,
      );
    }
  };
}
