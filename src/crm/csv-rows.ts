import type { Writable } from 'node:stream';
import { CsvError, type Options, parse, type Parser } from 'csv-parse';
import { parse as parseWhole } from 'csv-parse/sync';
import { causedBy, EXIT, UserError } from '../core/user-error.ts';

/** The cells of one row. */
export type CsvRow = readonly string[];

/** How much one file may hold; what is above is refused with the row it stands in. */
export const CELL_LIMIT = 64 * 1024;
export const COLUMN_LIMIT = 500;
const ROW_LIMIT = 1024 * 1024;

/** Where a row stands: a row may take several lines. Both are counted from 1. */
export interface RowPlace {
  readonly row: number;
  readonly line: number;
}

/**
 * Text as rows, as many at a time as a piece of it holds: waiting for each row by itself would cost more than reading it.
 * Blank lines are rows too, so that each keeps the number it has in a spreadsheet. It begins with the row of headings, as the
 * parser makes an error, and drops it, for each row that is not as long as the first one. Throws `UserError` 4 for a row
 * without an end.
 */
export async function* csvRows(
  text: AsyncIterable<string>,
  delimiter: string,
  first: RowPlace = { row: 1, line: 1 },
): AsyncGenerator<readonly CsvRow[], void> {
  const parser = parse({ ...optionsFor(delimiter), from_line: first.line });
  // Whoever writes is told as well.
  parser.on('error', () => {});
  try {
    for await (const piece of text) {
      const written = writing(parser, piece);
      // A piece counts as written only once its rows are taken.
      const rows = rowsReady(parser);
      await written;
      yield rows;
    }
    parser.end();
    const rest: CsvRow[] = [];
    for await (const row of parser as AsyncIterable<CsvRow>) rest.push(row);
    yield rest;
  } catch (error) {
    throw inWords(error, first.row);
  }
}

function writing(parser: Writable, piece: string): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.write(piece, (error) => (error ? reject(error) : resolve()));
  });
}

function rowsReady(parser: Parser): CsvRow[] {
  const rows: CsvRow[] = [];
  for (let row = parser.read() as CsvRow | null; row !== null; row = parser.read() as CsvRow | null) rows.push(row);
  return rows;
}

/** A row, and the line in which it begins. */
export interface FirstRow {
  readonly cells: CsvRow;
  readonly line: number;
}

/** The first rows of a text that may have been cut anywhere; what is cut off is left out. */
export function firstRows(text: string, delimiter: string, isWhole: boolean): readonly FirstRow[] {
  const rows: FirstRow[] = [];
  let line = 1;
  try {
    // Collected as they come, because a quote that is cut off fails at the end.
    parseWhole(text, {
      ...optionsFor(delimiter),
      on_record: (cells: string[], { lines }) => {
        rows.push({ cells, line });
        line = lines + 1;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return rows;
  }
  return isWhole ? rows : rows.slice(0, -1);
}

function optionsFor(delimiter: string): Options {
  return {
    delimiter,
    // All three at once: files are pieced together from several systems.
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: ROW_LIMIT,
  };
}

function inWords(error: unknown, firstRow: number): unknown {
  if (!(error instanceof CsvError)) return error;
  const row = Number(error['records']) + firstRow;
  const where = Number.isInteger(row) ? `Row ${row}` : 'A row';
  const fault = new UserError(
    error.code === 'CSV_MAX_RECORD_SIZE'
      ? `${where} is longer than a megabyte. A quote may be opened there and never closed.`
      : `${where} begins a quote that is never closed, so the rest of the file cannot be told apart.`,
    'Look at that row in a text editor, or export the file again.',
    EXIT.inputRefused,
  );
  return causedBy(fault, error);
}
