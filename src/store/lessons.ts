import type { Day } from '../core/days/day.ts';
import type { Lesson } from '../core/lesson.ts';
import { recordChange } from './change-log.ts';
import type { Connection } from './connection.ts';
import { noDeal } from './deals.ts';
import { rowOf } from './ids.ts';

/** What the deals taught, one sentence each, newest first; with words, those in which each word begins one of theirs. */
export function lessonsWith({ db }: Connection, words: string): readonly Lesson[] {
  const terms = termsIn(words);
  const found =
    terms === '' ? '' : 'AND lesson.id IN (SELECT rowid FROM lesson_search WHERE lesson_search MATCH :terms)';
  const rows = db.prepare<[object], LessonRow>(
    `SELECT deal.id AS dealId, deal.name AS deal, deal.outcome, lesson.on_day AS "on", lesson.text
     FROM deal JOIN lesson_text AS lesson ON lesson.id = ${LESSON_OF_DEAL}
     WHERE deal.deleted_at IS NULL ${found}
     ORDER BY lesson.on_day DESC, deal.id DESC`,
  );
  return rows.all(terms === '' ? {} : { terms }).map(({ dealId, outcome, ...rest }) => ({
    ...rest,
    dealId: `D${dealId}`,
    outcome: outcome ?? undefined,
  }));
}

/** How many debriefed deals have no sentence yet. */
export function countWithoutLesson({ db }: Connection): number {
  const without = db.prepare<[], number>(
    `SELECT count(*) FROM deal
     WHERE deal.deleted_at IS NULL AND ${LESSON_OF_DEAL} IS NULL
       AND EXISTS (SELECT 1 FROM debrief WHERE deal_id = deal.id AND pass = 'quick')`,
  );
  return without.pluck().get() ?? 0;
}

/** Adds the sentence that a deal stands for from now on; earlier ones stay in the file. */
export function addLesson(connection: Connection, dealId: string, text: string, on: Day): void {
  const row = rowOf(dealId, 'D');
  if (row === undefined) throw noDeal(dealId);
  recordChange(connection, 'lessons add', () =>
    connection.db.prepare('INSERT INTO lesson (deal_id, on_day, text) VALUES (?, ?, ?)').run(row, on, text),
  );
}

/**
 * The one sentence that a deal stands for, as a subquery on a table `deal`: the latest that was added, else the latest
 * from its debriefs. Added ones have ids below zero.
 */
export const LESSON_OF_DEAL = `(
  SELECT id FROM lesson_text WHERE deal_id = deal.id ORDER BY id > 0, abs(id) DESC LIMIT 1)`;

type LessonRow = Pick<Lesson, 'deal' | 'on' | 'text'> & {
  readonly dealId: number;
  readonly outcome: NonNullable<Lesson['outcome']> | null;
};

/** Words as a query: each in quotes, so that nothing in them is taken for the query language, and as a beginning. */
function termsIn(words: string): string {
  return words
    .replaceAll('\0', ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => `"${word.replaceAll('"', '""')}"*`)
    .join(' ');
}
