import type { Day } from '../core/days/day.ts';
import type { Focus, PastFocus, StepScore } from '../core/focus.ts';
import { recordChange } from './change-log.ts';
import type { Connection } from './connection.ts';

/** The area in work; its days may be over. */
export function openFocus({ db }: Connection): Focus | undefined {
  return db
    .prepare<[], Focus>('SELECT area, started_on AS since, until_day AS until FROM focus WHERE closed_on IS NULL')
    .get();
}

/** Every area, over or not, in the order in which they began. */
export function allFocuses({ db }: Connection): readonly PastFocus[] {
  const rows = db.prepare<[], Omit<PastFocus, 'closedOn'> & { readonly closedOn: Day | null }>(
    `SELECT id, area, started_on AS since, until_day AS until, closed_on AS closedOn FROM focus ORDER BY started_on, id`,
  );
  return rows.all().map((row) => ({ ...row, closedOn: row.closedOn ?? undefined }));
}

/** Puts an area to work. The schema allows one at a time. */
export function beginFocus(connection: Connection, { area, since, until }: Focus): void {
  recordChange(connection, 'focus', () =>
    connection.db.prepare('INSERT INTO focus (area, started_on, until_day) VALUES (?, ?, ?)').run(area, since, until),
  );
}

/** Closes the area in work, if there is one. */
export function stopFocus(connection: Connection, on: Day): void {
  recordChange(connection, 'focus --stop', () =>
    connection.db.prepare('UPDATE focus SET closed_on = ? WHERE closed_on IS NULL').run(on),
  );
}

/** How often a step was done, by the debriefs made from one day to another, both included. */
export function scoreOfStep({ db }: Connection, step: string, from: Day, to: Day): StepScore {
  const score = db.prepare<[{ step: string; from: Day; to: Day }], StepScore>(
    `SELECT count(*) FILTER (WHERE step.value IN ('before', 'yes')) AS done, count(*) AS known
     FROM step JOIN debrief ON debrief.id = step.debrief_id JOIN deal ON deal.id = debrief.deal_id
     WHERE step.step = :step AND step.value <> 'unknown' AND debrief.pass <> 'second-look'
       AND debrief.made_on BETWEEN :from AND :to AND deal.deleted_at IS NULL`,
  );
  return score.get({ step, from, to }) ?? { done: 0, known: 0 };
}
