import type { Input } from '../app.ts';
import { EXIT, UserError } from '../core/user-error.ts';
import { lineOfFault } from '../core/text/line-of-fault.ts';
import { Surprise } from './surprise.ts';

/** The encodings that exports come in. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/**
 * The encoding that the first bytes of a file show: by its mark, by the zero bytes of UTF-16, and otherwise UTF-8 unless
 * they are none. Windows-1252 is what spreadsheets in Western Europe write; it holds ISO-8859-1.
 */
export function detectEncoding(bytes: Uint8Array): Encoding {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const zeros = zeroBytes(bytes);
  if (zeros.odd > bytes.length / 8 && zeros.even === 0) return 'utf-16le';
  if (zeros.even > bytes.length / 8 && zeros.odd === 0) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/**
 * Turns bytes into text, piece by piece; throws `TypeError` where they are of another encoding. Node's own decoder takes
 * Windows-1252 for ISO-8859-1, which has no euro sign and no dashes, so their places are filled in here.
 */
export function decoderOf(encoding: Encoding): (bytes: Uint8Array, isMore: boolean) => string {
  if (encoding === 'windows-1252') {
    return (bytes) =>
      Buffer.from(bytes)
        .toString('latin1')
        .replaceAll(C1, (mark) => WINDOWS[mark.charCodeAt(0) - 0x80] ?? mark);
  }
  const decoder = new TextDecoder(encoding, { fatal: true });
  return (bytes, isMore) => decoder.decode(bytes, { stream: isMore });
}

/** The control characters above ASCII, which no text holds, and in whose places Windows has characters of its own. */
const C1 = /(?![\0-\x7f])\p{Cc}/gu;
/** 0x80 to 0x9F; where Windows has nothing, they stay as they are. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** An encoding by the names people use for it. Throws `UserError` for any other. */
export function readEncoding(name: string): Encoding {
  const found = NAMES.get(name.toLowerCase().replaceAll(/[^a-z0-9]/g, ''));
  if (found) return found;
  throw new UserError(`--encoding ${name} is not known.`, `Use one of: ${ENCODINGS.join(', ')}`);
}

const NAMES: ReadonlyMap<string, Encoding> = new Map([
  ['utf8', 'utf-8'],
  ['utf16', 'utf-16le'],
  ['utf16le', 'utf-16le'],
  ['utf16be', 'utf-16be'],
  ['windows1252', 'windows-1252'],
  ['cp1252', 'windows-1252'],
  ['ansi', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['iso88591', 'windows-1252'],
]);

/**
 * The bytes of an input as text, piece by piece, without the mark at the beginning; `watch` is told how many were read. Throws
 * `Surprise` at the first byte that is not of a detected encoding, and `UserError` 4 with its line if somebody named it.
 */
export async function* decoded(
  { name, bytes }: Pick<Input, 'name' | 'bytes'>,
  encoding: Encoding,
  isNamed: boolean,
  watch: (read: number) => void = () => {},
): AsyncGenerator<string, void> {
  const decode = decoderOf(encoding);
  let read = 0;
  try {
    for await (const piece of bytes()) {
      const text = decode(piece, true);
      read += piece.length;
      watch(read);
      yield text;
    }
    yield decode(new Uint8Array(), false);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    if (!isNamed && encoding === 'utf-8') throw new Surprise('encoding');
    throw new UserError(
      `Line ${await lineOfFault(bytes, encoding, read)} of ${name} is not ${encoding} text.`,
      `Name another encoding: --encoding ${encoding === 'windows-1252' ? 'utf-8' : 'windows-1252'}`,
      EXIT.inputRefused,
    );
  }
}

function zeroBytes(bytes: Uint8Array): { readonly even: number; readonly odd: number } {
  const zeros = { even: 0, odd: 0 };
  bytes.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2 === 0 ? 'even' : 'odd'] += 1;
  });
  return zeros;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // Streaming, because the last character may be cut in two.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
