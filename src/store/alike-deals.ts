import type { Day } from '../core/days/day.ts';
import type { ImportedDeal } from '../core/exchange/imported-deal.ts';
import type { Connection } from './connection.ts';
import { isAnyKnown } from './known-deals.ts';

/** A deal on file that another key tells of. */
export interface KeyedDeal {
  readonly id: number;
  readonly name: string;
  readonly decidedOn: Day;
  readonly key: string;
}

/**
 * Finds the deals on file of the same name and account as one that closed. Only where there are no record ids: name, account and
 * closing day stand in for one then, with the day at the end, so all of them lie side by side in the index of the keys.
 */
export function alikeFinder(connection: Connection, source: string): (deal: ImportedDeal) => readonly KeyedDeal[] {
  if (!isAnyKnown(connection, source)) return () => [];
  const find = connection.db.prepare<[string, string, string], KeyedDeal>(
    `SELECT deal.id, deal.name, decided_on AS decidedOn, external_id AS key
     FROM crm_key JOIN deal ON deal.id = deal_id
     WHERE crm_key.source = ? AND external_id >= ? AND external_id < ? AND deleted_at IS NULL AND decided_on IS NOT NULL
     ORDER BY external_id DESC`,
  );
  return ({ keyWhileOpen }) => {
    if (keyWhileOpen === undefined) return [];
    const beginning = keyWhileOpen.slice(0, -NO_DAY.length);
    return find.all(source, `${beginning}"`, `${beginning}#`);
  };
}

/** How the key of a deal ends that has not closed; the day of another stands in quotes there. */
const NO_DAY = 'null]';
