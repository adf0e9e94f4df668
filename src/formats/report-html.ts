import { createHash } from 'node:crypto';
import type { FigureTable, NotKnown, Report } from '../core/report/report-table.ts';
import { sayDay } from '../core/days/say-day.ts';
import { sayCoverage } from '../core/report/say-coverage.ts';
import { type ColumnWords, type FigureWords, figureWords, NO_ROWS, readRows, type RowWords } from './figure-words.ts';
import { keptTogether } from './kept-together.ts';
import { type Markup, markup, trusted } from './html-markup.ts';
import { REPORT_STYLE } from './report-style.ts';
import { readyFor } from './text-width.ts';

/**
 * A report as one page that a manager opens or prints: nothing in it runs and nothing is loaded from anywhere, and its
 * content policy holds a browser to that. The words are those of the terminal.
 */
export async function reportHtml(report: Report): Promise<string> {
  const figures = [];
  for (const [index, figure] of report.figures.entries()) figures.push(await section(figure, `figure-${index + 1}`));
  return `<!doctype html>\n${page(report, figures).html}\n`;
}

function page(report: Report, figures: readonly Markup[]): Markup {
  return markup`<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${TITLE}</title>
<style>${trusted(REPORT_STYLE)}</style>
</head>
<body>
<main>
<header>
<h1>${TITLE}</h1>
<p class="period">${sayCoverage(report)}</p>
<p class="lead">${keptTogether(report.headline)}</p>
</header>
${figures}${report.notKnown ? notKnown(report.notKnown) : []}</main>
<footer>Made by lossdebrief on ${sayDay(report.today)}. This page is complete: it loads nothing and sends nothing.</footer>
</body>
</html>`;
}

const TITLE = 'Won and lost, and what made the difference';

/** The one style is known by its hash. There is no script, no picture, no font and no form, so none of them may come. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(REPORT_STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

async function section(figure: FigureTable, id: string): Promise<Markup> {
  const words = figureWords(figure);
  const opening = figure.opens === undefined ? [] : markup`<p class="part">${figure.opens}</p>\n`;
  return markup`${opening}<section aria-labelledby="${id}">
<h2 id="${id}">${figure.title}</h2>
${(await chartOf(readRows(figure, words))) ?? []}
${tableOf(words, figure)}
${figure.notes.map((note) => markup`<p class="note">${keptTogether(note)}</p>\n`)}</section>
`;
}

function notKnown({ title, says }: NotKnown): Markup {
  return markup`<section aria-labelledby="not-known">
<h2 id="not-known">${title}</h2>
${says.map((sentence) => markup`<p>${keptTogether(sentence)}</p>\n`)}</section>
`;
}

async function chartOf(figure: FigureTable): Promise<Markup | undefined> {
  if (!figure.chart) return undefined;
  const { reportChart, rowsDrawn } = await import('./report-chart.ts');
  await readyFor(JSON.stringify(figure.rows.map(({ label }) => label)), Number.POSITIVE_INFINITY);
  const chart = await reportChart(figure);
  const drawn = rowsDrawn(figure).length;
  if (!chart || drawn === figure.rows.length) return chart;
  return markup`${chart}<p class="note">The picture shows the first ${drawn} of ${figure.rows.length}.</p>`;
}

function tableOf(words: FigureWords, { title, notes }: FigureTable): Markup {
  if (words.rows.length === 0) return notes.length === 0 ? markup`<p>${NO_ROWS}</p>` : markup``;
  return words.rows.length === 1 ? singleRow(words, title) : table(words, title);
}

/** The roles say again what the elements are, because a narrow screen shows the rows as blocks, and browsers then forget. */
function table({ columns, rows }: FigureWords, title: string): Markup {
  const titles = columns.map(
    (column) => markup`<th role="columnheader" scope="col"${columnClass(column)}>${column.title}</th>`,
  );
  return markup`<table class="rows" role="table">
<caption>${title}</caption>
<thead role="rowgroup"><tr role="row"><td role="cell"></td>${titles}</tr></thead>
<tbody role="rowgroup">
${rows.map((row) => tableRow(row, columns))}</tbody>
</table>`;
}

function columnClass({ isNumber, isWide }: ColumnWords): Markup {
  if (isNumber) return markup` class="number"`;
  return isWide ? markup` class="wide"` : markup``;
}

function tableRow({ label, cells, isFaint }: RowWords, columns: readonly ColumnWords[]): Markup {
  const said = columns.map(
    (column, index) =>
      markup`<td role="cell" data-title="${column.title}"${columnClass(column)}>${cell(cells[index] ?? [])}</td>`,
  );
  const faint = isFaint ? markup` class="faint"` : markup``;
  return markup`<tr role="row"${faint}><th role="rowheader" scope="row">${label}</th>${said}</tr>\n`;
}

/** A figure of one row reads better from top to bottom. */
function singleRow({ columns, rows }: FigureWords, title: string): Markup {
  const [{ label, cells }] = [rows[0] ?? { label: '', cells: [] }];
  const lines = columns.flatMap(({ title }, index) => {
    const said = cells[index] ?? [];
    return said.length === 0 ? [] : [markup`<tr><th scope="row">${title}</th><td>${cell(said)}</td></tr>\n`];
  });
  return markup`<p class="name">${label}</p>
<table class="single">
<caption>${title}</caption>
<tbody>
${lines}</tbody>
</table>`;
}

function cell(lines: readonly string[]): Markup {
  if (lines.length === 0) return markup`–`;
  return trusted(lines.map((line) => markup`${line}`.html).join('<br>'));
}
