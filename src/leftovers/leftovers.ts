import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The name under which a file is written until it is whole: beside its place, and of this run of the program alone. */
export function temporaryName(name: string): string {
  return `.${name}.tmp-${process.pid}`;
}

/** Takes away what killed runs of the program have left of files that are being written, by the names of the files. */
export function sweepUnfinished(folder: string, isOurs: (name: string) => boolean): void {
  sweep(
    folder,
    (entry) => {
      const [, name = '', pid] = /^\.(.+)\.tmp-(\d+)$/.exec(entry) ?? [];
      return pid !== undefined && isOurs(name) ? Number(pid) : undefined;
    },
    DAY,
  );
}

/**
 * Takes away what is left of runs that are over: `runOf` tells the number of the run that an entry of the folder is of. What
 * was touched a moment ago stays, as a run on another machine, which shares the folder, is not seen from here; and what was not
 * touched for the longest time that a run takes, in milliseconds, goes, as numbers come again. What cannot be taken away stays:
 * that is no reason not to go on.
 */
export function sweep(folder: string, runOf: (entry: string) => number | undefined, longest: number): void {
  for (const entry of entriesIn(folder)) {
    const run = runOf(entry);
    if (run !== undefined && isLeft(join(folder, entry), run, longest)) remove(join(folder, entry));
  }
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

function isLeft(path: string, run: number, longest: number): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  // What somebody else has put there under such a name is not ours to remove, not even for root.
  if (!found || found.uid !== (process.getuid?.() ?? found.uid)) return false;
  const age = Date.now() - found.mtimeMs;
  return age > longest || (age > MINUTE && !isRunning(run));
}

/** The own number counts as gone: this run has nothing unfinished yet, and an earlier one had the same. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    // Signal 0 is sent to nobody, and only asks.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there, and somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function entriesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // Then the next run tries again.
  }
}
