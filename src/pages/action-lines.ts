import type { Day } from '../core/day.ts';
import type { DealRecord } from '../core/debrief.ts';
import { idSpan, indented, item, type Page, quiet, type Span } from '../core/page.ts';
import { sayDay } from '../core/say-day.ts';

/** Columns for an id and the space after it. */
export const ID_WIDTH = 5;

/** An action with its day and the reason for it. */
export function actionLines({ id, text, because, due, state, note }: DealRecord['actions'][number], today: Day): Page {
  return [
    item(2, idSpan(id), ID_WIDTH, text),
    indented(2 + ID_WIDTH, dueSpan(state, due, today), quiet(because === '' ? '' : ` ${because}`)),
    ...noteLines(note),
  ];
}

/** What was written when it was closed. */
export function noteLines(note: string | undefined): Page {
  return note === undefined ? [] : [indented(2 + ID_WIDTH, `You noted: "${note}"`)];
}

function dueSpan(state: string, due: Day, today: Day): Span {
  if (state === 'done') return { text: 'Done.', as: 'good' };
  if (state === 'dropped') return quiet('Dropped.');
  if (due === today) return quiet('Today.');
  return due < today ? { text: `Late: it was due on ${sayDay(due)}.`, as: 'late' } : quiet(`By ${sayDay(due)}.`);
}
