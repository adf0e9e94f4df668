import { UserError } from '../core/user-error.ts';
import { ENGLISH } from '../core/speech/english.ts';
import { LANGUAGES } from '../core/speech/language.ts';
import type { Speech } from '../core/speech/speech.ts';
import { readYaml } from './read-yaml.ts';
import { translationSchema } from './schemas.ts';
import { faultsIn, type Texts } from './texts.ts';
import type { Translation } from './translated.ts';

/** A translation of a file: its text, what it is called, and the words that go with it. */
export interface TranslationFile {
  readonly text: string;
  readonly file: string;
  readonly speech: Speech;
}

/** What the translation of a file is called in a language: `loss.de.yaml` for `loss.yaml`. */
export function translationOf(file: string, { language }: Speech): string {
  return file.replace(/(?=\.ya?ml$)/, `.${language}`);
}

/** Whether a file of frameworks is a translation of another. */
export function isTranslation(file: string): boolean {
  return /\.[a-z]{2,3}\.ya?ml$/.test(file);
}

/** A translation of nothing, or into a language that is not spoken here, would never be read. */
export function refuseStrays(files: readonly string[]): void {
  for (const file of files.filter(isTranslation)) {
    const [id = '', language = ''] = file.split('.');
    if (!LANGUAGES.some((known) => known === language && known !== ENGLISH.language)) {
      const spoken = LANGUAGES.join(', ');
      throw new UserError(`${file}: there are no words for the language "${language}".`, `There are: ${spoken}`);
    }
    if (!files.includes(`${id}.yaml`)) {
      throw new UserError(`${file} translates ${id}.yaml, which is not here.`, 'Name it after the file it translates.');
    }
  }
}

/** The texts of a translation. Throws one `UserError` with all that does not go with the original, each with its place. */
export function readTranslation({ text, file }: TranslationFile, original: Texts): Translation {
  const { value, refused } = readYaml(text, file, translationSchema);
  const faults = faultsIn(original, value);
  if (faults.length > 0) throw refused(faults);
  return value;
}
