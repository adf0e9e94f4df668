import type { CopyLook, Inspection, Restored, SalvagedTable } from '../core/own-file.ts';
import { absolutePath } from './database-file.ts';
import { loadDriver } from './driver.ts';
import { sayingFaults, sayingFaultsOfCopy } from './faults.ts';
import { inspectFile } from './inspect.ts';
import { lookAtCopy, restoreFile } from './restore.ts';
import { salvageInto } from './salvage.ts';

/** The person's file as a whole, whatever state it is in: nothing here needs to be able to open it. */
export interface OwnFile {
  readonly path: string;
  /** Looks it over. Changes nothing. */
  readonly inspect: () => Inspection;
  /** Looks at a copy that is to take its place. Throws `UserError` 4 for one that must not. */
  readonly look: (copy: string) => CopyLook;
  /** Keeps what is there, and puts a copy in its place. */
  readonly restore: (copy: string) => Promise<Restored>;
  /** Writes what can still be read of it into an empty file. */
  readonly salvage: (empty: string) => readonly SalvagedTable[];
}

/** The file at a path that was given; `now` tells the instant, as ISO text. Throws `UserError` 6 where there is no driver. */
export async function ownFile(given: string, now: () => string): Promise<OwnFile> {
  const path = absolutePath(given);
  const driver = await loadDriver();
  return {
    path,
    inspect: () => sayingFaults(path, () => inspectFile(driver, path)),
    look: (copy) => lookAtCopy(driver, copy),
    restore: (copy) => restoreFile(driver, { path, from: copy, instant: now() }),
    salvage: (empty) => sayingFaultsOfCopy(path, () => salvageInto(driver, path, empty, now())),
  };
}
