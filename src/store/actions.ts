import type { PlannedAction } from '../core/debrief.ts';
import type { Connection } from './connection.ts';
import { newUuid } from './fingerprint.ts';
import { rowOf } from './ids.ts';

/** Writes an action of a deal, and of a debrief if it came from one. */
export function insertAction(
  { db }: Connection,
  { deal, debrief }: { readonly deal: number; readonly debrief: number | null },
  action: PlannedAction,
): void {
  const { lastInsertRowid } = db
    .prepare('INSERT INTO action (uuid, deal_id, debrief_id, rule, on_day) VALUES (?, ?, ?, ?, ?)')
    .run(newUuid(), deal, debrief, action.rule, action.due);
  db.prepare('INSERT INTO action_text (action_id, text, because, message) VALUES (?, ?, ?, ?)').run(
    lastInsertRowid,
    action.text,
    action.because,
    action.message ?? null,
  );
}

/** Gives an action other words; its day stays. */
export function rewordAction({ db }: Connection, id: string, { text, because, message }: PlannedAction): void {
  db.prepare('UPDATE action_text SET text = ?, because = ?, message = ? WHERE action_id = ?').run(
    text,
    because,
    message ?? null,
    rowOf(id, 'A'),
  );
}
