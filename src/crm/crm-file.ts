import type { Input } from '../app.ts';
import type { CrmBook } from '../core/exchange/crm-book.ts';
import { unguarded } from '../core/text/guarded-text.ts';
import { EXIT, UserError } from '../core/user-error.ts';
import { type CsvRow, csvRows } from './csv-rows.ts';
import { decoded, decoderOf, detectEncoding, type Encoding } from './encoding.ts';
import { detectLayout, type Layout, type LayoutWishes } from './layout.ts';
import { isAround } from './left-out.ts';
import { isRejectedTable } from './rejected-table.ts';

/** A file of which the beginning was looked at. */
export interface CrmFile {
  readonly input: Input;
  readonly encoding: Encoding;
  /** Whether the person named the encoding. */
  readonly isEncodingNamed: boolean;
  readonly layout: Layout;
  /** Whether the samples are all there is. */
  readonly isWhole: boolean;
}

/** What the person says of a file, instead of what is detected. */
export interface FileWishes extends LayoutWishes {
  readonly encoding?: Encoding | undefined;
}

/** A row with its number in the file, from 1. */
export interface NumberedRow {
  readonly row: number;
  readonly cells: CsvRow;
}

/** Which of the rows below the headings are deals. */
export interface RowLimits {
  readonly maxRows: number;
  /** How many rows at the end are left out; undefined: totals and notices are, wherever they stand. */
  readonly footer: number | undefined;
}

/** Looks at the beginning of a file. Throws `UserError` 4 if it holds no table. */
export async function lookAt(input: Input, book: CrmBook, wishes: FileWishes, guess?: Encoding): Promise<CrmFile> {
  const beginning = await beginningOf(input);
  const encoding = wishes.encoding ?? guess ?? detectEncoding(beginning);
  const isWhole = beginning.length === input.size;
  const text = textOf(beginning, encoding, isWhole);
  const layout = detectLayout(text, isWhole, book, wishes);
  return { input, encoding, isEncodingNamed: wishes.encoding !== undefined, layout, isWhole };
}

/**
 * The rows of a file that may be deals, as many at a time as a piece of it holds; those around them are told to `leaveOut`.
 * Throws `UserError` 4 for too many.
 */
export async function* dealRows(
  { input, encoding, isEncodingNamed, layout }: CrmFile,
  { maxRows, footer }: RowLimits,
  leaveOut: (row: number) => void = () => {},
  watch: (bytes: number) => void = () => {},
): AsyncGenerator<readonly NumberedRow[], void> {
  const text = decoded(input, encoding, isEncodingNamed, watch);
  const isRejected = isRejectedTable(layout.headings);
  const held = footer ?? 0;
  let waiting: NumberedRow[] = [];
  const first = { row: layout.headerRow, line: layout.headerLine };
  let row = first.row - 1;
  let deals = 0;
  let empty = 0;
  for await (const piece of csvRows(text, layout.delimiter, first)) {
    for (const cells of piece) {
      row += 1;
      if (cells.length === 1 && cells[0] === '') empty += 1;
      if (row > maxRows + ROWS_OF_A_SHEET || empty > MOST_EMPTY_LINES) throw tooManyRows(input, maxRows);
      if (row <= layout.headerRow) continue;
      if (footer === undefined ? !isAround(cells) : !isBlank(cells)) {
        waiting.push({ row, cells: isRejected ? cells.map(unguarded) : cells });
      } else if (!isBlank(cells)) leaveOut(row);
    }
    if (waiting.length <= held) continue;
    const rows = waiting;
    waiting = rows.splice(rows.length - held);
    deals += rows.length;
    if (deals > maxRows) throw tooManyRows(input, maxRows);
    yield rows;
  }
  for (const left of waiting) leaveOut(left.row);
}

/** As many rows as a sheet of Excel has: it may export them all, though nearly all of their cells are empty. */
const ROWS_OF_A_SHEET = 1_048_576;
/** Lines with nothing at all, which cost as much as deals to read. */
const MOST_EMPTY_LINES = 50_000;

/** The samples of a file as rows of deals. */
export function sampleRows({ layout }: CrmFile): readonly CsvRow[] {
  return layout.samples.filter((cells) => !isAround(cells));
}

/** What is of another encoding shows when the file is read; here only where the table stands is looked for. */
function textOf(beginning: Uint8Array, encoding: Encoding, isWhole: boolean): string {
  if (encoding === 'windows-1252') return decoderOf(encoding)(beginning, !isWhole);
  return new TextDecoder(encoding).decode(beginning, { stream: !isWhole });
}

async function beginningOf({ bytes }: Input): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes()) {
    pieces.push(piece);
    length += piece.length;
    if (length > LOOKED_AT) break;
  }
  return Buffer.concat(pieces).subarray(0, LOOKED_AT);
}

const LOOKED_AT = 64 * 1024;

function isBlank(cells: CsvRow): boolean {
  return cells.every((cell) => cell.trim() === '');
}

function tooManyRows({ name }: Input, maxRows: number): UserError {
  return new UserError(
    `${name} holds more than ${maxRows === 1 ? '1 row' : `${maxRows.toLocaleString('en')} rows`}. Nothing was written.`,
    `Export fewer deals, or allow more with --max-rows ${maxRows * 5}`,
    EXIT.inputRefused,
  );
}
