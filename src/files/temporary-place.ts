import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A path in a new temporary folder, which nobody else may look into. */
export async function temporaryPlace(name: string): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), 'lossdebrief-')), name);
}
