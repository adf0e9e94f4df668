import { shownText } from '../core/text/shown-text.ts';
import { UNBROKEN } from '../core/text/unbroken.ts';
import { linesOf, textWidth } from './text-width.ts';

/** Text as it stands in a cell: clean, and with its unbroken spaces, which `shownText` may make plain. */
export function cellText(text: string, ascii: boolean): string {
  return text
    .split(UNBROKEN)
    .map((part) => shownText(part, ascii))
    .join(UNBROKEN);
}

/** Text in lines of no more than `width` columns, between words where that is possible. Nothing is cut off. */
export function wrapped(text: string, width: number): readonly string[] {
  return fits(text, width) ? [text] : linesOf(text, width);
}

/** Text with as many spaces before or after it as it takes to fill its columns. */
export function filled(text: string, width: number, side: 'before' | 'after'): string {
  const space = ' '.repeat(Math.max(0, width - textWidth(text)));
  const shown = text.replaceAll(UNBROKEN, ' ');
  return side === 'before' ? space + shown : shown + space;
}

/** The width of the widest text, in columns; 0 for none. */
export function widest(texts: Iterable<string>): number {
  return Math.max(0, ...Array.from(texts, (text) => textWidth(text)));
}

/** How wide a column must be so that no word of these texts is broken. */
export function widestWord(texts: readonly string[]): number {
  return widest(texts.flatMap((text) => text.split(' ')));
}

function fits(text: string, width: number): boolean {
  return textWidth(text) <= width;
}
