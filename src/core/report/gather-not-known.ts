import { capitalised, listed } from '../text/sentence.ts';
import type { FigureTable, NotKnown, Report } from './report-table.ts';
import { sayDebriefed } from './say-debriefed.ts';

/**
 * A whole report as a person reads it: what no deal says anything for yet is named in one place at its end, where else there would
 * be a heading for each with nothing below. Oneself is told where to read on.
 */
export function gatherNotKnown(report: Report, isOwn: boolean): Report {
  const missing = report.figures.filter(({ notKnown }) => notKnown !== undefined);
  if (missing.length === 0) return report;
  return {
    ...report,
    figures: report.figures.filter(({ notKnown }) => notKnown === undefined),
    notKnown: sayNotKnown(missing, report, isOwn),
  };
}

function sayNotKnown(missing: readonly FigureTable[], report: Report, isOwn: boolean): NotKnown {
  const names = missing.flatMap(({ notKnown }) => notKnown ?? []);
  const own = isOwn ? [`What one of them takes: lossdebrief report ${missing[0]?.id}`] : [];
  return { title: 'Not known yet', says: [`${capitalised(listed(names))}.`, sayWhatComes(report, isOwn), ...own] };
}

/** Most of it comes with debriefs. */
function sayWhatComes({ figures }: Report, isOwn: boolean): string {
  const counts = figures.find(({ id }) => id === 'scope')?.rows[0]?.values;
  const [closed, debriefed] = [Number(counts?.['closed']), Number(counts?.['debriefed'])];
  if (debriefed === closed) return 'More debriefs will tell.';
  return `${sayDebriefed(debriefed, closed)}.${isOwn ? ' Those that wait: lossdebrief due' : ''}`;
}
