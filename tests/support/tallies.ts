import type { Figure } from '../../src/core/figures/figure.ts';
import {
  codedQuestions,
  comparableFields,
  type FigureScope,
  optionsCalled,
  stepsOf,
} from '../../src/core/figures/figure-scope.ts';
import { makeReport } from '../../src/core/report/make-report.ts';
import type { FigureRow, FigureTable } from '../../src/core/report/report-table.ts';
import { DEFAULT_SETTINGS } from '../../src/core/settings/settings.ts';
import type { Tally, TallyRequest, TallyRow } from '../../src/core/report/tally.ts';
import { day } from './days.ts';
import { DEEP, DEEP_WIN, LOSS, REASONS, WIN } from './shipped.ts';

/** A report on everything, on the day on which Northwind Logistics said no. */
export function scopeWith(different: Partial<FigureScope> = {}): FigureScope {
  return {
    today: day('2026-11-20'),
    period: { from: undefined, to: undefined },
    every: 'quarter',
    currency: undefined,
    by: undefined,
    steps: stepsOf([LOSS, WIN]),
    fields: comparableFields([LOSS, WIN], []),
    questions: codedQuestions([LOSS, WIN, DEEP, DEEP_WIN]),
    stages: DEFAULT_SETTINGS.stages,
    process: [],
    reasons: REASONS,
    edges: optionsCalled([LOSS], 'winner-edge'),
    experiments: [],
    areas: [],
    ...different,
  };
}

/** So many deals that agree on these values; without an amount unless one is given. */
export function deals(count: number, at: TallyRow['at'], different: Partial<TallyRow> = {}): TallyRow {
  return {
    at,
    deals: count,
    currency: null,
    minor: 0,
    largest: 0,
    last: day('2026-11-20'),
    latest: count,
    ...different,
  };
}

/** An amount in euros, for `deals`. */
export function euros(amount: number, largest = amount): Pick<TallyRow, 'currency' | 'minor' | 'largest'> {
  return { currency: 'EUR', minor: amount * 100, largest: largest * 100 };
}

/** What the store would count, by request; whatever is not among it is nothing. */
export type Counted = readonly (readonly [request: TallyRequest, tally: Tally])[];

/** The table that a figure makes of these counts; undefined if it shows none. */
export async function tableOf(
  figure: Figure,
  counted: Counted,
  different: Partial<FigureScope> = {},
): Promise<FigureTable | undefined> {
  const known = new Map(counted.map(([request, tally]) => [JSON.stringify(request), tally]));
  const report = await makeReport([figure], scopeWith(different), 'too-few', async (requests) =>
    requests.map((request) => known.get(JSON.stringify(request)) ?? []),
  );
  return report.figures[0];
}

/** The rows of a figure by their keys. */
export async function rowsOf(
  figure: Figure,
  counted: Counted,
  different: Partial<FigureScope> = {},
): Promise<Readonly<Record<string, FigureRow['values']>>> {
  const table = await tableOf(figure, counted, different);
  return Object.fromEntries((table?.rows ?? []).map(({ key, values }) => [key, values]));
}

export async function notesOf(
  figure: Figure,
  counted: Counted,
  different: Partial<FigureScope> = {},
): Promise<readonly string[]> {
  return (await tableOf(figure, counted, different))?.notes ?? [];
}
