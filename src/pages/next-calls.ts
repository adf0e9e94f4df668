import { addDays, type Day } from '../core/days/day.ts';
import type { DueRow } from '../core/due/due.ts';
import { indented, line, type Page, quiet } from '../core/page.ts';
import { counted } from '../core/text/sentence.ts';

/** What is due, with the calls that were meant for right after a debrief told apart. */
export interface NextCalls {
  readonly rows: readonly DueRow[];
  /** What stands under a row because it says the same. */
  readonly along: ReadonlyMap<DueRow, readonly DueRow[]>;
  /** Calls whose moment is over. */
  readonly past: readonly DueRow[];
}

/**
 * Whom to call next is one call, after however many deals it was resolved: the first of the same words stands for all. It is meant for
 * the day of the debrief (Michael Pedone, part 2), so after a week its moment is over, and unless all are wanted it is no row any more.
 */
export function nextCalls(due: readonly DueRow[], today: Day, all: boolean): NextCalls {
  const since = addDays(today, -SHOWN_DAYS);
  const along = new Map<DueRow, readonly DueRow[]>();
  const past = all ? [] : due.filter((row) => isPast(row, since));
  const rows = due.filter((row) => {
    if (row.rule !== NEXT_CALL) return true;
    if (!all && isPast(row, since)) return false;
    const first = [...along.keys()].find(({ text }) => text === row.text);
    along.set(first ?? row, first ? [...(along.get(first) ?? []), row] : []);
    return first === undefined;
  });
  return { rows, along, past };
}

/** The calls whose moment is over, in one sentence, and how to close them at once. */
export function pastCallLines(past: readonly DueRow[]): Page {
  if (past.length === 0) return [];
  const ids = past
    .slice(0, CLOSED_AT_ONCE)
    .map(({ id }) => id)
    .join(' ');
  const are = past.length === 1 ? 'is' : 'are';
  return [
    line(
      `${counted(past.length, 'call')} meant for right after a debrief ${are} more than a week old${past.length > CLOSED_AT_ONCE ? `, here the first ${CLOSED_AT_ONCE}` : ''}.`,
    ),
    indented(2, quiet(`Made: lossdebrief done ${ids}`)),
    indented(2, quiet(`Let go: lossdebrief drop ${ids} --why "over"`)),
  ];
}

/** A longer command is nothing that one would copy. */
const CLOSED_AT_ONCE = 12;

function isPast({ rule, on }: DueRow, since: Day): boolean {
  return rule === NEXT_CALL && on < since;
}

/** The rule by which a debrief ends with the next conversation. */
const NEXT_CALL = 'next-call';
const SHOWN_DAYS = 7;
