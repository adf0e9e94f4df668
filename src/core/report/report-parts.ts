import type { Report } from './report-table.ts';

/** A whole report in two parts: what every report has, and the figures with these ids, under words of their own. */
export function inParts(report: Report, further: readonly string[]): Report {
  const first = report.figures.findIndex(({ id }) => further.includes(id));
  return {
    ...report,
    figures: report.figures.map((figure, place) => (place === first ? { ...figure, opens: OPENING } : figure)),
  };
}

const OPENING = 'More, from deep looks, the log and what is being tried';
