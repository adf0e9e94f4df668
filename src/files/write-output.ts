import { access, constants, type FileHandle, link, lstat, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { refuseEmptyName } from '../core/text/empty-name.ts';
import { sayCode } from '../core/text/say-code.ts';
import { causedBy, EXIT, UserError } from '../core/user-error.ts';
import { sweepUnfinished, temporaryName } from '../leftovers/leftovers.ts';
import { inPieces } from './in-pieces.ts';

/** What goes into a file: all at once, as it is made, or written by somebody else into the file that is named to them. */
export type Content = string | Uint8Array | Iterable<string> | AsyncIterable<string> | ((temporary: string) => void);

/**
 * Writes a file whole or not at all, for this person alone. It is written beside its place, brought to the disk, and only
 * then given its name, so what stood there stays until that moment. A file that is there is refused unless it may be
 * replaced; of a link, the link is replaced and never what it points to. Throws `UserError` 8 if it cannot be written.
 */
export async function writeOutput(path: string, content: Content, mayReplace: boolean): Promise<void> {
  refuseEmptyName(path, EXIT.output);
  const target = resolve(path);
  try {
    await writeWhole(target, content, mayReplace);
  } catch (error) {
    throw inWords(error, target);
  }
}

/** Throws `UserError` 8 where a file would be refused anyway, so that it can be said before there is anything to write. */
export async function checkOutput(path: string, mayReplace: boolean): Promise<void> {
  refuseEmptyName(path, EXIT.output);
  const target = resolve(path);
  try {
    await refuseTaken(target, mayReplace);
    await access(dirname(target), constants.W_OK);
  } catch (error) {
    throw inWords(error, target);
  }
}

async function writeWhole(target: string, content: Content, mayReplace: boolean): Promise<void> {
  await refuseTaken(target, mayReplace);
  const temporary = join(dirname(target), temporaryName(basename(target)));
  sweepUnfinished(dirname(target), (name) => name === basename(target));
  // Exclusively: a link that somebody planted under this name is not followed.
  const file = await open(temporary, 'wx', 0o600);
  try {
    await fill(file, temporary, content);
    await file.sync();
    // Windows renames no open file.
    await file.close();
    await (mayReplace ? rename(temporary, target) : nameOnce(temporary, target));
  } finally {
    await file.close();
    await rm(temporary, { force: true });
  }
  await flushFolder(dirname(target));
}

async function fill(file: FileHandle, temporary: string, content: Content): Promise<void> {
  if (typeof content === 'function') content(temporary);
  else if (typeof content === 'string' || content instanceof Uint8Array) await file.writeFile(content);
  else for await (const piece of inPieces(content)) await file.writeFile(piece);
}

async function refuseTaken(target: string, mayReplace: boolean): Promise<void> {
  const found = await lstat(target).catch(() => undefined);
  if (found === undefined) return;
  const behind = await stat(target).catch(() => undefined);
  if (behind && !behind.isFile()) throw notAFile(target);
  if (!mayReplace) throw taken(target);
}

/** A second name is refused where there is one already, even one made a moment ago; renaming would replace it. */
async function nameOnce(temporary: string, target: string): Promise<void> {
  try {
    await link(temporary, target);
  } catch (error) {
    const code = codeOf(error) ?? '';
    if (code === 'EEXIST') throw taken(target);
    // Some disks, such as a USB stick's, know no second names.
    if (!NO_LINKS.has(code)) throw error;
    await rename(temporary, target);
  }
}

const NO_LINKS: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

/** The new name is only safe once the folder is on the disk too. Where that cannot be asked for, the file is in its place all the same. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

function notAFile(target: string): UserError {
  return outputError(`${target} is a folder or a device, not a file.`, 'Name a file, or - to print it.');
}

function taken(target: string): UserError {
  return outputError(
    `${target} is there already. Nothing was written.`,
    'Choose another name, or write over it with --force.',
  );
}

/** The fault in words; the error itself if it has no code of the file system, and then it is a bug. */
function inWords(error: unknown, target: string): unknown {
  const code = codeOf(error);
  if (error instanceof UserError || code === undefined) return error;
  const fault = FULL.has(code)
    ? outputError(
        `The disk is full, so ${target} could not be written. Nothing there was changed.`,
        'Make room on the disk, then do it again.',
      )
    : outputError(
        `${target} could not be written (${sayCode(code)}). Nothing there was changed.`,
        'Check that its folder exists and that you may write there.',
      );
  return causedBy(fault, error);
}

const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);

function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

function outputError(message: string, hint: string): UserError {
  return new UserError(message, hint, EXIT.output);
}
