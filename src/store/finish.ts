import type { Day } from '../core/day.ts';
import { EXIT, UserError } from '../core/user-error.ts';
import { recordChange } from './change-log.ts';
import type { Connection } from './connection.ts';
import { rowOf } from './ids.ts';
import type { Finished } from './store.ts';

/** Closes actions and schedule entries as done: all that are named, or none if one is unknown. */
export function finish(
  connection: Connection,
  ids: readonly string[],
  on: Day,
  note: string | undefined,
): readonly Finished[] {
  return recordChange(connection, 'finish', () => ids.map((id) => finishOne(connection, id, on, note)));
}

function finishOne({ db }: Connection, id: string, on: Day, note: string | undefined): Finished {
  const [item, row] = itemOf(id);
  const found = db.prepare<[number | undefined], FoundRow>(item.select).get(row);
  if (found === undefined) throw unknown(id);
  const wasClosed = found.state !== 'open';
  if (!wasClosed) {
    db.prepare(`UPDATE ${item.table} SET state = 'done', closed_on = ? WHERE id = ?`).run(on, row);
    if (note !== undefined) db.prepare(`INSERT INTO closing_note (${item.noteOf}, note) VALUES (?, ?)`).run(row, note);
  }
  return { id: `${item.letter}${found.id}`, kind: found.kind, deal: found.deal, text: found.text, wasClosed };
}

type FoundRow = Pick<Finished, 'kind' | 'deal' | 'text'> & { readonly id: number; readonly state: string };

const ACTION = {
  letter: 'A',
  table: 'action',
  noteOf: 'action_id',
  select: `
    SELECT action.id, 'action' AS kind, action_text.text, action.state, deal.name AS deal
    FROM action JOIN deal ON deal.id = action.deal_id JOIN action_text ON action_text.action_id = action.id
    WHERE action.id = ? AND deal.deleted_at IS NULL`,
} as const;

const ENTRY = {
  letter: 'F',
  table: 'schedule_entry',
  noteOf: 'entry_id',
  select: `
    SELECT schedule_entry.id, kind, NULL AS text, state, deal.name AS deal
    FROM schedule_entry JOIN deal ON deal.id = schedule_entry.deal_id
    WHERE schedule_entry.id = ? AND deal.deleted_at IS NULL`,
} as const;

function itemOf(id: string): readonly [typeof ACTION | typeof ENTRY, number | undefined] {
  const action = rowOf(id, 'A');
  return action === undefined ? [ENTRY, rowOf(id, 'F')] : [ACTION, action];
}

function unknown(id: string): UserError {
  return new UserError(
    `There is no action or follow-up ${id}. Nothing was closed.`,
    'lossdebrief due --all shows every one that is open.',
    EXIT.noSuchId,
  );
}
