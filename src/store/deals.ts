import type { Deal } from '../core/debrief.ts';
import { EXIT, UserError } from '../core/user-error.ts';
import { recordChange } from './change-log.ts';
import type { Connection } from './connection.ts';
import { newUuid } from './fingerprint.ts';
import { rowOf } from './ids.ts';
import type { Store } from './store.ts';

/** Writes a new deal; its row number. */
export function insertDeal({ db }: Connection, deal: Deal): number {
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO deal (uuid, name, outcome, amount_minor, currency, contract_months, decided_on, winner, forecast, stage)
       VALUES (:uuid, :name, :outcome, :amountMinor, :currency, :contractMonths, :decidedOn, :winner, :forecast, :stage)`,
    )
    .run({ uuid: newUuid(), ...columnsOf(deal) });
  return Number(lastInsertRowid);
}

/** Writes what is now known of a deal. What was not answered this time stays as it was, from an import, say. */
export function updateDeal({ db }: Connection, id: string, deal: Deal): number {
  const row = rowOf(id, 'D');
  const { changes } = db
    .prepare(
      `UPDATE deal SET
         name = :name,
         outcome = coalesce(:outcome, outcome),
         amount_minor = coalesce(:amountMinor, amount_minor),
         currency = coalesce(:currency, currency),
         contract_months = coalesce(:contractMonths, contract_months),
         decided_on = coalesce(:decidedOn, decided_on),
         winner = coalesce(:winner, winner),
         forecast = coalesce(:forecast, forecast),
         stage = coalesce(:stage, stage)
       WHERE id = :row AND deleted_at IS NULL`,
    )
    .run({ row: row ?? null, ...columnsOf(deal) });
  if (row === undefined || changes === 0) throw noDeal(id);
  return row;
}

/** Writes all that is known of a deal; what is missing is no longer known. */
export function correctDeal({ db }: Connection, row: number, deal: Deal): void {
  db.prepare(
    `UPDATE deal SET name = :name, outcome = :outcome, amount_minor = :amountMinor, currency = :currency,
       contract_months = :contractMonths, decided_on = :decidedOn, winner = :winner, forecast = :forecast, stage = :stage
     WHERE id = :row`,
  ).run({ row, ...columnsOf(deal) });
}

/** Puts a deal out of sight, with all that belongs to it. Throws `UserError` 3 if there is none. */
export function deleteDeal(connection: Connection, id: string): void {
  const { db, now } = connection;
  recordChange(connection, `delete ${id}`, () => {
    const { changes } = db
      .prepare('UPDATE deal SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL')
      .run(now(), rowOf(id, 'D') ?? null);
    if (changes === 0) throw noDeal(id);
  });
}

/** Whether a deal of this id was deleted and can be brought back. */
export function isDeleted({ db }: Connection, id: string): boolean {
  const deleted = db.prepare<[number | null], number>('SELECT 1 FROM deal WHERE id = ? AND deleted_at IS NOT NULL');
  return deleted.pluck().get(rowOf(id, 'D') ?? null) !== undefined;
}

/** Whether the deal of this id was deleted for good. */
export function isPurged({ db }: Connection, id: string): boolean {
  return (
    db
      .prepare<[string], number>('SELECT 1 FROM change_set WHERE what = ?')
      .pluck()
      .get(`purge D${rowOf(id, 'D')}`) === 1
  );
}

/**
 * Names to offer: closed deals that wait for a debrief first, then open ones, then all others, the latest of each. Only the
 * latest are looked at, because an import may have brought a hundred thousand.
 */
export function dealNames({ db }: Connection, limit: number): readonly string[] {
  const names = db.prepare<[{ readonly limit: number; readonly looked: number }], string>(
    `SELECT name FROM (
       SELECT * FROM (
         SELECT id, name, 2 AS waits, decided_on FROM deal
         WHERE deleted_at IS NULL AND outcome IS NOT NULL AND NOT EXISTS (SELECT 1 FROM debrief WHERE deal_id = deal.id)
         ORDER BY decided_on DESC, id DESC LIMIT :looked
       )
       UNION ALL SELECT * FROM (
         SELECT id, name, NOT EXISTS (SELECT 1 FROM debrief WHERE deal_id = deal.id), '' FROM deal
         WHERE deleted_at IS NULL ORDER BY id DESC LIMIT :looked
       )
     )
     GROUP BY fold(name) ORDER BY max(waits) DESC, max(decided_on) DESC, max(id) DESC LIMIT :limit`,
  );
  return names.pluck().all({ limit, looked: limit * LOOKED_AT_FOR_EACH });
}

/** A name may come many times. */
const LOOKED_AT_FOR_EACH = 10;

/** How many deals and debriefs are on file, without deleted ones, and how many drafts. */
export function countRecords({ db }: Connection): ReturnType<Store['counts']> {
  const counts = db.prepare<[], ReturnType<Store['counts']>>(
    `SELECT
       (SELECT count(*) FROM deal WHERE deleted_at IS NULL) AS deals,
       (SELECT count(*) FROM debrief JOIN deal ON deal.id = deal_id WHERE deleted_at IS NULL) AS debriefs,
       (SELECT count(*) FROM draft) AS drafts`,
  );
  return counts.get() ?? { deals: 0, debriefs: 0, drafts: 0 };
}

function columnsOf(deal: Deal): Readonly<Record<string, string | number | null>> {
  return {
    name: deal.name,
    outcome: deal.outcome ?? null,
    amountMinor: deal.amount?.minor ?? null,
    currency: deal.amount?.currency ?? null,
    contractMonths: deal.contractMonths ?? null,
    decidedOn: deal.decidedOn ?? null,
    winner: deal.winner ?? null,
    forecast: deal.forecast ?? null,
    stage: deal.stage ?? null,
  };
}

/** The market that a deal is in; undefined where nobody noted one. */
export function segmentOf({ db }: Connection, id: string): string | undefined {
  const segment = db.prepare<[number | undefined], string | null>('SELECT segment FROM deal WHERE id = ?').pluck();
  return segment.get(rowOf(id, 'D')) ?? undefined;
}

/** There is no deal of this id: exit 3. */
export function noDeal(id: string): UserError {
  return new UserError(`There is no deal ${id}.`, 'See them all: lossdebrief list', EXIT.noSuchId);
}
