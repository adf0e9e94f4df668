import { sayMoney } from '../core/money/money.ts';
import type {
  FigureColumn,
  FigureLevel,
  FigureRow,
  FigureTable,
  FigureValue,
  MoneySums,
} from '../core/report/report-table.ts';
import { isoDay } from '../core/days/day.ts';
import { sayShortDay } from '../core/days/say-day.ts';
import { sayNumber } from '../core/text/say-number.ts';
import { counted } from '../core/text/sentence.ts';
import { sayCounted, sayPercent } from '../core/statistics/say-share.ts';
import { UNBROKEN } from '../core/text/unbroken.ts';
import type { Share } from '../core/statistics/wilson.ts';

/** A figure in words, the same in every format that a person reads. */
export interface FigureWords {
  readonly columns: readonly ColumnWords[];
  readonly rows: readonly RowWords[];
}

/** What stands in place of a table without rows. */
export const NO_ROWS = 'Nothing to count here yet.';

/** A column as it is printed. */
export interface ColumnWords {
  readonly key: string;
  readonly title: string;
  /** Numbers are read by their last digit, words from their beginning. */
  readonly isNumber: boolean;
  /** Its cells are short lists, which want room. */
  readonly isWide: boolean;
}

/** A row as it is printed. */
export interface RowWords {
  /** The row itself. */
  readonly row: FigureRow;
  readonly label: string;
  /** Too few deals to be looked at like the others. */
  readonly isFaint: boolean;
  /** The lines of each cell: one for each currency. No lines are nothing to say. */
  readonly cells: readonly (readonly string[])[];
}

/**
 * Puts a figure into words. The counts of a share and the ends of an interval are said with what they belong to, and a column
 * or a row in which nothing is said at all is left out.
 */
export function figureWords({ columns: all, rows }: FigureTable): FigureWords {
  const saidElsewhere = new Set(all.flatMap(columnsSaidWith));
  const columns = all
    .filter(({ key }) => !saidElsewhere.has(key))
    .map((column) => ({ column, cells: rows.map((row) => cellLines(column, row, all)) }))
    .filter(({ cells }) => cells.some((lines) => lines.length > 0));
  return {
    columns: columns.map(({ column }) => columnWords(column)),
    rows: rows
      .map((row, index) =>
        rowWords(
          row,
          columns.map(({ cells }) => cells[index] ?? []),
        ),
      )
      .filter(({ cells }) => cells.some((lines) => lines.length > 0)),
  };
}

/** The figure with the rows alone that are put into words, for a picture of them. */
export function readRows(figure: FigureTable, { rows }: FigureWords): FigureTable {
  return { ...figure, rows: rows.map(({ row }) => row) };
}

function rowWords(row: FigureRow, cells: RowWords['cells']): RowWords {
  return { row, label: row.label, isFaint: row.evidence === 'too-few', cells };
}

function columnWords(column: FigureColumn): ColumnWords {
  const { key, title, kind } = column;
  return { key, title: unbroken(title), isNumber: isNumber(column), isWide: kind === 'levels' };
}

const NUMBERS: ReadonlySet<FigureColumn['kind']> = new Set(['count', 'ratio', 'probability', 'money', 'day', 'days']);

/** A share that is said with its counts is words, and so is a ratio with its word; a bare percentage is a number. */
function isNumber({ kind, share, word }: FigureColumn): boolean {
  return (NUMBERS.has(kind) && word === undefined) || (kind === 'share' && share === undefined);
}

function columnsSaidWith({ share, of, interval, word, saidOf, below = [] }: FigureColumn): readonly string[] {
  const ends = [share?.count, share?.total, share?.low, share?.high, interval?.low, interval?.high];
  return [...ends, of, word, saidOf, ...below].filter((key) => key !== undefined);
}

/** One cell in words, line by line, with what is said below it. */
function cellLines(column: FigureColumn, row: FigureRow, all: readonly FigureColumn[]): readonly string[] {
  const said = row.reads?.includes(column.key) === false ? [] : valueLines(column, row, all);
  const below = said.length === 0 ? [] : all.filter(({ key }) => column.below?.includes(key));
  const titled = below.flatMap((other) =>
    valueLines(other, row, all).map((words) =>
      other.kind === 'text' ? `${other.title}: ${words}` : `${other.title} ${words}`.replaceAll(' ', UNBROKEN),
    ),
  );
  return [...said, ...titled];
}

/** A value in words. What belongs together, such as an amount and its currency, is kept on one line. */
function valueLines(column: FigureColumn, row: FigureRow, all: readonly FigureColumn[]): readonly string[] {
  const value = row.values[column.key] ?? null;
  const share = column.share && shareOf(column.share, row);
  if (share) return [unbroken(sayCounted(share))];
  if (value === null || isOfNone(column, row)) return [];
  const lines = sayValue(column, value, row);
  const word = all.find(({ key }) => key === column.word);
  if (word) return [[...valueLines(word, row, all), ...lines].join(`,${UNBROKEN}`)];
  return column.kind === 'text' ? lines : lines.map(unbroken);
}

function shareOf({ count, total }: NonNullable<FigureColumn['share']>, { values }: FigureRow): Share | undefined {
  const [counted, of] = [values[count], values[total]];
  return typeof counted === 'number' && typeof of === 'number' ? { count: counted, total: of } : undefined;
}

function sayValue(column: FigureColumn, value: NonNullable<FigureValue>, row: FigureRow): readonly string[] {
  if (typeof value === 'boolean') return [value ? 'yes' : 'no'];
  if (typeof value === 'number') return [sayQuantity(column, value, row)];
  if (typeof value === 'string') return [`${sayText(column, value)}${sayDeals(column, row)}`];
  if ('sums' in value) return moneyLines(value);
  return isSpan(value) ? [`${rounded(value[0])} to ${days(value[1])}`] : value.map(sayLevel);
}

/** `0 of 0` says nothing. */
function isOfNone({ of }: FigureColumn, { values }: FigureRow): boolean {
  return of !== undefined && values[of] === 0;
}

function sayText({ kind, words }: FigureColumn, value: string): string {
  if (kind === 'day') return sayDayText(value);
  return (words && Object.hasOwn(words, value) ? words[value] : undefined) ?? value;
}

/** ` in 448 deals`, where it is told of how many. */
function sayDeals({ saidOf }: FigureColumn, { values }: FigureRow): string {
  const deals = saidOf === undefined ? null : values[saidOf];
  return typeof deals === 'number' && deals > 0 ? ` in ${counted(deals, 'deal')}` : '';
}

function isSpan(value: readonly unknown[]): value is readonly [number, number] {
  return value.every((end) => typeof end === 'number') && value.length === 2;
}

/** `done: 8 of 9 (57 % to 98 %)`. */
function sayLevel({ label, won, total }: FigureLevel): string {
  return `${label}: ${sayCounted({ count: won, total })}`;
}

function sayQuantity({ kind, of, interval }: FigureColumn, value: number, { values }: FigureRow): string {
  switch (kind) {
    case 'share':
      return sayPercent(value);
    case 'difference':
      return `${inPoints(value)}${interval ? sayInterval(values[interval.low], values[interval.high]) : ''}`;
    case 'ratio':
      return value.toFixed(2);
    case 'probability':
      return value < LEAST_SAID ? `under ${LEAST_SAID}` : value.toFixed(3);
    case 'days':
      return days(value);
    case 'count':
      return `${sayNumber(value)}${sayOf(of === undefined ? undefined : values[of])}`;
    case 'text':
    case 'money':
    case 'day':
    case 'quartiles':
    case 'levels':
    case 'yes-no':
      return sayNumber(value);
  }
}

const LEAST_SAID = 0.001;

function sayOf(total: FigureValue | undefined): string {
  return typeof total === 'number' ? `${UNBROKEN}of${UNBROKEN}${sayNumber(total)}` : '';
}

function sayInterval(low: FigureValue | undefined, high: FigureValue | undefined): string {
  return typeof low === 'number' && typeof high === 'number' ? ` (${points(low)} to ${points(high)})` : '';
}

function inPoints(difference: number): string {
  const said = points(difference);
  return `${said} ${said === '+1' || said === '-1' ? 'point' : 'points'}`;
}

/** A difference of two percentages is in points, and always has its sign. */
function points(difference: number): string {
  const rounded = Math.round(difference * 100);
  return rounded > 0 ? `+${rounded}` : String(rounded);
}

/** A line for each currency, as they are never added to one another, and one for the deals without an amount. */
function moneyLines({ sums, unknownAmounts }: MoneySums): readonly string[] {
  const known = sums.map((sum) => sayMoney(sum, 'short'));
  return unknownAmounts === 0 ? known : [...known, `${unknownAmounts} unknown`];
}

function days(span: number): string {
  return counted(rounded(span), 'day');
}

function rounded(span: number): number {
  return Math.round(span * 10) / 10;
}

function sayDayText(text: string): string {
  const day = isoDay(text);
  return day ? sayShortDay(day) : text;
}

/** No line ends between a number and what it counts, or inside an interval. */
function unbroken(text: string): string {
  if (!text.includes(' ')) return text;
  return text
    .replaceAll(/(?<=\d) (?=%|[A-Z]{3}$|days?$|points?)/g, UNBROKEN)
    .replaceAll(/\([^)]*\)/g, (interval) => interval.replaceAll(' ', UNBROKEN));
}
