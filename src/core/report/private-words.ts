import type { FigureTable, Report } from './report-table.ts';

/** A report of one figure that somebody asked for by its name, with what it holds in words of their own and of the buyer. */
export function withWords(report: Report): Report {
  return { ...report, figures: report.figures.map(wordsTold) };
}

/** A whole report, which may lie open or be passed on: it says where the words are, and holds none of them. */
export function withoutWords(report: Report): Report {
  return { ...report, figures: report.figures.map(wordsLeftOut) };
}

function wordsTold({ privateNotes = [], ...figure }: FigureTable): FigureTable {
  return { ...figure, notes: [...figure.notes, ...privateNotes] };
}

function wordsLeftOut({ privateNotes = [], columns, rows, ...figure }: FigureTable): FigureTable {
  const hidden = columns.filter(({ isPrivate }) => isPrivate).map(({ key }) => key);
  if (hidden.length === 0 && privateNotes.length === 0) return { ...figure, columns, rows };
  const isTold = rows.some(({ values }) => hidden.some((key) => values[key] !== null)) || privateNotes.length > 0;
  return {
    ...figure,
    columns: columns.filter(({ key }) => !hidden.includes(key)),
    rows: rows.map((row) => ({
      ...row,
      values: Object.fromEntries(Object.entries(row.values).filter(([key]) => !hidden.includes(key))),
    })),
    notes: isTold ? [...figure.notes, `In words, for you alone: lossdebrief report ${figure.id}`] : figure.notes,
  };
}
