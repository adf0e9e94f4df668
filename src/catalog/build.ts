import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readCatalog } from './read-catalog.ts';

// The last step of `npm run build`: what is wrong in data/ stops the build, and what is right is loaded without yaml or zod.
const folder = new URL('../data/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(
  new URL('catalog.json', folder),
  JSON.stringify(readCatalog(fileURLToPath(new URL('../../data', import.meta.url)))),
);
