import type { CrmKey, Particulars } from '../core/particulars.ts';
import type { Connection } from './connection.ts';
import { groupBy } from './group-by.ts';

/** What a row of the table of deals has of its particulars. */
export type ParticularsRow = { readonly fields: string | null } & {
  readonly [Name in Exclude<keyof Particulars, 'fields' | 'crm'>]: Particulars[Name] | null;
};

/** Those columns, for a query about deals. */
export const PARTICULARS_COLUMNS =
  'deal.account, deal.owner, deal.created_on AS createdOn, deal.segment, deal.persona, deal.source, deal.product, deal.fields';

/** By what CRMs know deals, by the row of the deal. */
export function crmKeysOf({ db }: Connection, deals: string): ReadonlyMap<number, readonly CrmKey[]> {
  const keys = db.prepare<[{ deals: string }], CrmKey & { readonly dealId: number }>(
    `SELECT deal_id AS dealId, source, external_id AS id
     FROM crm_key WHERE deal_id IN (SELECT value FROM json_each(:deals)) ORDER BY crm_key.id`,
  );
  return groupBy(keys.all({ deals }), ({ dealId }) => dealId);
}

/** A row with its keys as the particulars of its deal; what is null in it is undefined. */
export function particularsFrom(row: ParticularsRow, keys: readonly CrmKey[] = []): Particulars {
  return {
    account: row.account ?? undefined,
    owner: row.owner ?? undefined,
    createdOn: row.createdOn ?? undefined,
    segment: row.segment ?? undefined,
    persona: row.persona ?? undefined,
    source: row.source ?? undefined,
    product: row.product ?? undefined,
    fields: row.fields === null ? {} : (JSON.parse(row.fields) as Record<string, string>),
    crm: keys.map(({ source, id }) => ({ source, id })),
  };
}
