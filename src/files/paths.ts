import { join } from 'node:path';
import envPaths, { type Paths } from 'env-paths';

/** The person's file in the platform's data folder. */
export function defaultDatabase(): string {
  return join(places().data, 'lossdebrief.db');
}

/** The person's settings in the platform's config folder. */
export function configPath(): string {
  return join(places().config, 'config.yaml');
}

/** Where frameworks of the person's own are: beside their settings. */
export function ownFrameworksFolder(): string {
  return join(places().config, 'frameworks');
}

function places(): Paths {
  return envPaths('lossdebrief', { suffix: '' });
}
