import { BLANK, heading, indented, line, type Line, type Page, quiet } from '../core/page.ts';
import type { FigureTable, NotKnown, Report } from '../core/report/report-table.ts';
import { sayCoverage } from '../core/report/say-coverage.ts';
import { alignedTable } from './aligned-table.ts';
import { cellText } from './cell-text.ts';
import { type FigureWords, figureWords, NO_ROWS, readRows } from './figure-words.ts';
import { rowBlocks } from './row-blocks.ts';
import { missingInCourse, textBars, textCourse } from './text-bars.ts';
import { spokenFigure } from './spoken-rows.ts';
import { textPage } from './text-page.ts';
import { readyFor } from './text-width.ts';

/** How a report is to look where it is read. */
export interface ReportLook {
  /** In columns; infinity where nothing is to be wrapped. */
  readonly width: number;
  readonly ascii: boolean;
  /** For somebody who hears it: sentences in place of columns and bars. */
  readonly isSpoken?: boolean;
}

/** A report for a terminal or a pipe: what it rests on, then each figure as a table, or in blocks where it is too wide. */
export async function reportPage(report: Report, look: ReportLook): Promise<Page> {
  await readyFor(JSON.stringify(report.figures), look.width);
  return [
    line({ text: report.headline, as: 'strong' }),
    line(quiet(sayCoverage(report))),
    ...report.figures.flatMap((figure) => [BLANK, ...figureLines(figure, look)]),
    ...(report.notKnown ? [BLANK, ...notKnownLines(report.notKnown)] : []),
  ];
}

/** A report as plain text that is neither cut nor wrapped, for a file. */
export async function reportText(report: Report): Promise<string> {
  const look = { width: Number.POSITIVE_INFINITY, ascii: false };
  return textPage(await reportPage(report, look), { ...look, paint: (text) => text });
}

function figureLines(figure: FigureTable, look: ReportLook): readonly Line[] {
  return [
    ...(figure.opens === undefined ? [] : [line({ text: figure.opens, as: 'strong' }), BLANK]),
    line(heading(figure.title)),
    ...tableLines(figure, look),
    ...courseLines(figure, look),
    ...figure.notes.map((note) => indented(2, quiet(note))),
  ];
}

function notKnownLines({ title, says }: NotKnown): readonly Line[] {
  return [line(heading(title)), ...says.map((sentence) => indented(2, sentence))];
}

function tableLines(figure: FigureTable, { width, ascii, isSpoken = false }: ReportLook): readonly Line[] {
  const words = shownWords(figureWords(figure), ascii);
  if (words.rows.length === 0) return figure.notes.length === 0 ? [indented(2, NO_ROWS)] : [];
  if (isSpoken) return spokenFigure(words);
  const read = readRows(figure, words);
  const barsOf = (columns: number): readonly string[] => textBars(read, columns, ascii);
  const table = words.rows.length === 1 ? undefined : alignedTable(words, barsOf, width);
  return table ?? rowBlocks(words, barsOf, width);
}

/** The words as this terminal shows them, so that what is measured is what is seen. */
function shownWords({ columns, rows }: FigureWords, ascii: boolean): FigureWords {
  return {
    columns: columns.map((column) => ({ ...column, title: cellText(column.title, ascii) })),
    rows: rows.map(({ row, label, cells, isFaint }) => ({
      row,
      label: cellText(label, ascii),
      isFaint,
      cells: cells.map((lines) => lines.map((text) => cellText(text, ascii))),
    })),
  };
}

function courseLines(figure: FigureTable, { ascii, isSpoken = false }: ReportLook): readonly Line[] {
  const course = isSpoken ? undefined : textCourse(figure, ascii);
  const [first, last] = [figure.rows.at(0), figure.rows.at(-1)];
  if (course === undefined || first === undefined || last === undefined || first === last) return [];
  const missing = missingInCourse(ascii);
  if (course.replaceAll(missing, '') === '') return [];
  const legend = course.includes(missing) ? `; ${missing} is too few to say` : '';
  const title = figure.columns.find(({ key }) => key === figure.chart?.column)?.title ?? '';
  return [indented(2, `${title}  `, { text: course, as: 'bar' }, quiet(`  ${first.label} to ${last.label}${legend}`))];
}
