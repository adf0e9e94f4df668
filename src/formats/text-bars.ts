import type { FigureTable, FigureValue } from '../core/report/report-table.ts';

/** A bar for each row of a figure, as long as its value is of the most there can be; empty where there is no value. */
export function textBars({ chart, columns, rows }: FigureTable, width: number, ascii: boolean): readonly string[] {
  if (chart?.kind !== 'bars') return [];
  const values = rows.map((row) => numberIn(row.values[chart.column]));
  const isShare = columns.find(({ key }) => key === chart.column)?.kind === 'share';
  const most = isShare ? 1 : Math.max(0, ...values.map((value) => value ?? 0));
  return values.map((value) => (value === undefined || most === 0 ? '' : bar((value / most) * width, ascii)));
}

/** The course of a column over rows that are periods, a character each; a dot where there is too little to say. */
export function textCourse({ chart, columns, rows }: FigureTable, ascii: boolean): string | undefined {
  if (chart?.kind !== 'course') return undefined;
  const values = rows.map((row) => numberIn(row.values[chart.column]));
  const isShare = columns.find(({ key }) => key === chart.column)?.kind === 'share';
  const most = isShare ? 1 : Math.max(0, ...values.map((value) => value ?? 0));
  const heights = ascii ? ASCII_HEIGHTS : HEIGHTS;
  const height = (value: number): string => heights[Math.round((value / (most || 1)) * (heights.length - 1))] ?? '';
  return values.map((value) => (value === undefined ? missingInCourse(ascii) : height(value))).join('');
}

/** What stands in a course for a period with too few deals. */
export function missingInCourse(ascii: boolean): string {
  return ascii ? '?' : '·';
}

/** Columns of a bar in full blocks and one of eighths. A value that is not zero is seen, however small. */
function bar(length: number, ascii: boolean): string {
  if (length <= 0) return '';
  if (ascii) return '#'.repeat(Math.max(1, Math.round(length)));
  const eighths = Math.max(1, Math.round(length * 8));
  return '█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '');
}

function numberIn(value: FigureValue | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
const HEIGHTS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
const ASCII_HEIGHTS = ['_', '.', '-', '=', '+', '*', '#'];
