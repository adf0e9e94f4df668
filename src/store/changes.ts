import type { Day } from '../core/days/day.ts';
import type { Change } from '../core/follow-through.ts';
import { insertAction } from './actions.ts';
import { recordChange } from './change-log.ts';
import type { Connection } from './connection.ts';
import { newUuid } from './fingerprint.ts';
import { rowOf } from './ids.ts';

/** Makes changes to what is due, all of them or none. */
export function applyChanges(connection: Connection, what: string, changes: readonly Change[], on: Day): void {
  recordChange(connection, what, () => makeChanges(connection, changes, on));
}

/** The same within a change that also writes something else. */
export function makeChanges(connection: Connection, changes: readonly Change[], on: Day): void {
  for (const change of changes) applyOne(connection, change, on);
}

function applyOne(connection: Connection, change: Change, on: Day): void {
  switch (change.kind) {
    case 'close':
      return close(connection, change, on);
    case 'tell':
      return tell(connection, change);
    case 'move':
      return move(connection, change);
    case 'add':
      return add(connection, change);
    case 'add-action':
      return addAction(connection, change);
    case 'reopen':
      return void connection.db
        .prepare('UPDATE deal SET reopened_on = ? WHERE id = ?')
        .run(on, rowOf(change.dealId, 'D'));
    case 'win-back':
      return void connection.db
        .prepare('UPDATE deal SET reopened_on = coalesce(reopened_on, ?), won_back_on = ? WHERE id = ?')
        .run(on, on, rowOf(change.dealId, 'D'));
  }
}

function close({ db }: Connection, { id, state, outcome, note }: Change & { kind: 'close' }, on: Day): void {
  const action = rowOf(id, 'A');
  const row = action ?? rowOf(id, 'F');
  if (action === undefined) {
    db.prepare('UPDATE schedule_entry SET state = ?, outcome = ?, closed_on = ? WHERE id = ?').run(
      state,
      outcome ?? null,
      on,
      row,
    );
  } else {
    db.prepare('UPDATE action SET state = ?, closed_on = ? WHERE id = ?').run(state, on, row);
  }
  if (note !== undefined) addNote(db, id, note);
}

/** The day on which it was closed stays. */
function tell({ db }: Connection, { id, outcome, note }: Change & { kind: 'tell' }): void {
  if (outcome !== undefined)
    db.prepare('UPDATE schedule_entry SET outcome = ? WHERE id = ?').run(outcome, rowOf(id, 'F'));
  if (note !== undefined) addNote(db, id, note);
}

function addNote(db: Connection['db'], id: string, note: string): void {
  const action = rowOf(id, 'A');
  const column = action === undefined ? 'entry_id' : 'action_id';
  db.prepare(`INSERT INTO closing_note (${column}, note) VALUES (?, ?)`).run(action ?? rowOf(id, 'F'), note);
}

/** A calendar takes what was moved only with a higher sequence. */
function move({ db }: Connection, { id, on }: Change & { kind: 'move' }): void {
  const action = rowOf(id, 'A');
  const table = action === undefined ? 'schedule_entry' : 'action';
  db.prepare(`UPDATE ${table} SET on_day = ?, sequence = sequence + 1 WHERE id = ?`).run(on, action ?? rowOf(id, 'F'));
}

/** A later action or entry belongs to the deal's latest debrief, whose words the call sheet shows. */
function add({ db }: Connection, { dealId, entry }: Change & { kind: 'add' }): void {
  db.prepare(
    `INSERT INTO schedule_entry (uuid, deal_id, debrief_id, kind, on_day, time, channel, rule, because)
     VALUES (:uuid, :deal, (SELECT max(id) FROM debrief WHERE deal_id = :deal AND pass = 'quick'),
       :kind, :on, :time, :channel, :rule, :because)`,
  ).run({ ...entry, uuid: newUuid(), deal: rowOf(dealId, 'D') });
}

function addAction(connection: Connection, { dealId, action }: Change & { kind: 'add-action' }): void {
  const deal = rowOf(dealId, 'D');
  if (deal === undefined) return;
  const latest = connection.db.prepare<[number], number | null>(
    `SELECT max(id) FROM debrief WHERE deal_id = ? AND pass = 'quick'`,
  );
  insertAction(connection, { deal, debrief: latest.pluck().get(deal) ?? null }, action);
}
