import { readFileSync } from 'node:fs';
import type { Catalog } from '../app.ts';
import type { CrmBook } from '../core/exchange/crm-book.ts';
import type { Language } from '../core/speech/language.ts';
import type { Story } from '../core/story.ts';
import type { Articles } from './schemas.ts';

/** The questionnaires that come with the program, checked and turned into JSON when it was built. */
export function shippedCatalog(language: Language): Catalog {
  return dataFile(`catalog.${language}.json`) as Catalog;
}

/** The articles that questions may cite. */
export function shippedArticles(): Articles {
  return dataFile('articles.json') as Articles;
}

/** Where an editor finds what a framework file may say. */
export function frameworkSchemaUrl(): string {
  return new URL('../schema/framework.schema.json', import.meta.url).href;
}

/** The invented deals of `demo`. */
export function shippedStory(): Story {
  return dataFile('demo.json') as Story;
}

/** What is known of CRMs and their exports. */
export function shippedCrmBook(): CrmBook {
  return dataFile('crm.json') as CrmBook;
}

function dataFile(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8'));
}
