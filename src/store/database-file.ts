import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  type Stats,
  statSync,
} from 'node:fs';
import { basename, dirname, resolve } from 'node:path';

import { shellWord } from '../core/text/shell-word.ts';
import { EXIT, UserError } from '../core/user-error.ts';
import { damagedFile, newestBackup } from './backups.ts';

/** Marks a SQLite file as ours: "LDBF". */
export const APPLICATION_ID = 0x4c444246;

/** What stands at a path before SQLite has seen it: nothing, a file of zero bytes, or a file of ours. */
export type Standing = 'nothing' | 'empty' | 'ours';

/** The path as an absolute one. SQLite gives some texts a meaning of their own, which would make data vanish; they are refused. */
export function absolutePath(path: string): string {
  if (path === '') throw notAPath('The path of the file is empty.');
  if (path.startsWith(':memory:') || /^file:/i.test(path)) throw notAPath(`"${path}" is not the path of a file.`);
  if (path.includes('\0') || path !== path.trim()) {
    throw notAPath('The path of the file begins or ends with a space, or holds a character that no path can.');
  }
  const absolute = resolve(path);
  if (Buffer.byteLength(basename(absolute)) > LONGEST_NAME) throw tooLong(basename(absolute));
  const found = statOf(absolute);
  if (found !== undefined && !found.isFile()) throw notAPath(`${absolute} is a folder or a device, not a file.`);
  if (/[/\\]$/.test(path)) throw notAPath(`"${path}" names a folder, not a file.`);
  return absolute;
}

/**
 * Looks at the first bytes only, because opening somebody else's database with SQLite may already change it. Anything that
 * is not ours is refused, and so is an empty file beside backups: the data was here once.
 */
export function lookAt(path: string): Standing {
  if (statOf(path) === undefined) return 'nothing';
  const header = headerOf(path);
  if (header.length > 0) {
    refuseForeign(path, header);
    return 'ours';
  }
  const backup = newestBackup(path);
  if (backup === undefined) return 'empty';
  // Another lossdebrief may have begun the file since, and backed it up.
  if (headerOf(path).length > 0) return lookAt(path);
  throw new UserError(
    `${path} is empty, but there are backups of it. Nothing was changed.`,
    `Bring the newest back: lossdebrief restore ${shellWord(backup)}`,
    EXIT.database,
  );
}

/** Whether the first bytes are those of a file of ours. */
export function isOurs(path: string): boolean {
  return madeBy(path) === APPLICATION_ID;
}

/** Whether another program made the file with SQLite. */
export function isOtherProgram(path: string): boolean {
  const maker = madeBy(path);
  return maker !== undefined && maker !== APPLICATION_ID;
}

/** Makes the file and its folder for this person alone, before anything is in it. SQLite gives its journal the mode of the file. */
export function createFile(path: string): void {
  makeFolder(dirname(path));
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    // An empty file may stand there already, or another lossdebrief was quicker.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    chmodSync(path, 0o600);
  }
}

/** Folder by folder, as the recursive way tries for ever where a file system has no room for any, such as /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another lossdebrief was quicker.
    if (!existsSync(folder)) throw error;
  }
}

/** Whether a transaction can be written: the journal stands beside the file, so the folder counts too. */
export function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** What to say where `isWritable` is not so. */
export function onlyReadable(path: string): UserError {
  return new UserError(
    `${path} may only be read, so nothing could be saved.`,
    'Give yourself permission to write the file and its folder (chmod u+w), or name another file with --db.',
    EXIT.database,
  );
}

/** In bytes: what file systems take, less what SQLite adds for its journal. */
const LONGEST_NAME = 255 - '-journal'.length;

const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';
const APPLICATION_ID_OFFSET = 68;

/** Which program a SQLite file says that it is of; undefined for anything else. */
function madeBy(path: string): number | undefined {
  const header = headerOf(path);
  const isSqlite = header.length === HEADER_BYTES && header.toString('latin1', 0, MAGIC.length) === MAGIC;
  return isSqlite ? header.readUInt32BE(APPLICATION_ID_OFFSET) : undefined;
}

function statOf(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}

/** The first bytes, in one look: what the file's size is told a moment later may be that of what another run has just written. */
function headerOf(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const header = Buffer.alloc(HEADER_BYTES);
    return header.subarray(0, readSync(file, header, 0, HEADER_BYTES, 0));
  } finally {
    closeSync(file);
  }
}

function refuseForeign(path: string, header: Buffer): void {
  const isSqlite = header.toString('latin1', 0, MAGIC.length) === MAGIC;
  if (isSqlite && header.length < HEADER_BYTES) throw damagedFile(path);
  if (isSqlite && header.readUInt32BE(APPLICATION_ID_OFFSET) === APPLICATION_ID) return;
  const backup = newestBackup(path);
  if (backup !== undefined) throw damagedFile(path);
  throw new UserError(
    `${basename(path)} is not a lossdebrief file${isSqlite ? '; another program made it' : ''}. Nothing was changed.`,
    `Look at ${path}, or name another file with --db.`,
    EXIT.database,
  );
}

function tooLong(name: string): UserError {
  return new UserError(
    `The name ${name} is too long: the file would have no room for its journal.`,
    'Name it shorter: --db ~/lossdebrief.db',
    EXIT.database,
  );
}

function notAPath(message: string): UserError {
  return new UserError(message, 'Name a file: --db ~/lossdebrief.db');
}
