import type { Line } from '../core/page.ts';
import { spokenText } from '../core/text/spoken-text.ts';

/**
 * A line for somebody who hears it. Indents and columns are for the eye: what stood apart by space alone is kept apart by a
 * comma. What has to stay whole is left as it is.
 */
export function spokenLine({ spans, isWhole = false }: Line): Line {
  const text = spans.map((span) => span.text).join('');
  if (isWhole) return { spans: [{ text }], isWhole };
  return { spans: [{ text: spokenText(text).trim().replaceAll(COLUMN, ', ').replaceAll(/ {2,}/g, ' ') }] };
}

/** Space between two columns. Behind a sentence it is none. */
const COLUMN = /(?<=[\p{L}\p{N})"]) {2,}(?=\S)/gu;
