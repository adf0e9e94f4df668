import { createRequire } from 'node:module';

/** The version in package.json, which stands two folders up in the source and in the build alike. */
export const VERSION: string = (createRequire(import.meta.url)('../package.json') as { version: string }).version;
