import { brokenLine } from './broken-line.ts';
import { type Look, widthOf } from './drawn-page.ts';
import { shownText } from '../core/text/shown-text.ts';
import type { TypedText } from './typed-text.ts';

/** What is being typed, as rows that fit the screen, and where the cursor stands in them. */
export interface TypedRows {
  readonly rows: readonly string[];
  readonly cursorRow: number;
  /** Characters before the cursor in its row. */
  readonly cursorAt: number;
}

const PROMPT_MARK = '> ';
const ROWS_IN_SIGHT = 6;
/** A space between two words stays at the end of a row that is full. */
const ROOM_FOR_SPACE = 1;

/** Breaks typed text into rows behind the prompt mark, and keeps the six around the cursor. */
export function typedRows(typed: TypedText, look: Look): TypedRows {
  const before = shownText(typed.text.slice(0, typed.cursor), look.ascii, 'keep');
  const after = shownText(typed.text.slice(typed.cursor), look.ascii, 'keep');
  const width = widthOf(look) - PROMPT_MARK.length - ROOM_FOR_SPACE;
  const rows = nearby(before, after).flatMap((line) => rowsOf(line, width));
  const { cursorRow, cursorAt } = placeOf(rows, nearby(before, '').join('\n').length);
  const from = Math.max(0, Math.min(cursorRow - ROWS_IN_SIGHT + 1, rows.length - ROWS_IN_SIGHT));
  return {
    rows: rows
      .slice(from, from + ROWS_IN_SIGHT)
      .map(({ text }, index) => (from + index === 0 ? PROMPT_MARK : '  ') + text),
    cursorRow: cursorRow - from,
    cursorAt: PROMPT_MARK.length + cursorAt,
  };
}

/** A row, and whether a typed line ends with it. */
interface Row {
  readonly text: string;
  readonly endsLine: boolean;
}

/** The lines around the cursor, so that the hundredth pasted page costs no more to show than the first. */
function nearby(before: string, after: string): readonly string[] {
  const above = before.split('\n').slice(-ROWS_IN_SIGHT - 1);
  const [rest = '', ...below] = after.split('\n').slice(0, ROWS_IN_SIGHT + 1);
  return [...above.slice(0, -1), (above.at(-1) ?? '') + rest, ...below];
}

function placeOf(rows: readonly Row[], cursor: number): { readonly cursorRow: number; readonly cursorAt: number } {
  let passed = 0;
  for (const [cursorRow, { text, endsLine }] of rows.entries()) {
    const cursorAt = cursor - passed;
    if (cursorAt < text.length || (endsLine && cursorAt === text.length)) return { cursorRow, cursorAt };
    passed += text.length + (endsLine ? 1 : 0);
  }
  return { cursorRow: rows.length - 1, cursorAt: rows.at(-1)?.text.length ?? 0 };
}

function rowsOf(line: string, width: number): readonly Row[] {
  const texts = brokenLine(line, width);
  return texts.map((text, index) => ({ text, endsLine: index === texts.length - 1 }));
}
