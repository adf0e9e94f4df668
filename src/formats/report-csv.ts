import { stringify } from 'csv-stringify/sync';
import { cleanText } from '../core/text/clean-text.ts';
import { toMajor } from '../core/money/money.ts';
import type { FigureTable, FigureValue, Report } from '../core/report/report-table.ts';

/**
 * A report for spreadsheets and programs, with plain numbers: of one figure its table, and of several one long table with a
 * line for each value, which a spreadsheet can filter and turn as a whole. Text that begins like a formula is no formula.
 */
export function reportCsv({ figures }: Report): string {
  const [only, ...others] = figures;
  const records = only && others.length === 0 ? tableOf(only) : longTableOf(figures);
  // Numbers stay numbers, whatever their sign: only text is kept from being a formula.
  return stringify(records, { escape_formulas: true, cast: { boolean: String } });
}

type Cell = string | number | boolean | null;
type Records = Cell[][];

/** One figure, a line for each row. What has several parts, such as money in two currencies, has a column for each. */
function tableOf({ columns, rows }: FigureTable): Records {
  const flat = rows.map(({ values }) => new Map(columns.flatMap(({ key }) => partsOf(key, values[key] ?? null))));
  const names = [...new Set(columns.flatMap(({ key }) => namesOf(key, flat)))];
  return [
    ['key', 'label', ...names.map(clean), 'evidence'],
    ...rows.map(({ key, label, evidence }, index) => [
      clean(key),
      clean(label),
      ...names.map((name) => flat[index]?.get(name) ?? null),
      evidence,
    ]),
  ];
}

/** The columns that a column came to, or the column itself where no row has a value. */
function namesOf(key: string, flat: readonly ReadonlyMap<string, Cell>[]): readonly string[] {
  const names = flat.flatMap((values) =>
    [...values.keys()].filter((name) => name === key || name.startsWith(`${key}.`)),
  );
  const parts = names.filter((name) => name !== key);
  return parts.length > 0 ? parts : [key];
}

function longTableOf(figures: readonly FigureTable[]): Records {
  const lines = figures.flatMap(({ id, columns, rows }) =>
    rows.flatMap(({ key, label, evidence, values }) =>
      columns
        .flatMap((column) => partsOf(column.key, values[column.key] ?? null))
        .filter(([, value]) => value !== null)
        .map(([name, value]) => [id, clean(key), clean(label), clean(name), value, evidence]),
    ),
  );
  return [['figure', 'key', 'label', 'column', 'value', 'evidence'], ...lines];
}

/** A value as the cells it takes, by name: `value.EUR` and `value.USD` of money, `quartiles.lower` and `quartiles.upper`. */
function partsOf(key: string, value: FigureValue): readonly (readonly [name: string, value: Cell])[] {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return [[key, value]];
  if (typeof value === 'string') return [[key, clean(value)]];
  if ('sums' in value) {
    const sums = value.sums.map((sum) => [`${key}.${sum.currency}`, toMajor(sum)] as const);
    return [...sums, [`${key}.unknownAmounts`, value.unknownAmounts]];
  }
  return value.flatMap((part, index): readonly (readonly [string, Cell])[] =>
    typeof part === 'number'
      ? [[`${key}.${index === 0 ? 'lower' : 'upper'}`, part]]
      : [
          [`${key}.${part.key}.won`, part.won],
          [`${key}.${part.key}.total`, part.total],
        ],
  );
}

/** A CSV may be printed to a terminal too. */
function clean(text: string): string {
  return cleanText(text);
}
