import { indented, type Line, type Span } from '../core/page.ts';
import { filled, widest, widestWord, wrapped } from './cell-text.ts';
import type { FigureWords, RowWords } from './figure-words.ts';

/** Bars of a width for the rows of a figure; none where it has no chart. */
export type BarsOf = (width: number) => readonly string[];

/**
 * A figure as a table with aligned columns, its bars behind the labels, in no more than `width` columns: long words take
 * several lines, then the bars go. Undefined where even that is too wide to be read.
 */
export function alignedTable(figure: FigureWords, barsOf: BarsOf, width: number): readonly Line[] | undefined {
  const room = width - INDENT;
  const columns = columnsOf(figure);
  const hasBars = barsOf(LEAST_BAR).some((bar) => bar !== '');
  const withBars = hasBars ? fitted(columns, room - LEAST_BAR - GAP.length) : undefined;
  const widths = withBars ?? fitted(columns, room);
  if (!widths) return undefined;
  const left = room - totalOf(widths) - GAP.length;
  return drawn(figure, columns, widths, withBars ? barsOf(Math.min(left, MOST_BAR)) : []);
}

interface GridColumn {
  readonly title: string;
  readonly isNumber: boolean;
  /** The lines of each row, before they are wrapped. */
  readonly cells: readonly (readonly string[])[];
  readonly isLabel: boolean;
  /** Its cells are lists. */
  readonly isWide: boolean;
}

const INDENT = 2;
const GAP = '  ';
const LEAST_BAR = 8;
const MOST_BAR = 24;
/** The narrowest that labels and other words can be read in. */
const LEAST_LABEL = 16;
const LEAST_WORDS = 10;
/** As narrow as words beside a list become, before the list does: each of its lines is one thing to read. */
const WORDS_BESIDE_LIST = 14;
/** A word may be as long as anybody types; a longer one than this is broken. */
const LONGEST_WORD = 24;

function columnsOf({ columns, rows }: FigureWords): readonly GridColumn[] {
  return [
    { title: '', isNumber: false, isLabel: true, isWide: false, cells: rows.map(({ label }) => [label]) },
    ...columns.map(({ title, isNumber, isWide }, index) => ({
      title,
      isNumber,
      isLabel: false,
      isWide,
      cells: rows.map(({ cells }) => orNothing(cells[index] ?? [])),
    })),
  ];
}

function orNothing(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [NOTHING] : lines;
}

/** In a table an empty place would look like something forgotten. */
const NOTHING = '–';

/**
 * The width of each column so that all fit: what a title takes more than its cells goes first, then words beside a list wrap,
 * then the widest cells.
 */
function fitted(columns: readonly GridColumn[], room: number): readonly number[] | undefined {
  const widths = columns.map(({ title, cells }) => widest([title, ...cells.flat()]));
  if (totalOf(widths) <= room) return widths;
  const unwrapped = columns.map(({ title, cells }) => Math.max(widest(cells.flat()), widestWord([title])));
  const least = columns.map(leastWidth);
  const besideList = least.map((width, at) => (columns[at]?.isWide ? Infinity : Math.max(width, WORDS_BESIDE_LIST)));
  const hasList = columns.some(({ isWide }) => isWide);
  while (totalOf(widths) > room) {
    const index =
      largest(widths.map((width, at) => width - (unwrapped[at] ?? 0))) ??
      (hasList ? largest(spare(widths, besideList)) : undefined) ??
      largest(spare(widths, least));
    if (index === undefined) return undefined;
    widths[index] = (widths[index] ?? 0) - 1;
  }
  return widths;
}

/** The widths of the columns that may still give way. */
function spare(widths: readonly number[], least: readonly number[]): readonly number[] {
  return widths.map((width, index) => (width > (least[index] ?? 0) ? width : 0));
}

/** Where the largest of these is, if any is more than nothing. */
function largest(values: readonly number[]): number | undefined {
  const most = Math.max(...values);
  return most > 0 ? values.indexOf(most) : undefined;
}

function leastWidth({ title, isNumber, isLabel, cells }: GridColumn): number {
  const texts = cells.flat();
  const word = Math.min(LONGEST_WORD, widestWord([title, ...texts]));
  if (isNumber) return word;
  return Math.max(word, Math.min(isLabel ? LEAST_LABEL : LEAST_WORDS, widest(texts)));
}

function totalOf(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0) + GAP.length * (widths.length - 1);
}

function drawn(
  { rows }: FigureWords,
  columns: readonly GridColumn[],
  widths: readonly number[],
  bars: readonly string[],
): readonly Line[] {
  const placed = (linesOf: (column: GridColumn) => readonly string[], bar: string): readonly Placed[] => {
    const cells = columns.map((column, at) => inColumn(column, linesOf(column), widths[at] ?? 0));
    const behindLabel = { lines: [bar], width: widest(bars), side: 'after', as: 'bar' } as const;
    return bars.length === 0 ? cells : cells.toSpliced(1, 0, behindLabel);
  };
  return [
    ...joined(bottomAligned(placed(({ title }) => [title], '')), 'quiet'),
    ...rows.flatMap((row, at) =>
      joined(
        placed(({ cells }) => cells[at] ?? [], bars[at] ?? ''),
        meaningOf(row),
      ),
    ),
  ];
}

function inColumn({ isNumber }: GridColumn, lines: readonly string[], width: number): Placed {
  return { lines: lines.flatMap((line) => wrapped(line, width)), width, side: isNumber ? 'before' : 'after' };
}

/** What stands in one column of a row: its lines, and how they fill the column. */
interface Placed {
  readonly lines: readonly string[];
  readonly width: number;
  readonly side: 'before' | 'after';
  readonly as?: Span['as'];
}

function bottomAligned(cells: readonly Placed[]): readonly Placed[] {
  const height = Math.max(...cells.map(({ lines }) => lines.length));
  return cells.map((cell) => ({
    ...cell,
    lines: [...Array.from({ length: height - cell.lines.length }, () => ''), ...cell.lines],
  }));
}

/** The lines of a row, as many as its highest cell has. */
function joined(cells: readonly Placed[], meaning: Span['as']): readonly Line[] {
  const height = Math.max(...cells.map(({ lines }) => lines.length));
  return Array.from({ length: height }, (_, index) => {
    const spans = cells.flatMap((cell, place) => spanned(cell, index, place === cells.length - 1, cell.as ?? meaning));
    return { ...indented(INDENT, ...spans), isWhole: true };
  });
}

function spanned({ lines, width, side }: Placed, index: number, isLast: boolean, as: Span['as']): readonly Span[] {
  const text = lines[index] ?? '';
  const shown = filled(text, isLast && side === 'after' ? 0 : width, side);
  const span = as === undefined ? { text: shown } : { text: shown, as };
  return isLast ? [span] : [span, { text: GAP }];
}

function meaningOf({ isFaint }: RowWords): Span['as'] {
  return isFaint ? 'quiet' : undefined;
}
