import type { ImportedDeal, ImportVerdict } from '../core/exchange/imported-deal.ts';
import { notingInsertions } from './change-log.ts';
import { alikeFinder, type KeyedDeal } from './alike-deals.ts';
import type { Connection } from './connection.ts';
import { deletedHere } from './deleted-in-crm.ts';
import { uuidsInOrder } from './fingerprint.ts';
import { findOnFile, type OnFile } from './known-deals.ts';
import { columnOf, IMPORTED } from './imported-columns.ts';
import { compared, merged } from './merged-deal.ts';
import type { ImportHow } from './store.ts';
import { takeBack } from './take-back.ts';

/**
 * Takes deals in as they come, all of them in one transaction or none. A deal that is on file is known by its key; what the
 * CRM does not say stays as it is, and what a debrief settled stays the debrief's. Without `keeps` nothing is written, and
 * the verdicts are what they would be.
 */
export async function importDeals(
  connection: Connection,
  deals: AsyncIterable<readonly ImportedDeal[]>,
  how: ImportHow,
): Promise<void> {
  const { judge, wasTold } = judgeOf(connection, how.source);
  const alikeTo = alikeFinder(connection, how.source);
  const alike: { readonly row: number; readonly others: readonly KeyedDeal[] }[] = [];
  const takeAll = async (write: Write | undefined): Promise<boolean> => {
    let isAnyWritten = false;
    for await (const some of deals) {
      for (const deal of some) {
        const judged = judge(deal);
        how.onVerdict(deal, judged.verdict);
        if (judged.verdict.kind !== 'new' && judged.verdict.kind !== 'changed') continue;
        isAnyWritten = true;
        const others = judged.verdict.kind === 'new' ? alikeTo(deal) : [];
        if (others.length > 0) alike.push({ row: deal.row, others });
        write?.(deal, judged.onFile);
      }
    }
    return isAnyWritten;
  };
  await (how.keeps ? written(connection, (write) => takeAll(write), how.source) : takeAll(undefined));
  for (const { row, others } of alike) {
    // What the file tells of itself is another deal, such as the renewal of each year.
    const other = others.find(({ key }) => !wasTold(key));
    if (other) how.onAlike({ row, deal: { id: `D${other.id}`, name: other.name }, decidedOn: other.decidedOn });
  }
  const gone = how.deletedInCrm.flatMap(({ row, key, keyWhileOpen }) => {
    if (wasTold(key)) return [];
    return [{ row, keys: keyWhileOpen === undefined || wasTold(keyWhileOpen) ? [key] : [key, keyWhileOpen] }];
  });
  for (const deal of deletedHere(connection, how.source, gone)) how.onDeletedHere(deal);
}

/** Writes a deal over what is on file, or as a new one. */
type Write = (deal: ImportedDeal, onFile: OnFile | undefined) => void;

/** One change of the records that waits for its rows in between. What changes nothing leaves no trace. */
async function written(
  connection: Connection,
  takeAll: (write: Write) => Promise<boolean>,
  source: string,
): Promise<void> {
  const { db, now } = connection;
  // Keys and uuids come in no order, so what they are sorted into should stay in memory.
  db.pragma(`cache_size = -${CACHE_KILOBYTES}`);
  db.exec('BEGIN IMMEDIATE');
  try {
    db.prepare('INSERT INTO change_set (at, what) VALUES (?, ?)').run(now(), 'import');
    const isAnyWritten = await indexingLater(connection, 'deal_decided', () =>
      notingInsertions(connection, INSERTED, () => takeAll(writerOn(connection, source))),
    );
    db.exec(isAnyWritten ? 'COMMIT' : 'ROLLBACK');
  } catch (error) {
    takeBack(db);
    throw error;
  }
}

const CACHE_KILOBYTES = 16_000;

/** Sorting all days once costs a fraction of putting each in its place. */
async function indexingLater<Result>({ db }: Connection, index: string, run: () => Promise<Result>): Promise<Result> {
  const sql = db.prepare<[string], string>('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(index);
  if (sql === undefined) throw new Error(`There is no index ${index}.`);
  db.exec(`DROP INDEX ${index}`);
  const result = await run();
  db.exec(sql);
  return result;
}

/** The tables that an import adds to, parents first, and what the change log needs to know of a new row. */
const INSERTED = [
  { table: 'deal', known: ['id', 'name'] },
  { table: 'crm_key', known: ['id', 'deal_id'] },
  { table: 'contact', known: ['id', 'deal_id', 'name'] },
] as const;

interface Judged {
  readonly verdict: ImportVerdict;
  readonly onFile: OnFile | undefined;
}

/** Says of each deal whether it is new, changed, unchanged, or refused because an earlier row says otherwise. */
function judgeOf(
  connection: Connection,
  source: string,
): { readonly judge: (deal: ImportedDeal) => Judged; readonly wasTold: (key: string) => boolean } {
  const seen = new Map<string, Told>();
  const wasTold = (key: string): boolean => seen.has(key);
  const find = findOnFile(connection, source, wasTold);
  const judge = (deal: ImportedDeal): Judged => {
    const before = seen.get(deal.key);
    if (before) return { verdict: repeated(deal, before), onFile: undefined };
    const onFile = find(deal);
    seen.set(deal.key, { row: deal.row, fingerprint: deal.fingerprint });
    const verdict = onFile ? compared(deal, onFile) : ({ kind: 'new', isRepeated: false, conflicts: [] } as const);
    return { verdict, onFile };
  };
  return { judge, wasTold };
}

/** The row that had a key first. */
interface Told {
  readonly row: number;
  readonly fingerprint: number;
}

function repeated(deal: ImportedDeal, before: Told): ImportVerdict {
  if (before.fingerprint === deal.fingerprint) return { kind: 'unchanged', isRepeated: true, conflicts: [] };
  return { kind: 'refused', why: `the deal of row ${before.row} once more, with other values; the first row stands` };
}

function writerOn({ db, now }: Connection, source: string): Write {
  const nextUuid = uuidsInOrder(Date.parse(now()));
  const insert = db.prepare(INSERT_DEAL);
  const update = db.prepare(UPDATE_DEAL);
  const addKey = db.prepare('INSERT INTO crm_key (deal_id, source, external_id) VALUES (?, ?, ?)');
  const moveKey = db.prepare('UPDATE crm_key SET external_id = ? WHERE source = ? AND external_id = ?');
  const addContact = db.prepare(
    'INSERT INTO contact (deal_id, name) SELECT :deal, :name WHERE NOT EXISTS (SELECT 1 FROM contact WHERE deal_id = :deal)',
  );
  return (deal, onFile) => {
    const columns = merged(deal, onFile);
    const values = IMPORTED.map((column) => columns[column]);
    const row = onFile?.id ?? Number(insert.run(nextUuid(), values).lastInsertRowid);
    if (onFile) update.run(values, row);
    if (onFile?.foundBy === undefined) addKey.run(row, source, deal.key);
    else if (onFile.foundBy !== deal.key) moveKey.run(deal.key, source, onFile.foundBy);
    if (deal.contact !== undefined) addContact.run({ deal: row, name: deal.contact });
  };
}

const COLUMN_NAMES = IMPORTED.map(columnOf);
const INSERT_DEAL = `
  INSERT INTO deal (uuid, ${COLUMN_NAMES.join(', ')}) VALUES (?, ${COLUMN_NAMES.map(() => '?').join(', ')})`;
const UPDATE_DEAL = `UPDATE deal SET ${COLUMN_NAMES.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`;
