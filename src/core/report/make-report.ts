import type { Figure, Tallies } from '../figures/figure.ts';
import type { FigureScope } from '../figures/figure-scope.ts';
import { decisions } from '../figures/decisions.ts';
import { HEADLINE_NEEDS, headlineOf } from '../figures/scope.ts';
import type { FigureTable, Report } from './report-table.ts';
import { counted } from '../text/sentence.ts';
import { type Evidence, reaches } from '../statistics/evidence.ts';
import type { Tally, TallyRequest } from './tally.ts';

/** Counts what figures need, each request in its place; the store does it in SQL. */
export type Count = (requests: readonly TallyRequest[]) => Promise<readonly Tally[]>;

/** A report of these figures. What several of them need is counted once. */
export async function makeReport(
  figures: readonly Figure[],
  scope: FigureScope,
  minEvidence: Evidence,
  count: Count,
): Promise<Report> {
  const counted = countedOnce(count);
  await counted.take([...HEADLINE_NEEDS, ...figures.flatMap((figure) => figure.needs(scope))]);
  await counted.take(figures.flatMap((figure) => figure.thenNeeds?.(counted.tallies, scope) ?? []));
  const tables = figures.flatMap((figure) => {
    const table = figure.table(counted.tallies, scope);
    if (table === undefined) return [];
    return [figure.isWhole ? table : withEvidence(table, minEvidence)];
  });
  return {
    today: scope.today,
    period: scope.period,
    currency: scope.currency,
    headline: headlineOf(counted.tallies, scope),
    isEmpty: decisions().every((request) => counted.tallies(request).length === 0),
    figures: tables,
  };
}

function countedOnce(count: Count): {
  readonly take: (requests: readonly TallyRequest[]) => Promise<void>;
  readonly tallies: Tallies;
} {
  const taken = new Map<string, Tally>();
  return {
    take: async (requests) => {
      const wanted = new Map(requests.map((request) => [JSON.stringify(request), request]));
      const missing = [...wanted].filter(([key]) => !taken.has(key));
      const tallies = await count(missing.map(([, request]) => request));
      for (const [place, [key]] of missing.entries()) taken.set(key, tallies[place] ?? []);
    },
    tallies: (request) => {
      const tally = taken.get(JSON.stringify(request));
      if (tally === undefined) throw new Error(`A figure looks at a tally that it did not ask for: ${request.of}`);
      return tally;
    },
  };
}

/** The table without the rows that have less behind them than was asked for, which is said. */
function withEvidence(table: FigureTable, least: Evidence): FigureTable {
  const rows = table.rows.filter(({ evidence }) => reaches(evidence, least));
  const hidden = table.rows.length - rows.length;
  if (hidden === 0) return table;
  const isHidden = `${counted(hidden, 'row')} with fewer deals ${hidden === 1 ? 'is' : 'are'} not shown.`;
  // Notes on rows that are not there say nothing.
  return { ...table, rows, notes: rows.length === 0 ? [isHidden] : [...table.notes, isHidden] };
}
