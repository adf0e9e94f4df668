import { readFileSync } from 'node:fs';
import type { Catalog } from '../app.ts';

/** The questionnaires that come with the program, checked and turned into JSON when it was built. */
export function shippedCatalog(): Catalog {
  return JSON.parse(readFileSync(new URL('../data/catalog.json', import.meta.url), 'utf8')) as Catalog;
}
