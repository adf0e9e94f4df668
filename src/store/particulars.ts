import type { CrmKey, Particulars } from '../core/particulars.ts';
import type { Connection } from './connection.ts';
import { groupBy } from './group-by.ts';

/** The particulars of deals, each found by the row of its deal. */
export function particularsOf({ db }: Connection, deals: string): (deal: number) => Particulars {
  const rows = db.prepare<[{ deals: string }], ParticularsRow>(
    `SELECT id AS dealId, account, owner, created_on AS createdOn, segment, persona, source, product, fields
     FROM deal WHERE id IN (SELECT value FROM json_each(:deals))`,
  );
  const keys = db.prepare<[{ deals: string }], CrmKey & { readonly dealId: number }>(
    `SELECT deal_id AS dealId, source, external_id AS id
     FROM crm_key WHERE deal_id IN (SELECT value FROM json_each(:deals)) ORDER BY crm_key.id`,
  );
  const byDeal = new Map(rows.all({ deals }).map((row) => [row.dealId, row]));
  const keysByDeal = groupBy(keys.all({ deals }), ({ dealId }) => dealId);
  return (deal) => particularsFrom(byDeal.get(deal), keysByDeal.get(deal) ?? []);
}

type ParticularsRow = { readonly dealId: number; readonly fields: string | null } & {
  readonly [Name in Exclude<keyof Particulars, 'fields' | 'crm'>]: Particulars[Name] | null;
};

function particularsFrom(row: ParticularsRow | undefined, keys: readonly CrmKey[]): Particulars {
  return {
    account: row?.account ?? undefined,
    owner: row?.owner ?? undefined,
    createdOn: row?.createdOn ?? undefined,
    segment: row?.segment ?? undefined,
    persona: row?.persona ?? undefined,
    source: row?.source ?? undefined,
    product: row?.product ?? undefined,
    fields: JSON.parse(row?.fields ?? '{}') as Record<string, string>,
    crm: keys.map(({ source, id }) => ({ source, id })),
  };
}
