import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readCatalog } from './read-catalog.ts';
import { readCrmBook } from './read-crm-book.ts';
import { readStory } from './read-story.ts';

// The last step of `npm run build`: what is wrong in data/ stops the build, and what is right is loaded without yaml or zod.
const folder = new URL('../data/', import.meta.url);
mkdirSync(folder, { recursive: true });
const source = fileURLToPath(new URL('../../data', import.meta.url));
writeFileSync(new URL('catalog.json', folder), JSON.stringify(readCatalog(source)));
writeFileSync(new URL('demo.json', folder), JSON.stringify(readStory(source)));
writeFileSync(new URL('crm.json', folder), JSON.stringify(readCrmBook(source)));
