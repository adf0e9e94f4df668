import { parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { cleanText } from '../core/text/clean-text.ts';
import type { FigureColumn, FigureRow, FigureTable } from '../core/report/report-table.ts';
import { sayPercent } from '../core/statistics/say-share.ts';
import { sayNumber } from '../core/text/say-number.ts';
import { cutText } from './cut-text.ts';
import { type Markup, markup, trusted } from './html-markup.ts';

/**
 * The chart of a figure as inline SVG, or undefined where it has none. Its colours are variables of the page's style, so it
 * follows light and dark; text is escaped by Vega.
 */
export async function reportChart(figure: FigureTable): Promise<Markup | undefined> {
  const column = figure.columns.find(({ key }) => key === figure.chart?.column);
  if (!figure.chart || !column || figure.rows.length === 0) return undefined;
  const points = rowsDrawn(figure).map((row) => pointOf(column, row));
  const spec = figure.chart.kind === 'bars' ? barsSpec(points, column) : courseSpec(points, column);
  const view = new View(parse(compile({ ...FRAME, ...spec }).spec), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  return inPage(svg, `${figure.title}. ${column.title} of each row; the table has the same numbers.`);
}

/** A picture of two hundred bars shows nothing; the table has them all. A course is drawn whole. */
export function rowsDrawn({ chart, rows }: FigureTable): FigureTable['rows'] {
  return chart?.kind === 'bars' ? rows.slice(0, MOST_BARS) : rows;
}

const MOST_BARS = 25;

/** One row as a chart sees it. */
interface Point {
  readonly label: string;
  /** What stands beside the label: a percentage only where it may be said. */
  readonly words: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

function pointOf(column: FigureColumn, row: FigureRow): Point {
  const value = numberAt(row, column.key);
  return {
    label: cutText(cleanText(row.label), LABEL_COLUMNS),
    words: wordsOf(column, row, value),
    value,
    low: numberAt(row, column.share?.low),
    high: numberAt(row, column.share?.high),
  };
}

/** What fits beside the value at the usual size of letters. */
const LABEL_COLUMNS = 42;

function numberAt({ values }: FigureRow, key: string | undefined): number | null {
  const value = key === undefined ? null : values[key];
  return typeof value === 'number' ? value : null;
}

function wordsOf({ kind, share }: FigureColumn, row: FigureRow, value: number | null): string {
  const [count, total] = [numberAt(row, share?.count), numberAt(row, share?.total)];
  if (row.evidence !== 'rate' && count !== null && total !== null) return `${count} of ${total}`;
  if (value === null) return '';
  return kind === 'share' ? sayPercent(value) : sayNumber(value);
}

type Spec = Pick<Extract<TopLevelSpec, { layer: unknown }>, 'autosize' | 'data' | 'height' | 'layer' | 'encoding'>;

const WIDTH = 400;
const PERCENT = "round(datum.value * 100) + ' %'";

/** No background, no frame and no fonts of its own: the page's style has them. */
const FRAME = {
  width: WIDTH,
  background: 'transparent',
  padding: { left: 1, right: 1, top: 1, bottom: 1 },
  config: {
    aria: false,
    // Where a period has too few deals the line stops, and the period keeps its place.
    mark: { invalid: 'break-paths-show-domains' },
    view: { stroke: null },
    axis: {
      domain: false,
      ticks: false,
      grid: false,
      title: null,
      labelColor: 'var(--quiet)',
      labelFontSize: 12,
      labelPadding: 6,
      gridColor: 'var(--line)',
    },
  },
} as const;

/** A line of words for each row, and the bar below it, with its interval across. */
function barsSpec(points: readonly Point[], column: FigureColumn): Spec {
  const isShare = column.kind === 'share';
  const most = isShare ? 1 : Math.max(1, ...points.map(({ value }) => value ?? 0));
  const x = { ...scaledTo(most), axis: null };
  const interval = { mark: { type: 'rule', strokeWidth: 1.5, color: 'var(--interval)', yOffset: BAR_AT } } as const;
  return {
    // Without a screen Vega guesses how wide words are, and would leave room for the guess.
    autosize: 'none',
    data: { values: points.map((point, row) => ({ ...point, row })) },
    height: { step: 40 },
    encoding: { y: { field: 'row', type: 'ordinal', axis: null } },
    layer: [
      { mark: { ...BAR, color: 'var(--track)' }, encoding: { x: { ...x, datum: most }, x2: { datum: 0 } } },
      { mark: { ...BAR, color: 'var(--bar)' }, encoding: { x: { ...x, field: 'value' } } },
      { ...interval, encoding: { x: { ...x, field: 'low' }, x2: { field: 'high' } } },
      { mark: { ...WORDS, align: 'left' }, encoding: { x: { value: 0 }, text: { field: 'label' } } },
      { mark: { ...WORDS, align: 'right' }, encoding: { x: { value: WIDTH }, text: { field: 'words' } } },
    ],
  };
}

const BAR_AT = 10;
const BAR = { type: 'bar', height: 8, yOffset: BAR_AT } as const;
const WORDS = { type: 'text', baseline: 'bottom', fontSize: 14, color: 'var(--ink)', dy: 2, limit: 0 } as const;

/** A point for each period that has enough deals, with its interval, joined where periods follow one another. */
function courseSpec(points: readonly Point[], column: FigureColumn): Spec {
  const isShare = column.kind === 'share';
  const most = isShare ? 1 : Math.max(1, ...points.map(({ value }) => value ?? 0));
  const y = scaledTo(most);
  const below = { labelAngle: 0, labelOverlap: 'greedy' } as const;
  // Its own order, and a place for each period, whether there is something to show or not.
  const scale = { domain: points.map(({ label }) => label) };
  const axis = { grid: true, tickCount: 3, ...(isShare && { labelExpr: PERCENT, values: [0, 0.5, 1] }) };
  return {
    autosize: { type: 'fit-x', contains: 'padding' },
    data: { values: [...points] },
    height: 160,
    encoding: { x: { field: 'label', type: 'ordinal', scale, axis: below } },
    layer: [
      {
        mark: { type: 'rule', strokeWidth: 1.25, color: 'var(--quiet)' },
        encoding: { y: { ...y, field: 'low', axis }, y2: { field: 'high' } },
      },
      { mark: { type: 'line', strokeWidth: 1.5, color: 'var(--bar)' }, encoding: { y: { ...y, field: 'value' } } },
      {
        mark: { type: 'point', filled: true, opacity: 1, size: 50, color: 'var(--bar)' },
        encoding: { y: { ...y, field: 'value' } },
      },
    ],
  };
}

function scaledTo(most: number): Scaled {
  return { type: 'quantitative', scale: { domain: [0, most], nice: false } };
}

interface Scaled {
  readonly type: 'quantitative';
  readonly scale: { domain: number[]; nice: false };
}

/** The drawing as one picture with a description, in place of the roles that Vega gives to its parts. */
function inPage(svg: string, description: string): Markup {
  const [, box = '', drawing = ''] = /^<svg [^>]*viewBox="([^"]*)"[^>]*>(.*)<\/svg>$/s.exec(svg) ?? [];
  const parts = trusted(drawing.replaceAll(ROLES, ''));
  return markup`<svg class="chart" viewBox="${box}" role="img" aria-label="${description}">${parts}</svg>`;
}

/** Attributes inside a tag; in text there is no bare `>` that could follow. */
const ROLES = / (?:role|aria-[a-z]+)="[^"]*"(?=[^<>]*>)/g;
