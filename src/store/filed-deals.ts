import { recordChange } from './change-log.ts';
import type { Connection } from './connection.ts';
import { insertDeal } from './deals.ts';
import type { FiledDeal } from './store.ts';

/** Puts a deal on file with what is known of it before any debrief; its id. */
export function fileDeal(connection: Connection, deal: FiledDeal): `D${number}` {
  return recordChange(connection, 'deal', () => {
    const row = insertDeal(connection, deal);
    writeOrigin(connection, row, deal);
    return `D${row}` as const;
  });
}

/** Where it comes from and who the customer is: no question asks for it. */
function writeOrigin({ db }: Connection, row: number, deal: FiledDeal): void {
  const { account, owner, createdOn, segment, persona, source, product, fields } = deal;
  db.prepare(
    `UPDATE deal SET account = :account, owner = :owner, created_on = :createdOn, segment = :segment,
       persona = :persona, source = :source, product = :product, fields = :fields
     WHERE id = :row`,
  ).run({
    row,
    account: account ?? null,
    owner: owner ?? null,
    createdOn: createdOn ?? null,
    segment: segment ?? null,
    persona: persona ?? null,
    source: source ?? null,
    product: product ?? null,
    fields: Object.keys(fields).length === 0 ? null : JSON.stringify(fields),
  });
}
