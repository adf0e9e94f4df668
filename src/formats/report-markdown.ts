import type { FigureTable, NotKnown, Report } from '../core/report/report-table.ts';
import { sayCoverage } from '../core/report/say-coverage.ts';
import { figureWords, NO_ROWS } from './figure-words.ts';
import { markdownText } from './markdown-text.ts';

/** A report as Markdown with tables, as GitHub and most wikis show it. The words are those of the terminal. */
export function reportMarkdown(report: Report): string {
  const parts = [
    '# Won and lost, and what made the difference',
    markdownText(report.headline),
    `*${markdownText(sayCoverage(report))}*`,
    ...report.figures.flatMap(figureParts),
    ...(report.notKnown ? notKnownParts(report.notKnown) : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

function figureParts(figure: FigureTable): readonly string[] {
  const notes = figure.notes.map((note) => `- ${markdownText(note)}`).join('\n');
  const opening = figure.opens === undefined ? [] : [`# ${markdownText(figure.opens)}`];
  return [...opening, `## ${markdownText(figure.title)}`, ...table(figure), ...(notes === '' ? [] : [notes])];
}

function notKnownParts({ title, says }: NotKnown): readonly string[] {
  return [`## ${markdownText(title)}`, ...says.map(markdownText)];
}

function table(figure: FigureTable): readonly string[] {
  const { columns, rows } = figureWords(figure);
  if (rows.length === 0) return figure.notes.length === 0 ? [NO_ROWS] : [];
  const lines = [
    tableRow(['', ...columns.map(({ title }) => markdownText(title))]),
    tableRow(['---', ...columns.map(({ isNumber }) => (isNumber ? '---:' : '---'))]),
    ...rows.map(({ label, cells }) => tableRow([markdownText(label), ...cells.map(cell)])),
  ];
  return [lines.join('\n')];
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function cell(lines: readonly string[]): string {
  return lines.length === 0 ? '–' : lines.map(markdownText).join('<br>');
}
