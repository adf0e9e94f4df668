import type { CrmBook } from '../core/exchange/crm-book.ts';
import { EXIT, UserError } from '../core/user-error.ts';
import { COLUMN_LIMIT, type CsvRow, firstRows } from './csv-rows.ts';
import { headingKey } from './plain-key.ts';

/** Where the table stands in a file. */
export interface Layout {
  readonly delimiter: string;
  /** The number of the row with the headings, from 1. */
  readonly headerRow: number;
  /** The line in which it begins: what stands above may take several. */
  readonly headerLine: number;
  readonly headings: readonly string[];
  /** Rows below it, to look at. */
  readonly samples: readonly CsvRow[];
}

/** What the person says of it, instead of what is detected. */
export interface LayoutWishes {
  readonly delimiter?: string | undefined;
  readonly headerRow?: number | undefined;
}

/** Finds the table in the beginning of a file. Throws `UserError` 4 where there is none that can be read. */
export function detectLayout(text: string, isWhole: boolean, book: CrmBook, wishes: LayoutWishes): Layout {
  refuseOthers(text);
  const known = knownHeadings(book);
  const delimiters = wishes.delimiter === undefined ? namedByFile(text) : [wishes.delimiter];
  const layouts = delimiters.flatMap((delimiter) => {
    const first = firstRows(text, delimiter, isWhole);
    const rows = first.map(({ cells }) => cells);
    const found = headerIn(rows, known, wishes.headerRow);
    return found ? [{ ...found, delimiter, rows, headerLine: first[found.index]?.line ?? 1 }] : [];
  });
  const [best] = layouts.toSorted((one, other) => other.known - one.known || other.width - one.width);
  if (!best) throw noTable(text, wishes);
  const { delimiter, index, rows, headerLine } = best;
  const headings = (rows[index] ?? []).map((heading) => heading.trim());
  refuseHeadings(headings);
  return { delimiter, headerRow: index + 1, headerLine, headings, samples: rows.slice(index + 1) };
}

/** A delimiter by its name or itself. Throws `UserError` for anything longer than one character. */
export function readDelimiter(text: string): string {
  const delimiter = DELIMITER_NAMES.get(text.toLowerCase()) ?? text;
  if (delimiter.length === 1 && !/["\r\n\p{L}\p{N}]/u.test(delimiter)) return delimiter;
  throw new UserError(`--delimiter ${text} cannot separate columns.`, 'Use comma, semicolon, tab or pipe.');
}

const DELIMITER_NAMES: ReadonlyMap<string, string> = new Map([
  ['comma', ','],
  ['semicolon', ';'],
  ['tab', '\t'],
  ['pipe', '|'],
]);

/** Spreadsheets may say it in the first line. */
function namedByFile(text: string): readonly string[] {
  const [, named] = /^"?sep=([^\r\n])"?\r?\n/i.exec(text) ?? [];
  return named === undefined ? [...DELIMITER_NAMES.values()] : [named];
}

interface Header {
  readonly index: number;
  /** How many of its cells are headings that some profile knows. */
  readonly known: number;
  readonly width: number;
}

/** The row of headings: the one with most that are known, or the first one that can be headings. */
function headerIn(rows: readonly CsvRow[], known: ReadonlySet<string>, wished: number | undefined): Header | undefined {
  const headers = rows.slice(0, wished ?? ROWS_LOOKED_AT).map((row, index) => ({
    index,
    known: new Set(row.map(headingKey).filter((key) => known.has(key))).size,
    width: row.length,
  }));
  if (wished !== undefined) return headers[wished - 1];
  const most = Math.max(0, ...headers.map((header) => header.known));
  if (most >= LEAST_KNOWN) return headers.find((header) => header.known === most);
  return headers.find(({ index, width }) => width >= LEAST_KNOWN && mayBeHeadings(rows[index] ?? []));
}

const ROWS_LOOKED_AT = 30;
const LEAST_KNOWN = 2;

/** Words, all different: a row with a number or a day in it is a row of values. */
function mayBeHeadings(row: CsvRow): boolean {
  const cells = row.map((cell) => cell.trim());
  return cells.every((cell) => /^\p{L}/u.test(cell)) && new Set(cells).size === cells.length;
}

function knownHeadings({ profiles }: CrmBook): ReadonlySet<string> {
  const headings = profiles.flatMap(({ columns, signatures }) => [
    ...Object.values(columns).flat(),
    ...signatures.flat(),
  ]);
  return new Set(headings.map(headingKey));
}

function refuseHeadings(headings: readonly string[]): void {
  if (headings.length > COLUMN_LIMIT) throw tooManyColumns(headings.length);
  const reserved = headings.find((heading) => RESERVED.has(heading));
  if (reserved === undefined) return;
  throw new UserError(
    `A column is called ${reserved}, which a table of deals has no use for and a program may stumble over.`,
    'Rename it or take it out.',
    EXIT.inputRefused,
  );
}

const RESERVED: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

function tooManyColumns(count: number): UserError {
  return new UserError(
    `The file has ${count} columns; ${COLUMN_LIMIT} are the most that are read.`,
    'Export the columns that matter.',
    EXIT.inputRefused,
  );
}

/** Other kinds of file. Our own export is one JSON object a line. */
function refuseOthers(text: string): void {
  const other = OTHERS.find(([isThis]) => isThis(text));
  if (other) throw new UserError(`This is ${other[1]}.`, other[2], EXIT.inputRefused);
}

const OTHERS: readonly (readonly [isThis: (text: string) => boolean, what: string, hint: string])[] = [
  [
    (text) => text.startsWith('PK\u0003\u0004'),
    'an Excel workbook or another zipped file, which is not read',
    'Save it as CSV and import that.',
  ],
  [(text) => /^\s*[[{]/.test(text), 'JSON, and not a table', 'Export the deals as CSV and import that.'],
  [
    (text) => /^\s*<(?:!doctype|html|\?xml|table)/i.test(text),
    'a web page or XML, and not a table',
    'Export the deals as CSV and import that.',
  ],
  [
    (text) => text.includes('\0'),
    'not a text file',
    'Export the deals as CSV, or name how it is written with --encoding.',
  ],
];

function noTable(text: string, { headerRow }: LayoutWishes): UserError {
  if (text.trim() === '') return new UserError('The file is empty.', 'Export it again.', EXIT.inputRefused);
  return new UserError(
    headerRow === undefined
      ? 'There is no row of headings, so what the columns mean cannot be told.'
      : `There is no row ${headerRow} near the beginning of the file.`,
    'Export it with headings, or say which row they are in: --header-row 3',
    EXIT.inputRefused,
  );
}
