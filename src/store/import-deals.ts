import type { Day } from '../core/day.ts';
import type { ImportConflict, ImportedDeal, ImportVerdict } from '../core/imported-deal.ts';
import { sayMoney } from '../core/money.ts';
import type { Outcome } from '../core/outcome.ts';
import { notingInsertions } from './change-log.ts';
import { type Connection, fold } from './connection.ts';
import { newUuid } from './fingerprint.ts';
import type { ImportHow } from './store.ts';

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
  const judge = judgeOf(connection, how.source);
  const takeAll = async (write: Write | undefined): Promise<boolean> => {
    let isAnyWritten = false;
    for await (const some of deals) {
      for (const deal of some) {
        const judged = judge(deal);
        how.onVerdict(deal, judged.verdict);
        if (judged.verdict.kind !== 'new' && judged.verdict.kind !== 'changed') continue;
        isAnyWritten = true;
        write?.(deal, judged.onFile);
      }
    }
    return isAnyWritten;
  };
  await (how.keeps ? written(connection, (write) => takeAll(write), how.source) : takeAll(undefined));
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
  } finally {
    // A full disk may have ended it already.
    if (db.inTransaction) db.exec('ROLLBACK');
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

/** A deal that is on file, as far as an import may change it. */
interface OnFile {
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
  readonly isKnown: boolean;
}

/** Says of each deal whether it is new, changed, unchanged, or refused because an earlier row says otherwise. */
function judgeOf(connection: Connection, source: string): (deal: ImportedDeal) => Judged {
  const { db } = connection;
  const known = new Map(
    db
      .prepare<[string], [string, number]>('SELECT external_id, deal_id FROM crm_key WHERE source = ?')
      .raw()
      .all(source),
  );
  const own = ownDeals(connection);
  const find = db.prepare<[number], Omit<OnFile, 'isKnown'>>(SELECT_ON_FILE);
  const seen = new Map<string, { readonly row: number; readonly fingerprint: number }>();
  return (deal) => {
    const before = seen.get(deal.key);
    if (before) return { verdict: repeated(deal, before), onFile: undefined };
    seen.set(deal.key, { row: deal.row, fingerprint: deal.fingerprint });
    const id = known.get(deal.key) ?? taken(own, deal);
    const found = id === undefined ? undefined : find.get(id);
    if (!found) return { verdict: { kind: 'new', isRepeated: false, conflicts: [] }, onFile: undefined };
    const onFile = { ...found, isKnown: known.has(deal.key) };
    return { verdict: compared(deal, onFile), onFile };
  };
}

function repeated(deal: ImportedDeal, before: { readonly row: number; readonly fingerprint: number }): ImportVerdict {
  if (before.fingerprint === deal.fingerprint) return { kind: 'unchanged', isRepeated: true, conflicts: [] };
  return { kind: 'refused', why: `the deal of row ${before.row} once more, with other values; the first row stands` };
}

/** Deals that the person has put on file without the CRM, by name and day: the same deal must not wait twice. */
function ownDeals({ db }: Connection): Map<string, number> {
  const rows = db
    .prepare<[], [number, string, Day]>(
      `SELECT id, name, decided_on FROM deal
       WHERE deleted_at IS NULL AND decided_on IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM crm_key WHERE deal_id = deal.id)`,
    )
    .raw()
    .all();
  const found = new Map<string, number>();
  const twice = new Set<string>();
  for (const [id, name, day] of rows) {
    const key = ownKey(name, day);
    if (found.has(key)) twice.add(key);
    found.set(key, id);
  }
  for (const key of twice) found.delete(key);
  return found;
}

/** The own deal that a row is of. A second row of that name and day is of another one. */
function taken(own: Map<string, number>, { name, decidedOn }: ImportedDeal): number | undefined {
  if (own.size === 0) return undefined;
  const key = ownKey(name, decidedOn);
  const id = own.get(key);
  own.delete(key);
  return id;
}

function ownKey(name: string, day: Day | undefined): string {
  return day === undefined ? '' : `${day} ${fold(name)}`;
}

const SELECT_ON_FILE = `
  SELECT id, name, account, owner, outcome, amount_minor AS minor, currency, created_on AS createdOn,
    decided_on AS decidedOn, winner, stage, segment, persona, source, product, fields, reopened_on AS reopenedOn,
    won_back_on AS wonBackOn, deleted_at IS NOT NULL AS isDeleted,
    EXISTS (SELECT 1 FROM debrief WHERE deal_id = deal.id AND pass = 'quick') AS isDebriefed
  FROM deal WHERE id = ?`;

function compared(deal: ImportedDeal, onFile: OnFile): ImportVerdict {
  // Somebody deleted it here on purpose.
  if (onFile.isDeleted) return { kind: 'unchanged', isRepeated: false, conflicts: [] };
  const columns = merged(deal, onFile);
  const isSame = onFile.isKnown && COLUMNS.every((column) => columns[column] === onFile[column]);
  const conflicts = onFile.isDebriefed ? conflictsBetween(deal, onFile) : [];
  return { kind: isSame ? 'unchanged' : 'changed', isRepeated: false, conflicts };
}

/** The columns of a deal that an import writes, in the order of `UPDATE_DEAL`. */
const COLUMNS = [
  'name',
  'account',
  'owner',
  'outcome',
  'minor',
  'currency',
  'createdOn',
  'decidedOn',
  'winner',
  'stage',
  'segment',
  'persona',
  'source',
  'product',
  'fields',
] as const;
type Columns = Readonly<Record<(typeof COLUMNS)[number], string | number | null>>;

/** What is on file after the import: what the CRM says where it says something, and of a debriefed deal what the debrief does not. */
function merged(deal: ImportedDeal, onFile: OnFile | undefined): Columns {
  const settled = onFile?.isDebriefed ? onFile : undefined;
  const isOpen = deal.outcome === undefined;
  return {
    name: settled?.name ?? deal.name,
    account: deal.account ?? onFile?.account ?? null,
    owner: deal.owner ?? onFile?.owner ?? null,
    outcome: settled ? settled.outcome : outcomeOf(deal, onFile),
    minor: settled ? settled.minor : (deal.amount?.minor ?? onFile?.minor ?? null),
    currency: settled ? settled.currency : (deal.amount?.currency ?? onFile?.currency ?? null),
    createdOn: deal.createdOn ?? onFile?.createdOn ?? null,
    decidedOn: settled ? settled.decidedOn : isOpen ? null : (deal.decidedOn ?? onFile?.decidedOn ?? null),
    winner: settled ? settled.winner : (deal.winner ?? onFile?.winner ?? null),
    stage: settled ? settled.stage : (deal.stage ?? onFile?.stage ?? null),
    segment: deal.segment ?? onFile?.segment ?? null,
    persona: deal.persona ?? onFile?.persona ?? null,
    source: deal.source ?? onFile?.source ?? null,
    product: deal.product ?? onFile?.product ?? null,
    fields: mergedFields(deal.fields, onFile?.fields ?? null),
  };
}

/** Lost is lost: a more exact outcome that is on file stays. */
function outcomeOf({ outcome }: ImportedDeal, onFile: OnFile | undefined): Outcome | null {
  const before = onFile?.outcome ?? null;
  return outcome === 'lost-unspecified' && before !== null && before !== 'won' ? before : (outcome ?? null);
}

function mergedFields(fields: string | undefined, before: string | null): string | null {
  if (fields === undefined || before === null || fields === before) return fields ?? before;
  const [kept, added] = [before, fields].map((text) => JSON.parse(text) as Record<string, string>);
  return JSON.stringify({ ...kept, ...added });
}

/** What the CRM says otherwise than the debrief, as far as both say something. */
function conflictsBetween(deal: ImportedDeal, onFile: OnFile): readonly ImportConflict[] {
  const { minor, currency } = onFile;
  const amount = minor === null || currency === null ? undefined : sayMoney({ minor, currency }, 'short');
  const ended = endingsOnFile(onFile);
  const pairs = [
    ['name', fold(onFile.name) === fold(deal.name) ? undefined : onFile.name, deal.name],
    ['outcome', ended.includes(endingOf(deal.outcome ?? null)) ? undefined : ended[0], endingOf(deal.outcome ?? null)],
    ['amount', amount, deal.amount && sayMoney(deal.amount, 'short')],
    ['decidedOn', onFile.decidedOn ?? undefined, deal.decidedOn],
    ['winner', onFile.winner === null ? undefined : fold(onFile.winner), deal.winner && fold(deal.winner)],
  ] as const;
  return pairs.flatMap(([field, kept, crm]) =>
    kept === undefined || crm === undefined || kept === crm
      ? []
      : [{ row: deal.row, deal: { id: `D${onFile.id}` as const, name: onFile.name }, field, kept, crm }],
  );
}

function endingOf(outcome: Outcome | null): string {
  if (outcome === null) return 'open';
  return outcome === 'won' ? 'won' : 'lost';
}

/** A deal that was won back is won for the CRM; one that is open again may be told either way until it has caught up. */
function endingsOnFile({ outcome, reopenedOn, wonBackOn }: OnFile): readonly string[] {
  if (wonBackOn !== null) return ['won'];
  return reopenedOn === null ? [endingOf(outcome)] : [endingOf(outcome), 'open'];
}

function writerOn({ db }: Connection, source: string): Write {
  const insert = db.prepare(INSERT_DEAL);
  const update = db.prepare(UPDATE_DEAL);
  const addKey = db.prepare('INSERT INTO crm_key (deal_id, source, external_id) VALUES (?, ?, ?)');
  const addContact = db.prepare(
    'INSERT INTO contact (deal_id, name) SELECT :deal, :name WHERE NOT EXISTS (SELECT 1 FROM contact WHERE deal_id = :deal)',
  );
  return (deal, onFile) => {
    const columns = merged(deal, onFile);
    const values = COLUMNS.map((column) => columns[column]);
    const row = onFile?.id ?? Number(insert.run(newUuid(), values).lastInsertRowid);
    if (onFile) update.run(values, row);
    if (!onFile?.isKnown) addKey.run(row, source, deal.key);
    if (deal.contact !== undefined) addContact.run({ deal: row, name: deal.contact });
  };
}

const COLUMN_NAMES = COLUMNS.map((column) => (column === 'minor' ? 'amount_minor' : snakeCase(column)));
const INSERT_DEAL = `
  INSERT INTO deal (uuid, ${COLUMN_NAMES.join(', ')}) VALUES (?, ${COLUMN_NAMES.map(() => '?').join(', ')})`;
const UPDATE_DEAL = `UPDATE deal SET ${COLUMN_NAMES.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`;

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
