import type { DeletedHere } from '../core/exchange/imported-deal.ts';
import type { Connection } from './connection.ts';
import { isAnyKnown } from './known-deals.ts';

/** A row of a deal that the CRM has deleted, and by what it may be known, the surest first. */
interface GoneRow {
  readonly row: number;
  readonly keys: readonly string[];
}

/** The deals on file that these rows say the CRM has deleted, each once. What was deleted here too is none of them. */
export function deletedHere(connection: Connection, source: string, rows: readonly GoneRow[]): readonly DeletedHere[] {
  if (rows.length === 0 || !isAnyKnown(connection, source)) return [];
  const find = connection.db.prepare<[string, string], FoundRow>(
    `SELECT deal.id, deal.name, ${OWN_WORK.map(isAnyIn).join(' OR ')} AS isWorkedOn
     FROM crm_key JOIN deal ON deal.id = deal_id
     WHERE crm_key.source = ? AND external_id = ? AND deleted_at IS NULL`,
  );
  const told = new Set<number>();
  return rows.flatMap(({ row, keys }) => {
    const [found] = keys.flatMap((key) => find.get(source, key) ?? []);
    if (!found || told.has(found.id)) return [];
    told.add(found.id);
    const { id, name, isWorkedOn } = found;
    return [{ row, deal: { id: `D${id}` as const, name }, isWorkedOn: isWorkedOn === 1, isTakenOut: false }];
  });
}

interface FoundRow {
  readonly id: number;
  readonly name: string;
  readonly isWorkedOn: 0 | 1;
}

/** The tables in which a deal has rows only by what the person did about it. */
const OWN_WORK = [
  'debrief',
  'draft',
  'touch',
  'action',
  'schedule_entry',
  'feedback',
  'opinion',
  'lesson',
  'phrase_use',
  'experiment',
];

function isAnyIn(table: string): string {
  return `EXISTS (SELECT 1 FROM ${table} WHERE ${table}.deal_id = deal.id)`;
}
