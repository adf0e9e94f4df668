import { stringify } from 'csv-stringify/sync';
import { guarded } from '../core/text/guarded-text.ts';
import type { Row, Table } from '../core/table.ts';

/** How a spreadsheet program wants its files. */
export interface CsvStyle {
  /** As Excel opens it by a double click where decimals are written so: with a mark of its encoding, and its own separator. */
  readonly excel?: { readonly decimal: string } | undefined;
}

/** A table as CSV (RFC 4180), row by row. Numbers are plain numbers, and no text begins a formula. */
export function* dealsCsv(
  { columns, rows }: Pick<Table, 'columns' | 'rows'>,
  { excel }: CsvStyle = {},
): Generator<string, void> {
  const hasComma = excel?.decimal === ',';
  const print = (some: readonly Row[]): string =>
    stringify(some as Row[], {
      delimiter: hasComma ? ';' : ',',
      record_delimiter: excel ? 'windows' : 'unix',
      cast: {
        string: (text) => guarded(text),
        number: (value) => (hasComma ? String(value).replace('.', ',') : String(value)),
      },
    });
  if (excel) yield '\ufeff';
  yield print([columns.map(({ key }) => key)]);
  let some: Row[] = [];
  for (const row of rows) {
    some.push(row);
    if (some.length < AT_A_TIME) continue;
    yield print(some);
    some = [];
  }
  yield print(some);
}

const AT_A_TIME = 200;

/** How decimals are written on this machine, which is also how its Excel reads them. */
export function localDecimal(): string {
  return new Intl.NumberFormat().formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? '.';
}
