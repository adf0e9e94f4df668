import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { sayCode } from '../core/text/say-code.ts';
import { causedBy, EXIT, UserError } from '../core/user-error.ts';

/**
 * A text that is all taken before any of it is given: a short one is held, and the rest of a long one goes through a temporary
 * file that has no name any more when the first word is in it. Throws `UserError` 8 where there is no room for that.
 */
export async function* spooled(pieces: AsyncIterable<string>, most = MOST_HELD): AsyncGenerator<string, void> {
  const held: string[] = [];
  let size = 0;
  let spool: Spool | undefined;
  try {
    for await (const piece of pieces) {
      size += piece.length;
      if (size <= most) {
        held.push(piece);
        continue;
      }
      spool ??= await sayingFaults(openSpool);
      const { file } = spool;
      await sayingFaults(() => file.appendFile(piece));
    }
    yield* held;
    if (spool) yield* contentOf(spool.file);
  } finally {
    await spool?.file.close();
    if (spool) await remove(spool.folder);
  }
}

/** In characters. */
const MOST_HELD = 8 * 1024 ** 2;
/** In bytes. */
const PIECE = 64 * 1024;

interface Spool {
  readonly file: FileHandle;
  readonly folder: string;
}

/** Its name goes at once, so that nothing is left of it however this ends. Windows takes it away only when it is closed. */
async function openSpool(): Promise<Spool> {
  const folder = await mkdtemp(join(tmpdir(), 'lossdebrief-'));
  try {
    return { file: await open(join(folder, 'text'), 'wx+', 0o600), folder };
  } finally {
    await remove(folder);
  }
}

async function remove(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true }).catch(() => undefined);
}

async function* contentOf(file: FileHandle): AsyncGenerator<string, void> {
  const decoder = new StringDecoder('utf8');
  const buffer = Buffer.alloc(PIECE);
  for (let position = 0; ;) {
    const { bytesRead } = await file.read(buffer, 0, PIECE, position);
    if (bytesRead === 0) break;
    position += bytesRead;
    yield decoder.write(buffer.subarray(0, bytesRead));
  }
  const rest = decoder.end();
  if (rest !== '') yield rest;
}

async function sayingFaults<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    const fault = new UserError(
      `A long text goes through the folder for temporary files, and it has no room there (${sayCode(code)}).`,
      'Make room, or write it into a file: --output FILE',
      EXIT.output,
    );
    throw causedBy(fault, error);
  }
}
