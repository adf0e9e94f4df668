import { isNarrow } from '../core/narrow-text.ts';

/** How many columns a text takes. Text beyond the narrow needs `widthsFor` first, and counts characters until then. */
export function textWidth(text: string): number {
  return isNarrow(text) || measure === undefined ? text.length : measure(text);
}

/**
 * Gets ready to measure these texts. The tables of wide characters take longer to load than the whole first question to
 * show, so they come with the first text that needs them.
 */
export async function widthsFor(text: string): Promise<void> {
  if (!isNarrow(text)) measure ??= (await import('string-width')).default;
}

/** The characters as a person sees them: an accent or a flag is one. */
export function graphemes(text: string): readonly string[] {
  if (isNarrow(text)) return text.split('');
  segmenter ??= new Intl.Segmenter();
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

let measure: ((text: string) => number) | undefined;
let segmenter: Intl.Segmenter | undefined;
