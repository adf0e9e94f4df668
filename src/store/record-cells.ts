import { toMoney } from '../core/money/money.ts';
import type { Connection } from './connection.ts';
import { rowOf } from './ids.ts';
import type { PortableColumn, PortableTable } from './portable-tables.ts';
import { isFields, LineFault, type RecordFields } from './record-lines.ts';

/** What stands in one column of one row. */
export type Cell = string | number | null;

/** Reads what stands in a record as what stands in a column. It remembers what rows of the record are known by. */
export interface CellReader {
  /** Throws `LineFault` for a value that no such column has. The parent is the row of the deal that is pointed into. */
  readonly read: (column: PortableColumn, fields: RecordFields, parent: number | undefined) => Cell;
  /** The row of a cause that other parts of the record point to by its number. */
  readonly noteCause: (number: number, row: number) => void;
  readonly forgetCauses: () => void;
  /** Says that the deal with a uuid is another row here, which a CRM knows by the same number. */
  readonly standsFor: (uuid: string, row: number) => void;
}

/** A reader for one import. */
export function cellReader({ db }: Connection): CellReader {
  const causes = new Map<number, number>();
  const deals = new Map<string, number>();
  const debriefRow = db
    .prepare<[string, number | undefined], number>('SELECT id FROM debrief WHERE uuid = ? AND deal_id = ?')
    .pluck();
  const dealRow = db.prepare<[string], number>('SELECT id FROM deal WHERE uuid = ?').pluck();
  const find: Finders = {
    debrief: (uuid, parent) => debriefRow.get(String(uuid), parent),
    deal: (uuid) => deals.get(String(uuid)) ?? dealRow.get(String(uuid)),
    cause: (number) => causes.get(Number(number)),
  };
  return {
    read: (column, fields, parent) => readCell(column, fields, (kind, value) => find[kind](value, parent)),
    noteCause: (number, row) => void causes.set(number, row),
    forgetCauses: () => causes.clear(),
    standsFor: (uuid, row) => void deals.set(uuid, row),
  };
}

/** Refuses a part that the list does not know, which would be lost without a word. */
export function refuseOtherKeys({ key, columns, beside, lists = [] }: PortableTable, fields: RecordFields): void {
  const known = new Set([...columns, ...(beside?.columns ?? []), ...lists].map((part) => part.key));
  const others = Object.keys(fields).filter((name) => !known.has(name));
  if (others.length > 0) throw new LineFault(`Of "${key}", it has parts that this version does not know.`);
}

/** The number by which the rest of a record points to a cause; undefined for what is none. */
export function causeNumberOf(columns: readonly PortableColumn[], fields: RecordFields): number | undefined {
  const column = columns.find(({ kind }) => kind === 'cause number');
  return column && numberIn(column.key, fields[column.key]);
}

type Pointer = 'debrief' | 'deal' | 'cause';
type Finders = Readonly<Record<Pointer, (value: unknown, parent: number | undefined) => number | undefined>>;

function readCell(
  { key, kind }: PortableColumn,
  fields: RecordFields,
  find: (kind: Pointer, value: unknown) => number | undefined,
): Cell {
  const value = fields[key];
  if (value === undefined) throw new LineFault(`"${key}" is missing.`);
  if (value === null) return null;
  switch (kind) {
    case 'text':
      return textIn(key, value);
    case 'number':
    case 'cause number':
      return numberIn(key, value);
    case 'flag':
      if (typeof value !== 'boolean') throw new LineFault(`"${key}" should be true or false.`);
      return value ? 1 : 0;
    case 'json':
      return jsonIn(key, value);
    case 'amount':
      return minorIn(key, value, fields['currency']);
    case 'debrief':
    case 'deal':
    case 'cause':
      return pointedTo(key, find(kind, value));
    case 'id D':
    case 'id A':
    case 'id F':
    case 'id P':
      return idIn(key, value, kind.slice('id '.length) as 'D' | 'A' | 'F' | 'P');
  }
}

function textIn(key: string, value: unknown): string {
  if (typeof value !== 'string') throw new LineFault(`"${key}" should be a text.`);
  return value.toWellFormed();
}

function numberIn(key: string, value: unknown): number {
  if (typeof value !== 'number') throw new LineFault(`"${key}" should be a number.`);
  return value;
}

/** An answer is a text, a number, or texts by name; nothing stands deeper. */
function jsonIn(key: string, value: unknown): string {
  if (isPlain(value) || (isFields(value) && Object.values(value).every(isPlain))) return JSON.stringify(value);
  throw new LineFault(`"${key}" should be a text, a number, or texts by name.`);
}

function isPlain(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

function minorIn(key: string, value: unknown, currency: unknown): number {
  const isCode = typeof currency === 'string' && /^[A-Z]{3}$/.test(currency);
  const money = isCode && typeof value === 'number' ? toMoney(value, currency) : undefined;
  if (!money) throw new LineFault(`"${key}" should be an amount in its currency.`);
  return money.minor;
}

function pointedTo(key: string, row: number | undefined): number {
  if (row === undefined) throw new LineFault(`"${key}" points to something that is not there.`);
  return row;
}

function idIn(key: string, value: unknown, letter: 'D' | 'A' | 'F' | 'P'): number {
  const row = typeof value === 'string' ? rowOf(value, letter) : undefined;
  if (row === undefined) throw new LineFault(`"${key}" should be an id such as ${letter}12.`);
  return row;
}
