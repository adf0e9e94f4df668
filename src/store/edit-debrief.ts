import type { Contact } from '../core/answers.ts';
import type { Cause } from '../core/cause.ts';
import type { DealRecord, PlannedEntry } from '../core/debrief.ts';
import type { Day } from '../core/days/day.ts';
import type { Correction } from '../core/edited-debrief.ts';
import type { PlanChange } from '../core/replan.ts';
import { EXIT, UserError } from '../core/user-error.ts';
import { insertAction, rewordAction } from './actions.ts';
import { recordChange } from './change-log.ts';
import { makeChanges } from './changes.ts';
import type { Connection } from './connection.ts';
import { correctDeal } from './deals.ts';
import { correctNamedExperiment } from './experiments.ts';
import { newUuid } from './fingerprint.ts';
import { rowOf } from './ids.ts';
import { answerRows, sealOf, writeAnswerRows } from './kept-answers.ts';
import { oneRecord } from './records.ts';
import { insertContact } from './save-debrief.ts';
import { writeSteps } from './steps.ts';
import type { EditedEntry } from './store.ts';

/** Writes the corrected answers of a debrief and all that follows from them, or nothing. */
export function saveEdit(connection: Connection, { before, edited, on }: EditedEntry): DealRecord {
  const { id } = before.deal;
  return recordChange(connection, `edit ${id}`, () => {
    const owner = ownerOf(connection, before);
    correctDeal(connection, owner.deal, edited.deal);
    correctDebrief(connection, owner, edited);
    if (edited.contact !== undefined) correctContact(connection, owner.deal, edited.contact);
    if (edited.cause !== undefined) correctCause(connection, owner.debrief, edited.cause, on);
    const experiment = edited.values.find(({ id: answer }) => answer === 'experiment');
    if (experiment !== undefined) correctNamedExperiment(connection, owner.deal, experiment, on);
    for (const change of edited.plan) changePlan(connection, owner, change, on);
    return saved(connection, id);
  });
}

/** What a row belongs to. */
interface Owner {
  readonly deal: number;
  readonly debrief: number;
}

/** The rows that are edited. The person decided about what they saw, so anything else means that they have to look again. */
function ownerOf(connection: Connection, before: DealRecord): Owner {
  const deal = rowOf(before.deal.id, 'D');
  const now = oneRecord(connection, before.deal.id);
  const debrief = connection.db
    .prepare<[number | null], number | null>(`SELECT max(id) FROM debrief WHERE deal_id = ? AND pass = 'quick'`)
    .pluck()
    .get(deal ?? null);
  if (deal !== undefined && debrief && JSON.stringify(now) === JSON.stringify(before)) return { deal, debrief };
  throw new UserError(
    `${before.deal.id} has changed in the meantime, in another window. Nothing was saved.`,
    `Look again: lossdebrief edit ${before.deal.id}`,
    EXIT.busy,
  );
}

function correctDebrief({ db }: Connection, { debrief }: Owner, edited: EditedEntry['edited']): void {
  const rows = answerRows(edited);
  db.prepare('UPDATE debrief SET version = ?, primary_reason = ?, seal = ? WHERE id = ?').run(
    edited.debrief.version,
    edited.debrief.primaryReason ?? null,
    sealOf(rows),
    debrief,
  );
  writeAnswerRows(db, debrief, rows);
  writeSteps(db, debrief, edited.steps);
}

/** The contact that came with the answers is corrected in place, so that what else is known of the person stays. */
function correctContact(connection: Connection, deal: number, { before, after }: Correction<Contact>): void {
  const { db } = connection;
  const row = before && contactRow(connection, deal, before);
  if (row === undefined) {
    if (after !== undefined) insertContact(connection, deal, after);
  } else if (after === undefined) {
    db.prepare('DELETE FROM contact WHERE id = ?').run(row);
  } else {
    const { name, role = null, phone = null, email = null } = after;
    db.prepare('UPDATE contact SET name = ?, role = ?, phone = ?, email = ? WHERE id = ?').run(
      name,
      role,
      phone,
      email,
      row,
    );
  }
}

function contactRow({ db }: Connection, deal: number, contact: Contact): number | undefined {
  const { name, role = null, phone = null, email = null } = contact;
  return db
    .prepare<unknown[], number>(
      `SELECT id FROM contact WHERE deal_id = ? AND name = ? AND role IS ? AND phone IS ? AND email IS ?
       ORDER BY id DESC LIMIT 1`,
    )
    .pluck()
    .get(deal, name, role, phone, email);
}

/** What I think it was. What others say of it stands beside it and is not touched. */
function correctCause({ db }: Connection, debrief: number, { after }: Correction<Cause>, on: Day): void {
  const mine = `debrief_id = :debrief AND whose = 'self' AND rank = 'primary'`;
  if (after === undefined) {
    db.prepare(`DELETE FROM cause WHERE ${mine}`).run({ debrief });
    return;
  }
  const { changes } = db
    .prepare(`UPDATE cause SET reason = :reason, control = :control, evidence = :evidence WHERE ${mine}`)
    .run({ ...after, debrief });
  if (changes > 0) return;
  db.prepare(
    `INSERT INTO cause (debrief_id, whose, rank, reason, control, evidence, on_day)
     VALUES (:debrief, :whose, 'primary', :reason, :control, :evidence, :on)`,
  ).run({ ...after, debrief, on });
}

function changePlan(connection: Connection, owner: Owner, change: PlanChange, on: Day): void {
  switch (change.kind) {
    case 'add-action':
      return insertAction(connection, owner, change.action);
    case 'reword-action':
      return rewordAction(connection, change.id, change.action);
    case 'drop-action':
      return makeChanges(connection, [{ kind: 'close', id: change.action.id, state: 'dropped' }], on);
    case 'drop-entry':
      return makeChanges(connection, [{ kind: 'close', id: change.entry.id, state: 'dropped' }], on);
    case 'add-entry':
      return addEntry(connection, owner, change.entry, change.isHeadline);
    case 'move-entry':
      return moveEntry(connection, change.id, change.entry);
    case 'leave':
      return undefined;
  }
}

/** A new headline takes the place of one that is closed, which stays in the plan. */
function addEntry({ db }: Connection, { deal, debrief }: Owner, entry: PlannedEntry, isHeadline: boolean): void {
  if (isHeadline)
    db.prepare('UPDATE schedule_entry SET headline = 0 WHERE debrief_id = ? AND headline = 1').run(debrief);
  db.prepare(
    `INSERT INTO schedule_entry (uuid, deal_id, debrief_id, kind, headline, on_day, time, channel, rule, because)
     VALUES (:uuid, :deal, :debrief, :kind, :headline, :on, :time, :channel, :rule, :because)`,
  ).run({ ...entry, uuid: newUuid(), deal, debrief, headline: isHeadline ? 1 : 0 });
}

/** The same entry on another day: calendars know it by its uuid, and take the change by its higher sequence. */
function moveEntry({ db }: Connection, id: string, { kind, on, rule, because }: PlannedEntry): void {
  db.prepare(
    `UPDATE schedule_entry SET kind = ?, on_day = ?, rule = ?, because = ?, sequence = sequence + 1 WHERE id = ?`,
  ).run(kind, on, rule, because, rowOf(id, 'F'));
}

function saved(connection: Connection, id: string): DealRecord {
  const record = oneRecord(connection, id);
  if (record === undefined) throw new Error('An edit was saved and cannot be read back.');
  return record;
}
