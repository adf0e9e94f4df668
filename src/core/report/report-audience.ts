import type { Audience } from './audience.ts';
import type { FigureTable, Report } from './report-table.ts';
import { toldToOthers } from './told-to-others.ts';

/**
 * What of a report an audience gets: the figures and columns on its list, and nothing that is not on it. A figure or a column
 * that is new is shared with nobody until somebody puts it there.
 */
export function reportFor(report: Report, audience: Audience): Report {
  return {
    today: report.today,
    period: report.period,
    currency: report.currency,
    headline: report.headline,
    isEmpty: report.isEmpty,
    figures: report.figures.flatMap((figure) => sharedPart(figure, SHARED[audience][figure.id])).map(toldToOthers),
  };
}

/** Whether a figure is shared with an audience at all. */
export function isShared(figure: string, audience: Audience): boolean {
  return Object.hasOwn(SHARED[audience], figure);
}

/** What is shared of a figure. */
interface Shared {
  readonly columns: readonly string[];
  /** Sentences that say something which the columns leave out. */
  readonly keepsNotes: boolean;
}

type SharedFigures = Readonly<Record<string, Shared>>;

const RATE = ['rate', 'low', 'high'];
const SHARE = ['losses', 'total', 'share', 'low', 'high'];
const EVENTS = ['named', 'total', 'share', 'low', 'high', 'month', 'inMonth', 'dated'];
const NO_DECISION = ['noDecision', 'noDecisionShare', 'noDecisionLow', 'noDecisionHigh'];
const PERSONAS = ['won', 'total', ...RATE, 'lost', ...NO_DECISION, 'wrongPerson', 'wrongCompany', 'buyerKnown'];
const SCOPE_COUNTS = ['won', 'lost', 'noDecision', 'apart', 'open', 'closed', 'debriefed', 'coverage'];

/**
 * Everything here rests on facts: outcomes, codes, days, amounts, steps. What was found to be in nobody's control is a
 * reflection, even as a count; how often one's own reason was right is between oneself and the file, and so is the action
 * that is still open.
 */
const FOR_MANAGER: SharedFigures = {
  scope: { columns: [...SCOPE_COUNTS, 'medianDaysToDebrief'], keepsNotes: false },
  'win-rates': whole('count', 'total', ...RATE, 'wonValue', 'totalValue', 'largestShare'),
  reasons: whole(...SHARE, 'value', 'control', 'confirmed'),
  competitors: whole('faced', 'won', 'lost', ...RATE, 'topReason', 'weakness'),
  stages: whole(...SHARE, 'value', 'early'),
  steps: whole('wonDone', 'wonAsked', 'lostDone', 'lostAsked', 'difference', 'low', 'high', 'lostValue'),
  drivers: whole('levels', 'deals', 'association', 'strength', 'p', 'q', 'verdict', 'movedBy'),
  by: whole('won', 'total', ...RATE, 'value'),
  'by-persona': whole('won', 'total', ...RATE, 'value'),
  'by-segment': whole('won', 'total', ...RATE, 'value'),
  'by-source': whole('won', 'total', ...RATE, 'value'),
  valued: whole(...SHARE),
  'valued-by': whole('side', 'most', ...SHARE),
  cycle: whole('deals', 'medianDays', 'quartiles'),
  trend: whole('won', 'lost', 'total', ...RATE, 'lostValue', 'change'),
  calibration: whole('deals', 'won', 'meanForecast', ...RATE),
  'follow-through': whole('open', 'done', 'overdue', 'dropped', 'medianDays', 'reopened', 'wonBack', 'wonBackValue'),
  repeats: whole('kind', 'times', 'value', 'lastSeen'),
  'one-thing': whole('kind', 'losses', 'value', 'basis', 'sentence'),
  'time-lost': whole('losses', 'hoursKnown', 'hoursLeast', 'hoursMost', 'daysKnown', 'daysAfterSeen'),
  // Whether one's own quarter pushed is a reflection, and what the buyer waits for stands in their words.
  'quarter-end': whole(...SHARE, 'expected', 'wins'),
  triggers: whole(...EVENTS),
  touches: whole('wonMedian', 'wonDeals', 'lostMedian', 'lostDeals'),
  people: whole('won', 'total', ...RATE),
  preparation: whole('wonDone', 'wonAsked', 'lostDone', 'lostAsked', 'difference', 'low', 'high'),
  handling: whole('won', 'total', ...RATE),
  detours: whole('won', 'total', ...RATE),
  process: whole('wonDone', 'wonAsked', 'lostDone', 'lostAsked', 'difference', 'low', 'high'),
  fit: whole('won', 'total', ...RATE, 'losses', 'hoursKnown', 'hoursLeast', 'hoursMost', 'lostValue'),
  beliefs: whole(...SHARE, 'value'),
  personas: whole(...PERSONAS),
  sizes: whole('won', 'total', ...RATE, 'lostValue'),
};

/** What prospects valued, and where they were lost: counts by where they came from, and no amounts. */
const FOR_MARKETING: SharedFigures = {
  scope: { columns: SCOPE_COUNTS, keepsNotes: false },
  valued: whole(...SHARE),
  'valued-by': whole('side', 'most', ...SHARE),
  competitors: whole('faced', 'won', 'lost', ...RATE, 'weakness'),
  stages: whole(...SHARE, 'early'),
  'by-persona': whole('won', 'total', ...RATE),
  'by-segment': whole('won', 'total', ...RATE),
  'by-source': whole('won', 'total', ...RATE),
  triggers: whole(...EVENTS),
  personas: whole(...PERSONAS),
};

const SHARED: Readonly<Record<Audience, SharedFigures>> = { manager: FOR_MANAGER, marketing: FOR_MARKETING };

function whole(...columns: readonly string[]): Shared {
  return { columns, keepsNotes: true };
}

function sharedPart(
  { id, title, columns, rows, notes, notKnown, chart }: FigureTable,
  shared: Shared | undefined,
): readonly FigureTable[] {
  if (!shared) return [];
  const isKept = (key: string): boolean => shared.columns.includes(key);
  return [
    {
      id,
      title,
      columns: columns.filter(({ key }) => isKept(key)),
      rows: rows.filter(isFact).map(({ key, label, evidence, reads, values }) => ({
        key,
        label,
        evidence,
        ...(reads && { reads }),
        values: Object.fromEntries(Object.entries(values).filter(([column]) => isKept(column))),
      })),
      notes: shared.keepsNotes ? notes : [],
      ...(notKnown !== undefined && { notKnown }),
      ...(chart && isKept(chart.column) && { chart }),
    },
  ];
}

/**
 * What stands in a field of one's own is whatever a CRM had there, descriptions and next steps among it. It is shared only where
 * the field is asked for by name, with `--by`.
 */
function isFact({ key }: FigureTable['rows'][number]): boolean {
  return !key.startsWith('field:');
}
