import type wrapAnsi from 'wrap-ansi';
import { knownWidth, loadWidths } from '../core/text/wide-text.ts';

/**
 * Gets ready to lay out this text in so many columns. What wraps lines takes long to load, as what measures wide characters does,
 * so it comes with the first text that needs it.
 */
export async function readyFor(text: string, width: number): Promise<void> {
  await loadWidths(text);
  if (Number.isFinite(width)) wrap ??= (await import('wrap-ansi')).default;
}

/** How many columns a text takes, after `readyFor`: a page is laid out once, so a guess would stay. */
export function textWidth(text: string): number {
  const columns = knownWidth(text);
  if (columns === undefined) throw new Error('Nothing is ready to measure wide characters.');
  return columns;
}

/** A text in lines of no more than so many columns, between words where that is possible, after `readyFor`. */
export function linesOf(text: string, width: number): readonly string[] {
  if (wrap === undefined) throw new Error('Nothing is ready to wrap lines.');
  return wrap(text, width, { hard: true, trim: true }).split('\n');
}

let wrap: typeof wrapAnsi | undefined;
