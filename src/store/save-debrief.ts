import type { Contact } from '../core/answers.ts';
import type { Cause, RankedCause } from '../core/cause.ts';
import type { Deal, DealRecord, Plan, PlannedEntry } from '../core/debrief.ts';
import type { Day } from '../core/days/day.ts';
import type { Pass } from '../core/framework.ts';
import { insertAction } from './actions.ts';
import { recordChange } from './change-log.ts';
import type { Connection } from './connection.ts';
import { insertDeal, updateDeal } from './deals.ts';
import { discardDraft, noDraft } from './drafts.ts';
import { beginNamedExperiment } from './experiments.ts';
import { newUuid } from './fingerprint.ts';
import { answerRows, sealOf, writeAnswerRows } from './kept-answers.ts';
import { oneRecord } from './records.ts';
import { writeSteps } from './steps.ts';
import type { NewDebrief } from './store.ts';

/** Writes all of a finished debrief, and drops its draft, or nothing. */
export function saveDebrief(connection: Connection, entry: NewDebrief): DealRecord {
  return recordChange(connection, 'save-debrief', () => {
    const deal = writeDeal(connection, entry.dealId, entry.deal);
    const debrief = insertDebrief(connection, deal, 'quick', entry);
    if (entry.contact !== undefined) insertContact(connection, deal, entry.contact);
    insertCauses(connection, debrief, ranked(entry.causes), entry.on);
    for (const action of entry.plan.actions) insertAction(connection, { deal, debrief }, action);
    insertSchedule(connection, { deal, debrief }, entry.plan);
    beginNamedExperiment(connection, deal, entry.debrief.answers['experiment'], entry.on);
    // Two windows on one draft must not make two deals of it.
    if (entry.draft !== undefined && !discardDraft(connection, entry.draft)) throw noDraft(entry.draft);
    return savedRecord(connection, deal);
  });
}

/** The record of a deal that was just written. */
export function savedRecord(connection: Connection, deal: number): DealRecord {
  const record = oneRecord(connection, `D${deal}`);
  if (record === undefined) throw new Error('A debrief was saved and cannot be read back.');
  return record;
}

/** What a row belongs to. */
interface Owner {
  readonly deal: number;
  readonly debrief: number;
}

function writeDeal(connection: Connection, dealId: string | undefined, deal: Deal): number {
  return dealId === undefined ? insertDeal(connection, deal) : updateDeal(connection, dealId, deal);
}

/** Writes a debrief with its answers; its row number. */
export function insertDebrief(
  { db }: Connection,
  deal: number,
  pass: Pass,
  entry: Pick<NewDebrief, 'debrief' | 'kept' | 'steps' | 'on'>,
): number {
  const { debrief } = entry;
  const rows = answerRows(entry);
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO debrief (uuid, deal_id, pass, framework, version, seconds, primary_reason, made_on, seal)
       VALUES (:uuid, :deal, :pass, :framework, :version, :seconds, :primaryReason, :on, :seal)`,
    )
    .run({
      uuid: newUuid(),
      deal,
      pass,
      framework: debrief.framework,
      version: debrief.version,
      seconds: Math.round(debrief.seconds),
      primaryReason: debrief.primaryReason ?? null,
      on: entry.on,
      seal: sealOf(rows),
    });
  const id = Number(lastInsertRowid);
  writeAnswerRows(db, id, rows);
  writeSteps(db, id, entry.steps);
  return id;
}

/** Adds whom one calls, who is called from now on. */
export function insertContact({ db }: Connection, deal: number, { name, role, phone, email }: Contact): void {
  db.prepare('INSERT INTO contact (deal_id, name, role, phone, email) VALUES (?, ?, ?, ?, ?)').run(
    deal,
    name,
    role ?? null,
    phone ?? null,
    email ?? null,
  );
}

/** Causes come strongest first within each view: the first of mine is my primary one. */
function ranked(causes: readonly Cause[]): readonly RankedCause[] {
  return causes.map((cause) => {
    const isFirst = causes.find(({ whose }) => whose === cause.whose) === cause;
    return { ...cause, rank: isFirst ? 'primary' : 'contributing' };
  });
}

/** Writes why the deal was lost, as a debrief sees it. */
export function insertCauses({ db }: Connection, debrief: number, causes: readonly RankedCause[], on: Day): void {
  const insert = db.prepare(
    `INSERT INTO cause (debrief_id, whose, rank, reason, control, evidence, on_day)
     VALUES (:debrief, :whose, :rank, :reason, :control, :evidence, :on)`,
  );
  for (const cause of causes) insert.run({ ...cause, debrief, on });
}

function insertSchedule({ db }: Connection, { deal, debrief }: Owner, { followUp, otherEntries }: Plan): void {
  const insert = db.prepare(
    `INSERT INTO schedule_entry (uuid, deal_id, debrief_id, kind, headline, on_day, time, channel, rule, because)
     VALUES (:uuid, :deal, :debrief, :kind, :headline, :on, :time, :channel, :rule, :because)`,
  );
  const write = (entry: PlannedEntry, headline: 0 | 1): void => {
    insert.run({ ...entry, uuid: newUuid(), deal, debrief, headline });
  };
  if (followUp !== undefined) write(followUp, 1);
  for (const entry of ownLookLast(otherEntries)) write(entry, 0);
}

/**
 * The order in which entries are numbered. A debrief ends with the call and what comes before it, F1 and F2: nobody should
 * have to wonder which number was left out between them.
 */
function ownLookLast(entries: readonly PlannedEntry[]): readonly PlannedEntry[] {
  const own = entries.filter(({ kind }) => kind === 'second-look');
  return [...entries.filter((entry) => !own.includes(entry)), ...own];
}
