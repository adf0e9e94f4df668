import { stripVTControlCharacters } from 'node:util';
import type { Burst } from './bursts.ts';
import type { Key } from './keys.ts';
import { graphemes } from './text-width.ts';

/** Text in the making, and where the cursor stands in it. */
export interface TypedText {
  readonly text: string;
  readonly cursor: number;
}

/** An empty line. */
export const NOTHING_TYPED: TypedText = { text: '', cursor: 0 };

/** Text with the cursor behind it. */
export function typed(text: string): TypedText {
  return { text, cursor: text.length };
}

/** The text after a burst: its own text put in at the cursor, then what its key does. */
export function edited(before: TypedText, burst: Burst, lineBreaks: 'keep' | 'join'): TypedText {
  const inserted = insert(before, lineBreaks === 'keep' ? insertable(burst.text) : joined(burst.text));
  const edit = burst.key === undefined ? undefined : EDITS[burst.key];
  return edit === undefined ? inserted : edit(inserted);
}

/** How many lines of a burst were made one. */
export function linesJoined(burst: Burst): number {
  return insertable(burst.text).trim().split('\n').length;
}

function insert({ text, cursor }: TypedText, added: string): TypedText {
  return { text: text.slice(0, cursor) + added + text.slice(cursor), cursor: cursor + added.length };
}

/** A pasted text may bring colours and control characters along; nobody meant to type those. */
function insertable(text: string): string {
  return stripVTControlCharacters(text).replaceAll(UNTYPABLE, '');
}

/** All control characters but tab and line break. */
const UNTYPABLE = /(?![\t\n])\p{Cc}/gu;

function joined(text: string): string {
  const clean = insertable(text);
  return clean.includes('\n') ? clean.trim().replaceAll(/\s*\n\s*/g, ' ') : clean;
}

type Edit = (typed: TypedText) => TypedText;

const EDITS: Readonly<Partial<Record<Key, Edit>>> = {
  left: (typed) => moved(typed, stepBack(typed)),
  right: (typed) => moved(typed, stepOn(typed)),
  'word-left': (typed) => moved(typed, wordBack(typed)),
  'word-right': (typed) => moved(typed, wordOn(typed)),
  'line-start': (typed) => moved(typed, lineStart(typed)),
  'line-end': (typed) => moved(typed, lineEnd(typed)),
  erase: (typed) => erased(typed, stepBack(typed)),
  'erase-next': (typed) => erased(typed, stepOn(typed)),
  'erase-word': (typed) => erased(typed, wordBack(typed)),
  'erase-to-start': (typed) => erased(typed, lineStart(typed)),
  'erase-to-end': (typed) => erased(typed, lineEnd(typed)),
};

function moved({ text }: TypedText, cursor: number): TypedText {
  return { text, cursor };
}

function erased({ text, cursor }: TypedText, other: number): TypedText {
  const from = Math.min(cursor, other);
  return { text: text.slice(0, from) + text.slice(Math.max(cursor, other)), cursor: from };
}

function stepBack({ text, cursor }: TypedText): number {
  return cursor - (graphemes(text.slice(0, cursor)).at(-1)?.length ?? 0);
}

function stepOn({ text, cursor }: TypedText): number {
  return cursor + (graphemes(text.slice(cursor))[0]?.length ?? 0);
}

function wordBack({ text, cursor }: TypedText): number {
  return text.slice(0, cursor).replace(/\S*\s*$/, '').length;
}

function wordOn({ text, cursor }: TypedText): number {
  return cursor + (/^\s*\S*/.exec(text.slice(cursor))?.[0].length ?? 0);
}

function lineStart({ text, cursor }: TypedText): number {
  return text.slice(0, cursor).lastIndexOf('\n') + 1;
}

function lineEnd({ text, cursor }: TypedText): number {
  const end = text.indexOf('\n', cursor);
  return end < 0 ? text.length : end;
}
