import { ENGLISH } from '../core/speech/english.ts';
import type { Speech } from '../core/speech/speech.ts';
import type { Fault } from './read-yaml.ts';
import type { Articles, SourceEntry } from './schemas.ts';

/** Whose file it is: what names no source is a fault in ours, and the person's own in theirs. */
export type Whose = 'ours' | 'theirs';

/** Something that names whose advice it is, and where in its file that stands. */
export interface Cited {
  readonly from: SourceEntry | undefined;
  readonly path: readonly (string | number)[];
}

/** A fault for every source that is missing in one of our files, and for every article that there is not. */
export function faultsOfSources(cited: readonly Cited[], articles: Articles, whose: Whose): readonly Fault[] {
  return cited.flatMap(({ from, path }): readonly Fault[] => {
    if (from === undefined) {
      const fix = 'write whose advice it is, or: from: ours';
      return whose === 'ours' ? [{ path, problem: `${path.join('.')} is missing`, fix }] : [];
    }
    if (from === 'ours' || 'method' in from || Object.hasOwn(articles, from.article)) return [];
    const fix = `use one of: ${Object.keys(articles).join(', ')}, or write: from: ours`;
    return [{ path, problem: `there is no article "${from.article}"`, fix }];
  });
}

/** Whose advice something is, in words. */
export function creditOf(
  from: SourceEntry | undefined,
  articles: Articles,
  whose: Whose,
  { credits }: Speech = ENGLISH,
): string {
  if (from === undefined || from === 'ours') return credits.own(whose);
  if ('method' in from) return credits.method(from.method, from.whose, whose);
  const { author, title } = articles[from.article] ?? { author: '', title: '' };
  return credits.article(author, title, from.passage);
}
