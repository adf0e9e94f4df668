/** Characters that are one column wide and stand for themselves: most of what is ever asked or answered here. */
const NARROW =
  /^[\n\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u21ff\u23ce]*$/;

/** How many columns a text takes. Text beyond the narrow needs `widthsFor` first, and counts characters until then. */
export function textWidth(text: string): number {
  return NARROW.test(text) || measure === undefined ? text.length : measure(text);
}

/**
 * Gets ready to measure these texts. The tables of wide characters take longer to load than the whole first question to
 * show, so they come with the first text that needs them.
 */
export async function widthsFor(text: string): Promise<void> {
  if (!NARROW.test(text)) measure ??= (await import('string-width')).default;
}

/** The characters as a person sees them: an accent or a flag is one. */
export function graphemes(text: string): readonly string[] {
  if (NARROW.test(text)) return text.split('');
  segmenter ??= new Intl.Segmenter();
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

let measure: ((text: string) => number) | undefined;
let segmenter: Intl.Segmenter | undefined;
