import { PORTABLE_VERSION } from '../core/exchange/portable.ts';

/** What is wrong with a line, as a sentence, and what helps where it is not to export once more. */
export class LineFault extends Error {
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}

/** What stands in a record, before it is looked at. */
export type RecordFields = Readonly<Record<string, unknown>>;

/** What the first line says of the others. */
export interface Head {
  readonly records: number;
  readonly lastIds: Readonly<Record<'D' | 'A' | 'F' | 'P', number>>;
}

/** Reads the first line. Throws `LineFault` for a file that cannot be taken in as a whole. */
export function readHead(text: string): Head {
  const { kind, fields } = readRecord(text);
  const { schemaVersion, contents, records, lastIds } = fields;
  if (kind !== 'lossdebrief') throw new LineFault('The first line should say that it is an export of lossdebrief.');
  if (schemaVersion !== PORTABLE_VERSION) {
    throw new LineFault(
      `It is of version ${Number(schemaVersion)}, and this program reads version ${PORTABLE_VERSION}.`,
      'Bring lossdebrief up to date: npm install -g lossdebrief@latest',
    );
  }
  if (contents !== 'complete') {
    throw new LineFault(
      'It was written with --redact: it holds facts alone, and cannot stand for the whole.',
      'Export the whole: lossdebrief export --format jsonl --output lossdebrief.jsonl',
    );
  }
  const last = isFields(lastIds) ? lastIds : {};
  return {
    records: asCount(records),
    lastIds: { D: asCount(last['D']), A: asCount(last['A']), F: asCount(last['F']), P: asCount(last['P']) },
  };
}

/** Reads a line as a record. Throws `LineFault` for one that is no record. */
export function readRecord(text: string): { readonly kind: string; readonly fields: RecordFields } {
  const record = parsed(text);
  if (!isRecord(record)) throw new LineFault('It does not say what kind of record it is.');
  const { kind, ...fields } = record;
  return { kind, fields };
}

function isRecord(value: unknown): value is RecordFields & { readonly kind: string } {
  return isFields(value) && typeof value['kind'] === 'string';
}

/** Whether a value read from JSON is an object, and no list. */
export function isFields(value: unknown): value is RecordFields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new LineFault('It is no JSON.');
  }
}

function asCount(value: unknown): number {
  if (Number.isSafeInteger(value) && Number(value) >= 0) return Number(value);
  throw new LineFault('The first line should say how many records there are, and which ids came last.');
}
