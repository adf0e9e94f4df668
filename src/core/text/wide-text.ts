import type stringWidth from 'string-width';
import { isNarrow } from './narrow-text.ts';

/** How many columns a text takes; undefined for one with wide characters, before `loadWidths`. */
export function knownWidth(text: string): number | undefined {
  return isNarrow(text) ? text.length : measure?.(text);
}

/**
 * Gets ready to measure a text. The tables of wide characters take longer to load than the whole first question to show, so they
 * come with the first text that needs them.
 */
export async function loadWidths(text: string): Promise<void> {
  if (!isNarrow(text)) measure ??= (await import('string-width')).default;
}

let measure: typeof stringWidth | undefined;
