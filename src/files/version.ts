import { readFileSync } from 'node:fs';

/** The version in package.json, which stands two folders above the source and each build alike. */
export const VERSION = versionIn(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

function versionIn(manifest: string): string {
  const { version } = JSON.parse(manifest) as { readonly version: string };
  return version;
}
