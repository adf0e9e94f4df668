import type { Input } from '../app.ts';
import type { NumberedLine } from '../core/exchange/portable.ts';
import { EXIT, UserError } from '../core/user-error.ts';
import { decoderOf, detectEncoding, type Encoding } from '../crm/encoding.ts';
import { lineOfFault } from '../core/text/line-of-fault.ts';

/** Whether a file holds records of our own rather than a table: its first character says so. */
export async function holdsRecords({ bytes }: Input): Promise<boolean> {
  for await (const piece of bytes()) {
    const beginning = new TextDecoder(unicodeOf(piece)).decode(piece.subarray(0, LOOKED_AT)).trimStart();
    if (beginning !== '') return beginning.startsWith('{');
  }
  return false;
}

const LOOKED_AT = 1024;

/** The lines of a file, one at a time, with their numbers. Throws `UserError` 4 with the line that is no UTF-8. */
export async function* numberedLines({ name, bytes }: Input): AsyncGenerator<NumberedLine, void> {
  const text = unicode({ name, bytes });
  let number = 0;
  // What a line has come to so far: joined once it has its end, as a long one comes in many pieces.
  let begun: string[] = [];
  for await (const piece of text) {
    const [first = '', ...others] = piece.split('\n');
    begun.push(first);
    for (const next of others) {
      number += 1;
      yield { number, text: begun.join('') };
      begun = [next];
    }
  }
  yield { number: number + 1, text: begun.join('') };
}

/** A file as text, piece by piece. */
async function* unicode({ name, bytes }: Pick<Input, 'name' | 'bytes'>): AsyncGenerator<string, void> {
  let encoding: Encoding | undefined;
  let decode: ReturnType<typeof decoderOf> | undefined;
  let read = 0;
  try {
    for await (const piece of bytes()) {
      encoding ??= unicodeOf(piece);
      decode ??= decoderOf(encoding);
      const text = decode(piece, true);
      read += piece.length;
      yield text;
    }
    if (decode) yield decode(new Uint8Array(), false);
  } catch (error) {
    if (!(error instanceof TypeError) || encoding === undefined) throw error;
    throw new UserError(
      `Line ${await lineOfFault(bytes, encoding, read)} of ${name} is not UTF-8, as lossdebrief writes it. Nothing was written.`,
      'Export it again, or copy it again.',
      EXIT.inputRefused,
    );
  }
}

/** What a shell of Windows wrote into a file is UTF-16. */
function unicodeOf(beginning: Uint8Array): Encoding {
  const encoding = detectEncoding(beginning.subarray(0, LOOKED_AT));
  return encoding === 'windows-1252' ? 'utf-8' : encoding;
}
