import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type CrmBook, type CrmProfile, GENERIC } from '../core/exchange/crm-book.ts';
import { UserError } from '../core/user-error.ts';
import { crmProfileSchema, crmWordsSchema } from './crm-schemas.ts';
import { readYaml } from './read-yaml.ts';

/** Reads and checks how CRMs name their columns and outcomes. Throws one `UserError` with everything wrong in a file. */
export function readCrmBook(folder: string): CrmBook {
  const text = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const files = readdirSync(join(folder, 'profiles')).filter((file) => file.endsWith('.yaml'));
  const profiles = files.toSorted().map((file) => readProfile(text(join('profiles', file)), file));
  if (!profiles.some(({ id }) => id === GENERIC)) {
    throw new UserError(
      `There is no profile ${GENERIC}.yaml in ${join(folder, 'profiles')}.`,
      'Put it back: it is taken for files that no other profile knows.',
    );
  }
  return { profiles, words: readYaml(text('crm-words.yaml'), 'crm-words.yaml', crmWordsSchema).value };
}

function readProfile(text: string, file: string): CrmProfile {
  const { value, refused } = readYaml(text, file, crmProfileSchema);
  const { 'id-length': idLength, ...profile } = value;
  if (`${profile.id}.yaml` !== basename(file)) {
    throw refused([{ path: ['id'], problem: `the id is ${profile.id}`, fix: 'name the file for it' }]);
  }
  return { ...profile, ...(idLength !== undefined && { idLength }) };
}
