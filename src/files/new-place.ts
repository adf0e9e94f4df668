import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { UserError } from '../core/user-error.ts';

/**
 * Where a file goes that is not the person's own: the path they name, or a new temporary folder. Where their own file
 * stands, or would stand once it is made, is refused.
 */
export async function newPlace(path: string | undefined, own: () => Promise<string>): Promise<string> {
  if (path === undefined) return join(await mkdtemp(join(tmpdir(), 'lossdebrief-demo-')), 'demo.db');
  const place = resolve(path);
  if (place !== resolve(await own())) return place;
  throw new UserError(
    `${place} is the place of your own file. Nothing was written.`,
    'Name another file, or leave --output out.',
  );
}
