import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Story } from '../core/story.ts';
import { type Fault, readYaml } from './read-yaml.ts';
import { storySchema } from './story-schema.ts';

/** Reads and checks the invented deals of `demo`. Throws one `UserError` with everything that is wrong, each with its place. */
export function readStory(folder: string): Story {
  const file = 'demo.yaml';
  const { value, refused } = readYaml(readFileSync(join(folder, file), 'utf8'), file, storySchema);
  const faults = [...repeatedNames(value), ...unknownNames(value)];
  if (faults.length > 0) throw refused(faults);
  return value;
}

/** A fault for every deal that has the name of an earlier one: a story knows its deals by their names. */
function repeatedNames({ deals }: Story): readonly Fault[] {
  return deals.flatMap(({ name }, index) =>
    deals.findIndex((deal) => deal.name === name) < index
      ? { path: ['deals', index, 'name'], problem: `there are two deals called "${name}"`, fix: 'rename one of them' }
      : [],
  );
}

/** A fault for every deal that is named and that there is not. */
function unknownNames({ deals, phrases, showcase }: Story): readonly Fault[] {
  const known = new Set(deals.map(({ name }) => name));
  const named = [
    { name: showcase, path: ['showcase'] },
    ...phrases.flatMap(({ used }, index) =>
      used.map((name, place) => ({ name, path: ['phrases', index, 'used', place] })),
    ),
  ];
  return named
    .filter(({ name }) => !known.has(name))
    .map(({ name, path }) => ({ path, problem: `there is no deal "${name}"`, fix: 'name one of the deals above' }));
}
