import { expect, test } from 'vitest';
import { localeFor } from '../../../src/core/speech/language.ts';

test.each<[setting: string | undefined, system: string | undefined, language: string, tag: string]>([
  [undefined, 'de_AT.UTF-8', 'de', 'de-AT'],
  [undefined, 'es_MX', 'es', 'es-MX'],
  [undefined, 'de', 'de', 'de'],
  [undefined, 'de_DE@euro', 'de', 'de-DE'],
  [undefined, 'fr_FR.UTF-8', 'en', 'en'],
  [undefined, 'C.UTF-8', 'en', 'en'],
  [undefined, undefined, 'en', 'en'],
  ['es', 'de_DE.UTF-8', 'es', 'es'],
  ['de', 'de_CH.UTF-8', 'de', 'de-CH'],
  ['de-AT', 'de_CH.UTF-8', 'de', 'de-AT'],
  ['en', 'de_DE.UTF-8', 'en', 'en'],
  ['fr', 'de_DE.UTF-8', 'en', 'en'],
])('a setting of %s in a system of %s speaks %s, and writes days as in %s', (setting, system, language, tag) => {
  expect(localeFor(setting, system)).toEqual({ language, tag });
});
