import type { Asked } from '../core/asked.ts';
import { firstCharacters } from '../core/text/first-characters.ts';
import { indented, line, quiet, type Span } from '../core/page.ts';
import { cutTo, type Look, type MarkedLine, together, widthOf } from './drawn-page.ts';
import type { Said } from './prompt.ts';
import { promptWords } from './prompt-words.ts';
import { shownText } from '../core/text/shown-text.ts';
import { textWidth } from './text-width.ts';

/** Where we are, how long it took so far, and the question's own words. */
export function questionLines({ position, elapsed, tag, ask }: Asked): readonly MarkedLine[] {
  const time = elapsed === undefined ? undefined : clockTime(elapsed());
  const header = [position, time, tag].filter((part) => part !== undefined).join(' · ');
  return [...(header === '' ? [] : [line(quiet(header))]), line({ text: ask, as: 'strong' })];
}

/** How to answer, and the keys that always work. */
export function hintLine(hint: string | undefined, keys: readonly string[]): MarkedLine {
  const gap = hint === undefined ? '' : hint.endsWith('.') ? ' ' : GAP;
  return line(
    quiet((hint ?? '') + gap + keys.map((key) => (key.length <= LONGEST_TOGETHER ? together(key) : key)).join(GAP)),
  );
}

const GAP = '   ';
/** A key and its word stay on one line; a sentence that stands ready is broken like any other. */
const LONGEST_TOGETHER = 24;

/** The keys of a question, in words: `Enter: skip`, `? why`, `< back`. */
export function keyHints(asked: Asked): readonly string[] {
  const words = promptWords(asked);
  return [
    ...(asked.enter.label === '' ? [] : [words.enter(cutLabel(asked.enter.label))]),
    // One with the key before it, as a dash that begins a line looks like that of a list.
    asked.enter.clears === undefined ? words.why : words.why + GAP + words.clear,
    ...(asked.canGoBack ? [words.back] : []),
  ];
}

/** A text of many lines that stands ready is named by its beginning. */
function cutLabel(label: string): string {
  return label.length <= LONGEST_LABEL ? label : `${firstCharacters(label, LONGEST_LABEL)}…`;
}

const LONGEST_LABEL = 240;

/** Why a question is asked, below it. */
export function whyLines(why: readonly string[]): readonly MarkedLine[] {
  return why.map((text) => indented(2, quiet(text)));
}

/** What stays of a question once it is answered: one line if it fits, else the answer below the question. */
export function doneLines(ask: string, said: Said, look: Look): readonly MarkedLine[] {
  const answer = shownText(said.text, look.ascii);
  const mark = said.counts === undefined ? '' : `  ${said.counts}`;
  const room = widthOf(look) - textWidth(mark);
  const fits = textWidth(shownText(ask, look.ascii)) + 2 + textWidth(answer) <= room;
  const note = said.note === undefined ? [] : [indented(2, said.note)];
  if (fits) return [line(quiet(ask), '  ', strong(answer), quiet(mark)), ...note];
  const cut = said.mayCut ? cutTo(answer, room - 2, look) : answer;
  return [line(quiet(ask)), indented(2, strong(cut), quiet(mark)), ...note];
}

function strong(text: string): Span {
  return { text, as: 'strong' };
}

/** `0:48`; the seconds go on past an hour as minutes, nobody needs hours here. */
function clockTime(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
