import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Input } from '../app.ts';
import { refuseEmptyName } from '../core/text/empty-name.ts';
import { sayCode } from '../core/text/say-code.ts';
import { causedBy, EXIT, UserError } from '../core/user-error.ts';

/**
 * A file to read as bytes, as often as needed. What comes through a pipe, standard input too, can be read once only and so
 * is kept in memory. Throws `UserError` 4 if it cannot be read, or holds more than so many bytes.
 */
export async function openInput(path: string, most: number): Promise<Input> {
  refuseEmptyName(path, EXIT.inputRefused);
  if (path === '-') return fromPipe(path, process.stdin, most);
  const size = await regularSize(path);
  if (size === undefined) return fromPipe(path, readingFaults(path, createReadStream(path)), most);
  if (size > most) throw tooLarge(path, most);
  return {
    name: path,
    argument: path,
    size,
    bytes: () => readingFaults(path, createReadStream(path, { highWaterMark: PIECE })),
  };
}

/** Bytes that were read already, as an input. */
export function inputOf(argument: string, pieces: readonly Uint8Array[]): Input {
  const size = pieces.reduce((sum, piece) => sum + piece.length, 0);
  return { name: nameOf(argument), argument, size, bytes: () => Readable.from(pieces) };
}

const PIECE = 64 * 1024;

function nameOf(argument: string): string {
  return argument === '-' ? 'standard input' : argument;
}

async function fromPipe(argument: string, source: AsyncIterable<Uint8Array>, most: number): Promise<Input> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of source) {
    size += piece.length;
    if (size > most) throw tooLarge(nameOf(argument), most);
    pieces.push(piece);
  }
  return inputOf(argument, pieces);
}

/** The size of a file; undefined for a pipe. */
async function regularSize(path: string): Promise<number | undefined> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw unreadable(path, 'it is a folder');
    return found.isFile() ? found.size : undefined;
  } catch (error) {
    throw inWords(error, path);
  }
}

async function* readingFaults(path: string, source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  try {
    yield* source;
  } catch (error) {
    throw inWords(error, path);
  }
}

function inWords(error: unknown, path: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof UserError || typeof code !== 'string') return error;
  const fault =
    code === 'ENOENT'
      ? new UserError(`There is no file ${path}.`, 'Check the name.', EXIT.inputRefused)
      : unreadable(path, sayCode(code));
  return causedBy(fault, error);
}

function unreadable(path: string, why: string): UserError {
  return new UserError(`${path} cannot be read (${why}).`, 'Check the name and who may read it.', EXIT.inputRefused);
}

function tooLarge(name: string, most: number): UserError {
  const megabytes = Math.floor(most / 1024 ** 2);
  return new UserError(
    `${name} is larger than ${megabytes} MB. Nothing was read.`,
    `Export fewer deals, or allow more with --max-mb ${megabytes * 4}`,
    EXIT.inputRefused,
  );
}
