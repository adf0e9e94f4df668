import { readFileSync } from 'node:fs';
import type { Shell } from '../core/completion.ts';

/** The script for a shell, as it was written at the build. */
export function shellScript(shell: Shell): string {
  return readFileSync(new URL(`../data/completion/${shell}`, import.meta.url), 'utf8');
}
