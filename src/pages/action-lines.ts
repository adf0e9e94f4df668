import type { Day } from '../core/days/day.ts';
import type { DealRecord } from '../core/debrief.ts';
import { idSpan, indented, item, type Page, quiet, type Span } from '../core/page.ts';
import { ENGLISH } from '../core/speech/english.ts';
import type { Speech } from '../core/speech/speech.ts';

/** Columns for an id and the space after it. */
export const ID_WIDTH = 5;

/** An action with its day and the reason for it. */
export function actionLines(
  { id, text, because, due, state, note }: DealRecord['actions'][number],
  today: Day,
  speech: Speech = ENGLISH,
): Page {
  return [
    item(2, idSpan(id), ID_WIDTH, text),
    indented(2 + ID_WIDTH, dueSpan(state, due, today, speech), quiet(because === '' ? '' : ` ${because}`)),
    ...noteLines(note, speech),
  ];
}

/** What was written when it was closed. */
export function noteLines(note: string | undefined, { closing }: Speech = ENGLISH): Page {
  return note === undefined ? [] : [indented(2 + ID_WIDTH, closing.noted(note))];
}

function dueSpan(state: string, due: Day, today: Day, { closing }: Speech): Span {
  if (state === 'done') return { text: closing.done, as: 'good' };
  if (state === 'dropped') return quiet(closing.dropped);
  if (due === today) return quiet(closing.dueToday);
  return due < today ? { text: closing.late(due), as: 'late' } : quiet(closing.dueBy(due));
}
