import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { frameworkJsonSchema } from './framework-json-schema.ts';
import { readArticles, readCatalog } from './read-catalog.ts';
import { readCrmBook } from './read-crm-book.ts';
import { readStory } from './read-story.ts';

// The last step of `npm run build`: what is wrong in data/ stops the build, and what is right is loaded without yaml or zod.
const folder = new URL('../data/', import.meta.url);
mkdirSync(folder, { recursive: true });
const source = fileURLToPath(new URL('../../data', import.meta.url));
writeFileSync(new URL('catalog.json', folder), JSON.stringify(readCatalog(source)));
writeFileSync(new URL('articles.json', folder), JSON.stringify(readArticles(source)));
writeFileSync(new URL('demo.json', folder), JSON.stringify(readStory(source)));
writeFileSync(new URL('crm.json', folder), JSON.stringify(readCrmBook(source)));

// Published with the package, for editors: what a framework file of one's own may say.
const schemas = new URL('../schema/', import.meta.url);
mkdirSync(schemas, { recursive: true });
writeFileSync(new URL('framework.schema.json', schemas), `${JSON.stringify(frameworkJsonSchema(), undefined, 2)}\n`);
