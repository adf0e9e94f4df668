import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LANGUAGES, localeFor } from '../core/speech/language.ts';
import { speechFor } from '../core/speech/speech-for.ts';
import { frameworkJsonSchema } from './framework-json-schema.ts';
import { readArticles, readCatalog } from './read-catalog.ts';
import { readCrmBook } from './read-crm-book.ts';
import { readStory } from './read-story.ts';

// The last step of `npm run build`: what is wrong in data/ stops the build, and what is right is loaded without yaml or zod.
const folder = new URL('../data/', import.meta.url);
// What an earlier build made and this one does not would be packed along.
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const source = fileURLToPath(new URL('../../data', import.meta.url));
for (const language of LANGUAGES) {
  const catalog = readCatalog(source, await speechFor(localeFor(language, undefined)));
  writeFileSync(new URL(`catalog.${language}.json`, folder), JSON.stringify(catalog));
}
writeFileSync(new URL('articles.json', folder), JSON.stringify(readArticles(source)));
writeFileSync(new URL('demo.json', folder), JSON.stringify(readStory(source)));
writeFileSync(new URL('crm.json', folder), JSON.stringify(readCrmBook(source)));

// Published with the package, for editors: what a framework file of one's own may say.
const schemas = new URL('../schema/', import.meta.url);
mkdirSync(schemas, { recursive: true });
writeFileSync(new URL('framework.schema.json', schemas), `${JSON.stringify(frameworkJsonSchema(), undefined, 2)}\n`);
