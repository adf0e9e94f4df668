import type { Deal } from '../core/debrief.ts';
import { EXIT, UserError } from '../core/user-error.ts';
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

/** Names to offer: deals that wait for a debrief first, then the latest. */
export function dealNames({ db }: Connection, limit: number): readonly string[] {
  const names = db.prepare<[number], string>(
    `SELECT name, max(id) AS latest
     FROM (
       SELECT id, name, NOT EXISTS (SELECT 1 FROM debrief WHERE deal_id = deal.id) AS waits
       FROM deal WHERE deleted_at IS NULL
     )
     GROUP BY fold(name) ORDER BY sum(waits) > 0 DESC, latest DESC LIMIT ?`,
  );
  return names.pluck().all(limit);
}

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

export function noDeal(id: string): UserError {
  return new UserError(`There is no deal ${id}.`, 'lossdebrief list shows all of them.', EXIT.noSuchId);
}
