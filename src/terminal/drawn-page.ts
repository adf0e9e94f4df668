import type { Line, Span } from '../core/page.ts';
import { brokenLine } from './broken-line.ts';
import type { Paint } from './paint.ts';
import { graphemes, textWidth } from './text-width.ts';
import { shownText } from '../core/text/shown-text.ts';
import { UNBROKEN } from '../core/text/unbroken.ts';
import { withWholeCommands } from '../core/text/whole-commands.ts';

/** How this terminal shows things just now. */
export interface Look {
  readonly columns: number;
  /** How many lines the screen has; undefined where nobody can tell. */
  readonly rows?: number | undefined;
  readonly ascii: boolean;
  readonly paint: Paint;
}

/** A line that may carry a mark in the space before its text, such as the key of an option. */
export interface MarkedLine extends Line {
  readonly mark?: readonly Span[];
}

/** Lines as they are written: clean, wrapped by words to the width, painted. Nothing is cut off. */
export function drawnPage(lines: readonly MarkedLine[], look: Look): readonly string[] {
  return lines.flatMap((line) => drawnLine(line, look));
}

/** The widest a line may be; the last column stays free, as terminals differ in what comes after it. */
export function widthOf(look: Look): number {
  return Math.max(10, look.columns - 1);
}

/** Whether lines leave room on the screen for the question around them. What scrolls off the top cannot be redrawn. */
export function leavesRoom(lines: readonly MarkedLine[], look: Look): boolean {
  return drawnPage(lines, look).length <= roomFor(look);
}

/** How many rows a screen has for what is inside a question, and on the lowest still a few. */
export function roomFor(look: Look): number {
  return look.rows === undefined ? Number.POSITIVE_INFINITY : Math.max(LEAST_ROOM, look.rows - ROOM_FOR_QUESTION);
}

/** The rows that a line takes, as lines that can stand on different pages. */
export function unpaintedRows(line: MarkedLine, look: Look): readonly MarkedLine[] {
  const { indent, rows, spans } = brokenRows(line, look);
  const as = spans[0]?.as;
  return rows.map((row, index) => ({
    ...(index === 0 && line.mark !== undefined ? { mark: line.mark } : {}),
    indent,
    spans: [{ text: row.trimEnd(), ...(as === undefined ? {} : { as }) }],
  }));
}

const ROOM_FOR_QUESTION = 8;
const LEAST_ROOM = 4;

/** Words that stay on one line. */
export function together(text: string): string {
  return text.replaceAll(' ', UNBROKEN);
}

/** A text of one line, cut to a width. */
export function cutTo(text: string, width: number, look: Look): string {
  if (textWidth(text) <= width) return text;
  const ellipsis = look.ascii ? '...' : '…';
  let start = '';
  for (const character of graphemes(text)) {
    if (textWidth(start + character + ellipsis) > width) break;
    start += character;
  }
  return start.trimEnd() + ellipsis;
}

function drawnLine(line: MarkedLine, look: Look): readonly string[] {
  const { indent, rows, spans } = brokenRows(line, look);
  let end = 0;
  return rows.map((row, index) => {
    const start = end;
    end += row.length;
    const isFirst = index === 0;
    const from = isFirst ? start : start + row.length - row.trimStart().length;
    const before = isFirst ? drawnMark(line.mark ?? [], indent, look) : ' '.repeat(indent);
    return before + painted(spans, from, start + row.trimEnd().length, look);
  });
}

function brokenRows(
  line: MarkedLine,
  look: Look,
): { readonly indent: number; readonly rows: readonly string[]; readonly spans: readonly Span[] } {
  const indent = Math.min(line.indent ?? 0, Math.floor(look.columns / 2));
  const room = widthOf(look) - indent;
  const spans = line.spans.map((span) => ({
    ...span,
    text: withWholeCommands(shownSpan(span.text, look.ascii), room),
  }));
  return { indent, spans, rows: brokenLine(spans.map(({ text }) => text).join(''), room) };
}

function drawnMark(mark: readonly Span[], indent: number, look: Look): string {
  const spans = mark.map((span) => ({ ...span, text: shownSpan(span.text, look.ascii) }));
  const text = spans.map((span) => span.text).join('');
  return painted(spans, 0, text.length, look) + ' '.repeat(Math.max(0, indent - textWidth(text)));
}

/** The characters from one place to another, each in the colour of its span. */
function painted(spans: readonly Span[], from: number, to: number, { paint }: Look): string {
  let passed = 0;
  return spans
    .map(({ text, as }) => {
      const part = text.slice(Math.max(0, from - passed), Math.max(0, to - passed));
      passed += text.length;
      return part === '' ? '' : paint(part.replaceAll(UNBROKEN, ' '), as);
    })
    .join('');
}

/** Clean text; what was kept together stays so until the lines are broken. */
function shownSpan(text: string, ascii: boolean): string {
  return text
    .split(UNBROKEN)
    .map((part) => shownText(part, ascii))
    .join(UNBROKEN);
}
