import type stringWidth from 'string-width';
import type wrapAnsi from 'wrap-ansi';
import { isNarrow } from '../core/narrow-text.ts';

/**
 * Gets ready to lay out this text in so many columns. What measures wide characters and what wraps lines take long to load, so
 * they come with the first text that needs them.
 */
export async function readyFor(text: string, width: number): Promise<void> {
  if (!isNarrow(text)) measure ??= (await import('string-width')).default;
  if (Number.isFinite(width)) wrap ??= (await import('wrap-ansi')).default;
}

/** How many columns a text takes, after `readyFor`. */
export function textWidth(text: string): number {
  if (isNarrow(text)) return text.length;
  if (measure === undefined) throw new Error('Nothing is ready to measure wide characters.');
  return measure(text);
}

/** A text in lines of no more than so many columns, between words where that is possible, after `readyFor`. */
export function linesOf(text: string, width: number): readonly string[] {
  if (wrap === undefined) throw new Error('Nothing is ready to wrap lines.');
  return wrap(text, width, { hard: true, trim: true }).split('\n');
}

let measure: typeof stringWidth | undefined;
let wrap: typeof wrapAnsi | undefined;
