import { namesIn } from '../core/text/template.ts';
import type { Fault } from './read-yaml.ts';

/**
 * The texts of a file by their ids, as its translation has to have them: a text with its places (`{deal}`), lists of texts in
 * their order, and, as a set, words that a language has as many of as it needs.
 */
export type Texts = string | ReadonlySet<string> | readonly Texts[] | { readonly [id: string]: Texts };

/** Texts as a translation gives them. */
export type Given = unknown;

/** Everything in a translation that does not go with the original: what is missing, what is too much, other places. */
export function faultsIn(original: Texts, given: Given, path: readonly (string | number)[] = []): readonly Fault[] {
  if (given === undefined) {
    return [{ path, problem: `${sayPath(path)} is not translated`, fix: `the original is ${brief(original)}` }];
  }
  if (typeof original === 'string') return textFaults(original, given, path);
  if (original instanceof Set) return wordFaults(original, given, path);
  if (isList(original)) return listFaults(original, given, path);
  return groupFaults(original as { readonly [id: string]: Texts }, given, path);
}

function textFaults(original: string, given: Given, path: readonly (string | number)[]): readonly Fault[] {
  if (typeof given !== 'string' || given.trim() === '') {
    return [{ path, problem: `${sayPath(path)} is no text`, fix: `translate ${brief(original)}` }];
  }
  const [wanted, found] = [placesIn(original), placesIn(given)];
  if (wanted.join(' ') === found.join(' ')) return [];
  return [
    {
      path,
      problem: `${sayPath(path)} has the places ${sayPlaces(found)}, and the original ${sayPlaces(wanted)}`,
      fix: 'use the same places, each as often',
    },
  ];
}

function wordFaults(original: ReadonlySet<string>, given: Given, path: readonly (string | number)[]): readonly Fault[] {
  const areWords = Array.isArray(given) && given.every((word) => typeof word === 'string' && word.trim() !== '');
  if (areWords && (given.length > 0 || original.size === 0)) return [];
  return [{ path, problem: `${sayPath(path)} is no list of words`, fix: `the original is ${brief(original)}` }];
}

function listFaults(original: readonly Texts[], given: Given, path: readonly (string | number)[]): readonly Fault[] {
  if (!Array.isArray(given) || given.length !== original.length) {
    const count = Array.isArray(given) ? String(given.length) : 'no list';
    return [
      {
        path,
        problem: `${sayPath(path)} has ${count} where the original has ${original.length}`,
        fix: 'translate each, in the same order',
      },
    ];
  }
  return original.flatMap((one, index) => faultsIn(one, given[index] as Given, [...path, index]));
}

function groupFaults(
  original: { readonly [id: string]: Texts },
  given: Given,
  path: readonly (string | number)[],
): readonly Fault[] {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    return [{ path, problem: `${sayPath(path)} holds no texts`, fix: `it needs ${Object.keys(original).join(', ')}` }];
  }
  const texts = given as Readonly<Record<string, Given>>;
  const unknown = Object.keys(texts).filter((id) => !Object.hasOwn(original, id));
  return [
    ...unknown.map((id) => ({
      path: [...path, id],
      problem: `${sayPath([...path, id])} is not in the original`,
      fix: `it has ${Object.keys(original).join(', ')}`,
    })),
    ...Object.entries(original).flatMap(([id, one]) =>
      faultsIn(one, Object.hasOwn(texts, id) ? texts[id] : undefined, [...path, id]),
    ),
  ];
}

function isList(texts: Texts): texts is readonly Texts[] {
  return Array.isArray(texts);
}

function placesIn(text: string): readonly string[] {
  return [...namesIn(text)].toSorted();
}

function sayPlaces(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.map((name) => `{${name}}`).join(' ');
}

function sayPath(path: readonly (string | number)[]): string {
  return path.length === 0 ? 'the file' : path.join('.');
}

function brief(original: Texts): string {
  if (typeof original === 'string')
    return JSON.stringify(original.length > 60 ? `${original.slice(0, 60)}…` : original);
  if (original instanceof Set) return `a list such as ${[...original].slice(0, 3).join(', ')}`;
  return isList(original) ? `a list of ${original.length}` : `a group of ${Object.keys(original).join(', ')}`;
}
