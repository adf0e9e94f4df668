import { ENGLISH } from './english.ts';
import type { Locale } from './language.ts';
import type { Speech } from './speech.ts';

/** The words of a language. English is always there; the others are loaded when they are spoken. */
export async function speechFor({ language, tag }: Locale): Promise<Speech> {
  switch (language) {
    case 'de':
      return (await import('./german.ts')).german(tag);
    case 'es':
      return (await import('./spanish.ts')).spanish(tag);
    case 'en':
      return ENGLISH;
  }
}
