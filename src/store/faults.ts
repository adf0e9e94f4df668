import { basename } from 'node:path';

import { causedBy, EXIT, UserError } from '../core/user-error.ts';
import { damagedFile } from './backups.ts';

/** Runs something on the file, and says every expected fault of SQLite or the disk in words the person can act on. */
export function sayingFaults<Result>(path: string, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    throw inWords(error, path);
  }
}

/** The same for work that waits in between. */
export async function sayingFaultsLater<Result>(path: string, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    throw inWords(error, path);
  }
}

/** The same for rows that are read as they are taken. What whoever takes them throws stays as it is. */
export function* sayingFaultsOf<Row>(path: string, rows: Iterable<Row>): Generator<Row, void> {
  try {
    yield* rows;
  } catch (error) {
    throw inWords(error, path);
  }
}

/** The same for a copy of the file: what cannot be written then is the copy, and the file is as it was. */
export function sayingFaultsOfCopy<Result>(path: string, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    throw inWords(error, path, FAULTS_OF_COPY);
  }
}

/** The fault in words; the error itself if it is none of these, and then it is a bug. Values of rows are never repeated. */
function inWords(error: unknown, path: string, faults = FAULTS): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code !== 'string') return error;
  const found = faults.find(([pattern]) => pattern.test(code));
  return found === undefined ? error : causedBy(found[1](path, code), error);
}

type Fault = (path: string, code: string) => UserError;

const busy: Fault = (path) =>
  new UserError(
    `Another lossdebrief is saving to ${basename(path)} just now. Nothing was changed.`,
    'Try again in a moment. If it stays so, look for a lossdebrief in another window.',
    EXIT.busy,
  );

const full: Fault = (path) =>
  databaseError(
    `The disk is full, so ${basename(path)} could not be written. Nothing of this was saved; everything before it is safe.`,
    'Make room on the disk, then do it again.',
  );

const interrupted: Fault = (path) =>
  databaseError(
    `${path} was left in the middle of a save and can only be read once that is undone, which needs permission to write.`,
    `Give yourself permission to write the file and its folder, or name another file with --db.`,
  );

const readOnly: Fault = (path) =>
  databaseError(
    `${path} may only be read. Nothing was saved.`,
    `Give yourself permission to write the file and its folder (chmod u+w), or name another file with --db.`,
  );

const unreadable: Fault = (path, code) =>
  databaseError(
    `${path} could not be read or written (${code}). Nothing of this was saved.`,
    'Check the disk and its free space, then try again.',
  );

const unopenable: Fault = (path) =>
  databaseError(
    `${path} could not be opened.`,
    'Check that its folder exists and that you may write there, or name another file with --db.',
  );

const gone: Fault = (path) =>
  new UserError(
    `The deal that this belongs to is not in ${basename(path)} any more; it was deleted in another window. Nothing of this was saved.`,
    'See which deals there are: lossdebrief list',
    EXIT.noSuchId,
  );

const copyFull: Fault = (path) =>
  outputError(
    `The disk is full, so no copy could be written. ${basename(path)} is as it was.`,
    'Make room on the disk, then do it again.',
  );

const copyUnwritable: Fault = (path, code) =>
  outputError(
    `The copy could not be written (${code}). ${basename(path)} is as it was.`,
    'Check that you may write there, or name another place: lossdebrief backup FILE',
  );

/** SQLite's extended result codes, and those of the file system; the first that matches counts. */
const FAULTS: readonly (readonly [RegExp, Fault])[] = [
  [/^SQLITE_(BUSY|LOCKED)/, busy],
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)$/, full],
  [/^SQLITE_READONLY_(ROLLBACK|RECOVERY)$/, interrupted],
  [/^(SQLITE_READONLY|EROFS)/, readOnly],
  [/^SQLITE_(CORRUPT|NOTADB|IOERR_SHORT_READ)/, damagedFile],
  [/^(SQLITE_IOERR|EIO|EFBIG)/, unreadable],
  [/^SQLITE_CONSTRAINT_FOREIGNKEY$/, gone],
  [/^(SQLITE_CANTOPEN|EACCES|EPERM|EEXIST|ENOTDIR|ENOENT|ENAMETOOLONG|ELOOP)/, unopenable],
];

/** What is said first where a copy is written. */
const FAULTS_OF_COPY: typeof FAULTS = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)$/, copyFull],
  [/^(SQLITE_IOERR_(WRITE|FSYNC|TRUNCATE|DIR_FSYNC)|SQLITE_READONLY|SQLITE_CANTOPEN|E(?!IO))/, copyUnwritable],
  ...FAULTS,
];

function databaseError(message: string, hint: string): UserError {
  return new UserError(message, hint, EXIT.database);
}

function outputError(message: string, hint: string): UserError {
  return new UserError(message, hint, EXIT.output);
}
