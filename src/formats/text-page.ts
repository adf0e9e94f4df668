import wrapAnsi from 'wrap-ansi';
import type { Line, Meaning, Page } from '../core/page.ts';
import { shownText } from '../core/shown-text.ts';

/** How a page is laid out. */
export interface Layout {
  /** In columns; infinity where nothing is to be wrapped. */
  readonly width: number;
  /** Turns text into what the terminal shows for its meaning. */
  readonly paint: (text: string, meaning: Meaning | undefined) => string;
  readonly ascii: boolean;
}

/** A page as text: every span cleaned, wrapped by words under its own indent, and painted. */
export function textPage(page: Page, layout: Layout): string {
  return page.map((line) => `${textLine(line, layout)}\n`).join('');
}

function textLine({ spans, indent = 0, hang = 0 }: Line, { width, paint, ascii }: Layout): string {
  // Colours take no columns, so painted text wraps where plain text would.
  const text = spans.map((span) => paint(shownText(span.text, ascii), span.as)).join('');
  if (!Number.isFinite(width)) return (' '.repeat(indent) + text).trimEnd();
  // On a narrow screen the indents give way to the words.
  const before = Math.min(indent, Math.floor(width / 3));
  const beside = Math.min(indent + hang, Math.floor(width / 3));
  const [first = '', ...rest] = wrapAnsi(' '.repeat(before) + text, width, { hard: true, trim: false }).split('\n');
  const tail = rest.length === 0 ? [] : wrapAnsi(rest.join(' ').trim(), width - beside, { hard: true }).split('\n');
  return [first, ...tail.map((part) => ' '.repeat(beside) + part)].map((part) => part.trimEnd()).join('\n');
}
