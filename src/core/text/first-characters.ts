import { isNarrow } from './narrow-text.ts';

/** The beginning of a text, of no more than so many units of UTF-16, and without half of what a person sees as one character. */
export function firstCharacters(text: string, most: number): string {
  if (isNarrow(text) || text.length <= most) return text.slice(0, most);
  let end = 0;
  for (const { segment } of new Intl.Segmenter('en').segment(text)) {
    if (end + segment.length > most) break;
    end += segment.length;
  }
  return text.slice(0, end);
}
