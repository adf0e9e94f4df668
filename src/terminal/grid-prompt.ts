import type { Answers } from '../core/answers.ts';
import type { Asked, GridForm, GridRow } from '../core/asked.ts';
import { indented, quiet, type Span } from '../core/page.ts';
import { leavesRoom, type Look, type MarkedLine, together } from './drawn-page.ts';
import { unknownKey, withKey } from './option-keys.ts';
import { commandOf, type Move, type Prompt, say } from './prompt.ts';
import { promptWords } from './prompt-words.ts';
import { hintLine, keyHints } from './question-frame.ts';
import { graphemes, textWidth } from './text-width.ts';
import { NOTHING_TYPED } from './typed-text.ts';

type Values = readonly (string | undefined)[];

/** Several rows on one screen. A key picks for the marked row and moves on; after the last row it is answered. */
export function gridPrompt(asked: Asked, form: GridForm, values: Values = currentValues(form), at = 0): Prompt {
  const row = form.rows[at];
  const goTo = (index: number): Move => ({ to: 'stay', prompt: gridPrompt(asked, form, values, index) });
  return {
    held: heldIn(form, values),
    show: (look) => ({
      lines: [hintLine(asked.hint, gridHints(asked, at)), ...gridLines({ form, values, at }, look), ...legend(row)],
      typed: NOTHING_TYPED,
    }),
    press: (burst) => {
      const text = burst.text.trim();
      const command = commandOf(text);
      if (burst.pasted) return say(quiet(promptWords(asked).looksPasted));
      if (command === '<') return at === 0 ? { to: 'back' } : goTo(at - 1);
      if (command === '?') return { to: 'why', why: row?.why ?? [] };
      if (command === '-' && asked.enter.clears !== undefined) return { to: 'clear' };
      if (text !== '') return keysMove(asked, form, values, at, graphemes(text));
      if (burst.key === 'enter') return onward(asked, form, values, at + 1);
      return goTo(Math.min(form.rows.length - 1, Math.max(0, at + stepOf(burst.key))));
    },
  };
}

/** The label chosen in each row, in order, for the transcript. */
function gridWords(asked: Asked, form: GridForm, values: Values): string {
  const { leftOpen } = promptWords(asked);
  return form.rows.map((row, index) => labelOf(row, values[index]) ?? leftOpen).join(', ');
}

/** What each row is answered with so far. */
export function currentValues(form: GridForm): Values {
  return form.rows.map((row) => row.current);
}

/** What the rows come to if the person stops here; undefined where none was touched. */
export function heldIn(form: GridForm, values: Values): Answers | undefined {
  const isTouched = form.rows.some(({ current }, index) => current !== values[index]);
  return isTouched ? form.gather(values) : undefined;
}

/** The label of a row's value. */
export function labelOf(row: GridRow, value: string | undefined): string | undefined {
  return row.options.find((option) => option.value === value)?.label;
}

/** A quick hand may fill several rows at once: one key each, all of them known. Anything else was no answer. */
function keysMove(asked: Asked, form: GridForm, values: Values, at: number, keys: readonly string[]): Move {
  const picked = keys.map((key, index) => withKey(form.rows[at + index]?.options ?? [], key)?.value);
  const [first = ''] = keys;
  if (picked.includes(undefined)) {
    const options = form.rows[at]?.options ?? [];
    return say(quiet(keys.length > 1 ? promptWords(asked).looksPasted : unknownKey(asked, first, options)));
  }
  return onward(asked, form, values.toSpliced(at, picked.length, ...picked), at + picked.length);
}

function onward(asked: Asked, form: GridForm, values: Values, at: number): Move {
  if (at < form.rows.length) return { to: 'stay', prompt: gridPrompt(asked, form, values, at) };
  return { to: 'answers', answers: form.gather(values), said: { text: gridWords(asked, form, values), mayCut: false } };
}

function stepOf(key: string | undefined): number {
  if (key === 'down') return 1;
  return key === 'up' ? -1 : 0;
}

/** Enter is about a row here, whatever it stands for elsewhere. */
function gridHints(asked: Asked, at: number): readonly string[] {
  const words = promptWords(asked);
  const inRow = { ...asked, enter: { ...asked.enter, label: words.nextRow } };
  return at === 0 ? keyHints(inRow) : [...keyHints({ ...inRow, canGoBack: false }), words.rowAbove];
}

interface Grid {
  readonly form: GridForm;
  readonly values: Values;
  readonly at: number;
}

/** Tags stand in a column of their own where there is room for one, and only in the marked row where there is hardly any. */
function gridLines(grid: Grid, look: Look): readonly MarkedLine[] {
  const tagWidth = Math.max(...grid.form.rows.map((row) => textWidth(row.tag)));
  const askWidth = Math.max(...grid.form.rows.map((row) => textWidth(row.ask)));
  if (look.columns >= tagWidth + askWidth + ROOM_FOR_LABEL) return inColumns(grid, tagWidth, askWidth);
  const lines = oneAfterAnother(grid, () => true);
  return leavesRoom(lines, look) ? lines : oneAfterAnother(grid, (index) => index === grid.at);
}

function inColumns({ form, values, at }: Grid, tagWidth: number, askWidth: number): readonly MarkedLine[] {
  return form.rows.map((row, index) => ({
    mark: [rowMark(index === at), quiet(row.tag)],
    indent: tagWidth + 4,
    spans: [rowAsk(row, index === at), ...rowLabel(row, values[index], askWidth - textWidth(row.ask))],
  }));
}

function oneAfterAnother({ form, values, at }: Grid, hasTag: (index: number) => boolean): readonly MarkedLine[] {
  return form.rows.map((row, index) => ({
    mark: [rowMark(index === at)],
    indent: 2,
    spans: [
      ...(hasTag(index) ? [quiet(`${row.tag}: `)] : []),
      rowAsk(row, index === at),
      ...rowLabel(row, values[index], 0),
    ],
  }));
}

function rowMark(isMarked: boolean): Span {
  return { text: isMarked ? '> ' : '  ' };
}

function rowAsk(row: GridRow, isMarked: boolean): Span {
  return isMarked ? { text: row.ask, as: 'strong' } : { text: row.ask };
}

function rowLabel(row: GridRow, value: string | undefined, padding: number): readonly Span[] {
  const label = labelOf(row, value);
  if (label === undefined) return [];
  return [{ text: `${together(' '.repeat(padding))}  ` }, { text: together(label), as: 'strong' }];
}

const ROOM_FOR_LABEL = 20;

const GAP = '   ';

/** The keys of the marked row. */
function legend(row: GridRow | undefined): readonly MarkedLine[] {
  const keys = (row?.options ?? []).flatMap(({ key, label }): readonly Span[] => [
    { text: key, as: 'id' },
    quiet(together(` ${label}`)),
    { text: GAP },
  ]);
  return [indented(2, ...keys)];
}
