import type { NumberedLine, TakenRecords } from '../core/exchange/portable.ts';
import { capitalised } from '../core/text/sentence.ts';
import { EXIT, UserError } from '../core/user-error.ts';
import { connectCopy } from './connect.ts';
import type { Connection } from './connection.ts';
import { NUMBERED } from './export-records.ts';
import { DEALS, OTHERS, type PortableTable } from './portable-tables.ts';
import { type Head, LineFault, readHead, readRecord, type RecordFields } from './record-lines.ts';
import { recordWriter, type RecordWriter } from './record-writer.ts';
import { takeBack } from './take-back.ts';

/**
 * Takes the lines of our own export in, in one transaction or none. Into an empty file they come as they are, ids too. On file,
 * a record is known by its uuid: what is new is added, what is there stands. Without `keeps` they go into a copy in memory, so
 * that it can be tried on a file that nobody may write. Throws `UserError` 4 with the number of a line that is not as we write it.
 */
export async function takeRecords(
  connection: Connection,
  lines: AsyncIterable<NumberedLine>,
  { keeps, name }: { readonly keeps: boolean; readonly name: string },
): Promise<TakenRecords> {
  if (keeps) return taken(connection, lines, name);
  const copy = connectCopy(connection);
  try {
    return await taken(copy, lines, name);
  } finally {
    copy.db.close();
  }
}

async function taken(connection: Connection, lines: AsyncIterable<NumberedLine>, name: string): Promise<TakenRecords> {
  const { db, now } = connection;
  db.exec('BEGIN IMMEDIATE');
  try {
    db.prepare('INSERT INTO change_set (at, what) VALUES (?, ?)').run(now(), 'import');
    const told = await takeAll(connection, lines, name);
    db.exec(isAnythingNew(told) ? 'COMMIT' : 'ROLLBACK');
    return told;
  } catch (error) {
    takeBack(db);
    throw error;
  }
}

function isAnythingNew({ deals, others }: TakenRecords): boolean {
  return deals.new + deals.extended + others.new > 0;
}

async function takeAll(
  connection: Connection,
  lines: AsyncIterable<NumberedLine>,
  name: string,
): Promise<TakenRecords> {
  const keepsIds = isEmpty(connection);
  const tally = emptyTally(keepsIds);
  const writer = recordWriter(connection, keepsIds);
  let head: Head | undefined;
  let records = 0;
  for await (const { number, text } of lines) {
    try {
      if (text.trim() === '') continue;
      if (head) {
        records += 1;
        takeOne(connection, writer, tally, text);
      } else {
        head = readHead(text);
      }
    } catch (error) {
      throw inWords(error, name, number);
    }
  }
  if (!head || records !== head.records) throw cutOff(name, records, head?.records ?? 0);
  if (keepsIds) raiseNumbers(connection, head);
  return tally;
}

type Counts<Of> = { -readonly [Key in keyof Of]: Of[Key] };
/** What is told in the end, as it is counted. */
interface Tally extends TakenRecords {
  readonly deals: Counts<TakenRecords['deals']>;
  readonly endings: Counts<TakenRecords['endings']>;
  readonly others: Counts<TakenRecords['others']>;
  readonly differing: `D${number}`[];
  readonly deleted: `D${number}`[];
}

function emptyTally(keepsIds: boolean): Tally {
  return {
    deals: { new: 0, extended: 0, unchanged: 0 },
    endings: { won: 0, lost: 0, open: 0 },
    differing: [],
    deleted: [],
    others: { new: 0, unchanged: 0, left: 0 },
    keepsIds,
  };
}

function isEmpty({ db }: Connection): boolean {
  const tables = [DEALS, ...OTHERS].map(({ table }) => `EXISTS (SELECT 1 FROM ${table})`);
  return (
    db
      .prepare<[], 0 | 1>(`SELECT ${tables.join(' OR ')}`)
      .pluck()
      .get() === 0
  );
}

function takeOne(connection: Connection, writer: RecordWriter, tally: Tally, text: string): void {
  const { kind, fields } = readRecord(text);
  if (kind === 'setting') return takeSetting(connection, tally, fields);
  if (kind === 'deal') return takeDeal(writer, tally, fields);
  const table = OTHERS.find(({ key }) => key === kind);
  if (!table) throw new LineFault(`There is no kind of record called "${kind.slice(0, 20)}".`);
  takeOther(connection, writer, tally, table, fields);
}

function takeSetting({ db }: Connection, { others }: Tally, { name, value, ...more }: RecordFields): void {
  if (typeof name !== 'string' || typeof value !== 'string' || Object.keys(more).length > 0) {
    throw new LineFault('A setting has a name and a value, both texts.');
  }
  const kept = db.prepare<[string], string>('SELECT value FROM setting WHERE name = ?').pluck().get(name);
  if (kept === undefined) db.prepare('INSERT INTO setting (name, value) VALUES (?, ?)').run(name, value.toWellFormed());
  others[kept === undefined ? 'new' : kept === value ? 'unchanged' : 'left'] += 1;
}

function takeDeal(writer: RecordWriter, { deals, endings, differing, deleted }: Tally, fields: RecordFields): void {
  const { outcome } = fields;
  endings[outcome === null ? 'open' : outcome === 'won' ? 'won' : 'lost'] += 1;
  const onFile = writer.dealOnFile(fields);
  if (!onFile) {
    writer.add(DEALS, fields);
    deals.new += 1;
    return;
  }
  const id = `D${onFile.row}` as const;
  if (onFile.isDeleted) {
    deleted.push(id);
    return;
  }
  const { isAdded, isDifferent } = writer.extend(DEALS, fields, onFile.row);
  deals[isAdded ? 'extended' : 'unchanged'] += 1;
  if (isDifferent) differing.push(id);
}

function takeOther(
  connection: Connection,
  writer: RecordWriter,
  { others }: Tally,
  table: PortableTable,
  fields: RecordFields,
): void {
  const row = writer.find(table, fields, undefined);
  if (row !== undefined) {
    const { isAdded, isDifferent } = writer.extend(table, fields, row);
    others[isAdded ? 'new' : isDifferent ? 'left' : 'unchanged'] += 1;
  } else if (isOneTooMany(connection, table, fields)) {
    others.left += 1;
  } else {
    writer.add(table, fields);
    others.new += 1;
  }
}

/** There is one area in work and one experiment at a time, and the one that is on file stands. */
function isOneTooMany({ db }: Connection, { table }: PortableTable, { closedOn }: RecordFields): boolean {
  if ((table !== 'focus' && table !== 'experiment') || closedOn !== null) return false;
  return db.prepare<[], 0 | 1>(`SELECT EXISTS (SELECT 1 FROM ${table} WHERE closed_on IS NULL)`).pluck().get() === 1;
}

/** No number that was ever given is given again. */
function raiseNumbers({ db }: Connection, { lastIds }: Head): void {
  for (const [letter, table] of NUMBERED) {
    const last = lastIds[letter];
    const { changes } = db.prepare('UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?').run(last, table);
    if (changes === 0 && last > 0) db.prepare('INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)').run(table, last);
  }
}

/** A line that the list or the schema refuses. What stands in it is not repeated. */
function inWords(error: unknown, name: string, line: number): unknown {
  const fault = error instanceof LineFault ? error.message : constraintIn(error);
  if (fault === undefined) return error;
  return refused(
    `Line ${line} of ${name} is not as lossdebrief writes it. ${fault} Nothing was written.`,
    error instanceof LineFault && error.hint !== undefined
      ? error.hint
      : 'Export it again: lossdebrief export --format jsonl --output lossdebrief.jsonl',
  );
}

function constraintIn(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!code.startsWith('SQLITE_CONSTRAINT') || !(error instanceof Error)) return undefined;
  const [rule = ''] = error.message.split('\n');
  return `It breaks a rule of the file (${rule.trim().slice(0, 100)}).`;
}

function cutOff(name: string, found: number, told: number): UserError {
  return refused(
    `${capitalised(name)} tells of ${told} records and has ${found}: a part of it is missing. Nothing was written.`,
    'Export it again, or copy it again.',
  );
}

function refused(message: string, hint: string): UserError {
  return new UserError(message, hint, EXIT.inputRefused);
}
