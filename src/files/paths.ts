import { join } from 'node:path';
import envPaths from 'env-paths';

/** The person's file in the platform's data folder. */
export function defaultDatabase(): string {
  return join(envPaths('lossdebrief', { suffix: '' }).data, 'lossdebrief.db');
}
