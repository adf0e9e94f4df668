import type { Machine } from '../app.ts';
import type { Check } from '../core/health.ts';
import type { Inspection, SalvagedTable } from '../core/own-file.ts';
import { BLANK, heading, indented, item, line, type Page, quiet, type Span } from '../core/page.ts';
import { counted, listed } from '../core/text/sentence.ts';
import { shellWord } from '../core/text/shell-word.ts';

/** The health of the file, for the person and for a report of a bug. */
export function doctorPage(
  { version, node, platform }: Machine,
  { path, content, sqlite }: Inspection,
  checks: readonly Check[],
  shown: (path: string) => string,
): Page {
  return [
    line(heading(shown(path))),
    line(quiet(`lossdebrief ${version}, Node ${node}, SQLite ${sqlite}, ${platform}`)),
    BLANK,
    ...checks.flatMap(({ state, say, hint }) => [
      item(2, STATES[state], STATE_WIDTH, say),
      ...(hint === undefined ? [] : [indented(2 + STATE_WIDTH, quiet(hint))]),
    ]),
    ...(content && 'counts' in content ? [BLANK, line(quiet(`It holds ${sayCounts(content.counts)}.`))] : []),
  ];
}

const STATE_WIDTH = 7;

const STATES: Readonly<Record<Check['state'], Span>> = {
  good: { text: 'good', as: 'good' },
  care: { text: 'care', as: 'strong' },
  wrong: { text: 'wrong', as: 'late' },
};

function sayCounts(counts: Readonly<Record<string, number>>): string {
  return listed(Object.entries(COUNT_WORDS).map(([key, [one, many]]) => counted(counts[key] ?? 0, one, many)));
}

const COUNT_WORDS: Readonly<Record<string, readonly [one: string, many?: string]>> = {
  deals: ['deal'],
  deletedDeals: ['deleted deal'],
  debriefs: ['debrief'],
  actions: ['action'],
  scheduleEntries: ['day in the schedule', 'days in the schedule'],
  logEntries: ['log entry', 'log entries'],
  drafts: ['draft'],
  changes: ['change', 'changes in the log'],
};

/** What could still be read of a damaged file. */
export function salvagePage(path: string, tables: readonly SalvagedTable[]): Page {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const damaged = tables.filter(({ isWhole, lost }) => !isWhole || lost > 0);
  return [
    line(`Read what is left: ${counted(rows, 'row')}, in ${path}`),
    ...(damaged.length === 0 ? [line('Every table could be read whole.')] : damaged.map(tableLine)),
    line(quiet(`To look at it: lossdebrief --db ${shellWord(path)} list`)),
    line(quiet(`To go on with it: lossdebrief restore ${shellWord(path)}`)),
  ];
}

function tableLine({ table, rows, fromLog, lost, isWhole }: SalvagedTable): Page[number] {
  const parts = [
    `${counted(rows, 'row')} read`,
    ...(fromLog > 0 ? [`${fromLog} of them from the change log`] : []),
    ...(lost > 0 ? [`${lost} lost`] : []),
    ...(isWhole || lost > 0 || fromLog > 0 ? [] : ['and a part of it that cannot be read']),
  ];
  return indented(2, `${table}: ${parts.join(', ')}`);
}
