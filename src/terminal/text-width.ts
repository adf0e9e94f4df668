import { isNarrow } from '../core/text/narrow-text.ts';
import { knownWidth } from '../core/text/wide-text.ts';

/** How many columns a text takes. Text beyond the narrow needs `loadWidths` first, and counts characters until then. */
export function textWidth(text: string): number {
  return knownWidth(text) ?? text.length;
}

/** The characters as a person sees them: an accent or a flag is one. */
export function graphemes(text: string): readonly string[] {
  if (isNarrow(text)) return text.split('');
  segmenter ??= new Intl.Segmenter();
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

let segmenter: Intl.Segmenter | undefined;
