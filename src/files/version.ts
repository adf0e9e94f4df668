import { readFileSync } from 'node:fs';

/** The version in package.json, which stands one folder above the source and the build alike. */
export const VERSION = versionIn(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

function versionIn(manifest: string): string {
  const { version } = JSON.parse(manifest) as { readonly version: string };
  return version;
}
