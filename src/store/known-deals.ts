import type { Day } from '../core/days/day.ts';
import type { ImportedDeal } from '../core/exchange/imported-deal.ts';
import type { Outcome } from '../core/outcome.ts';
import { fold } from './connect.ts';
import type { Connection } from './connection.ts';
import { columnOf, IMPORTED } from './imported-columns.ts';

/** A deal that is on file, as far as an import may change it. */
export interface OnFile {
  readonly id: number;
  readonly name: string;
  readonly account: string | null;
  readonly owner: string | null;
  readonly outcome: Outcome | null;
  readonly minor: number | null;
  readonly currency: string | null;
  readonly createdOn: Day | null;
  readonly decidedOn: Day | null;
  readonly winner: string | null;
  readonly stage: string | null;
  readonly segment: string | null;
  readonly persona: string | null;
  readonly source: string | null;
  readonly product: string | null;
  readonly fields: string | null;
  readonly reopenedOn: Day | null;
  readonly wonBackOn: Day | null;
  readonly isDeleted: 0 | 1;
  readonly isDebriefed: 0 | 1;
  /** The key by which it was found; undefined: by its name, as the person has put it on file. */
  readonly foundBy: string | undefined;
}

/** Finds the deal on file that a row tells of; undefined for a new one. Each is found once, so that no two rows become one. */
export type FindOnFile = (deal: ImportedDeal) => OnFile | undefined;

/**
 * A deal is known by its key. Where a CRM gives none and its name, account and closing day stand in, a deal that was open has
 * got another key by closing; and what the person has put on file by hand has none at all. Both are known by their names, as
 * long as nothing in them contradicts. `wasTold` says whether a row of the same file had a key.
 */
export function findOnFile(connection: Connection, source: string, wasTold: (key: string) => boolean): FindOnFile {
  const byKey = keyFinder(connection, source);
  const own = ownDeals(connection);
  const moved = new Set<string>();
  const whileOpen = ({ keyWhileOpen, createdOn, decidedOn }: ImportedDeal): OnFile | undefined => {
    if (keyWhileOpen === undefined || wasTold(keyWhileOpen) || moved.has(keyWhileOpen)) return undefined;
    const found = byKey(keyWhileOpen);
    if (!found || found.outcome !== null) return undefined;
    const isOther =
      (found.createdOn !== null && createdOn !== undefined && found.createdOn !== createdOn) ||
      (found.createdOn !== null && decidedOn !== undefined && decidedOn < found.createdOn);
    if (isOther) return undefined;
    moved.add(keyWhileOpen);
    return found;
  };
  return (deal) => (moved.has(deal.key) ? undefined : byKey(deal.key)) ?? whileOpen(deal) ?? own(deal);
}

/** Whether any deal of a CRM is on file. A first import knows none, and need not look for each. */
export function isAnyKnown({ db }: Connection, source: string): boolean {
  const known = db.prepare<[string], 0 | 1>('SELECT EXISTS (SELECT 1 FROM crm_key WHERE source = ?)').pluck();
  return known.get(source) === 1;
}

function keyFinder(connection: Connection, source: string): (key: string) => OnFile | undefined {
  if (!isAnyKnown(connection, source)) return () => undefined;
  const { db } = connection;
  const find = db.prepare<[string, string], Omit<OnFile, 'foundBy'>>(
    `SELECT ${COLUMNS_ON_FILE} FROM crm_key JOIN deal ON deal.id = deal_id WHERE crm_key.source = ? AND external_id = ?`,
  );
  return (key) => {
    const found = find.get(source, key);
    return found && { ...found, foundBy: key };
  };
}

/** A deal that the person has put on file without the CRM. */
interface OwnDeal {
  readonly id: number;
  readonly name: string;
  readonly account: string | null;
  readonly decidedOn: Day | null;
  /** The first day that anything is known of it. */
  readonly since: Day | null;
}

/** Finds them by name and closing day, or while they are open by name and account: the same deal must not wait twice. */
function ownDeals({ db }: Connection): FindOnFile {
  const rows = db.prepare<[], OwnDeal>(SELECT_OWN).all();
  if (rows.length === 0) return () => undefined;
  const find = db.prepare<[number], Omit<OnFile, 'foundBy'>>(`SELECT ${COLUMNS_ON_FILE} FROM deal WHERE id = ?`);
  const byName = new Map<string, OwnDeal | undefined>();
  for (const deal of rows) {
    const key = ownKey(deal.name, deal.decidedOn);
    // Two of one name cannot be told apart, so neither is taken.
    byName.set(key, byName.has(key) ? undefined : deal);
  }
  return (deal) => {
    const [closed, open] = [ownKey(deal.name, deal.decidedOn ?? null), ownKey(deal.name, null)];
    const key = byName.has(closed) ? closed : open;
    const own = byName.get(key);
    if (!own || (own.decidedOn === null && contradicts(deal, own))) return undefined;
    // A second row of that name is of another deal.
    byName.delete(key);
    const found = find.get(own.id);
    return found && { ...found, foundBy: undefined };
  };
}

function contradicts({ account, decidedOn }: ImportedDeal, own: OwnDeal): boolean {
  const isOtherAccount = own.account !== null && account !== undefined && fold(own.account) !== fold(account);
  const wasOverBefore = own.since !== null && decidedOn !== undefined && decidedOn < own.since;
  return isOtherAccount || wasOverBefore;
}

function ownKey(name: string, day: Day | null): string {
  return `${day ?? ''} ${fold(name)}`;
}

const SELECT_OWN = `
  SELECT id, name, account, decided_on AS decidedOn,
    coalesce(created_on, (SELECT min(on_day) FROM touch WHERE deal_id = deal.id)) AS since
  FROM deal
  WHERE deleted_at IS NULL AND (decided_on IS NOT NULL OR outcome IS NULL)
    AND NOT EXISTS (SELECT 1 FROM crm_key WHERE deal_id = deal.id)`;

const COLUMNS_ON_FILE = `
  deal.id, ${IMPORTED.map((name) => `deal.${columnOf(name)} AS ${name}`).join(', ')},
  reopened_on AS reopenedOn, won_back_on AS wonBackOn, deleted_at IS NOT NULL AS isDeleted,
  EXISTS (SELECT 1 FROM debrief WHERE deal_id = deal.id AND pass = 'quick') AS isDebriefed`;
