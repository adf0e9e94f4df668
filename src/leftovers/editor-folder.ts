import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sweep } from './leftovers.ts';

/** A new folder for this person alone, in which a text lies while it is open in the editor. */
export function makeEditorFolder(): string {
  return mkdtempSync(join(tmpdir(), `${BEGINNING}${process.pid}-`));
}

/** Takes away the texts that runs have left which were killed while an editor was open. One may be open for days. */
export function sweepEditorFolders(): void {
  sweep(
    tmpdir(),
    (entry) => {
      const [, run] = entry.startsWith(BEGINNING) ? (/^(\d+)-/.exec(entry.slice(BEGINNING.length)) ?? []) : [];
      return run === undefined ? undefined : Number(run);
    },
    Number.POSITIVE_INFINITY,
  );
}

const BEGINNING = 'lossdebrief-editor-';
