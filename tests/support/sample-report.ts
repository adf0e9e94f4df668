import type {
  FigureLevel,
  FigureRow,
  FigureTable,
  FigureValue,
  MoneySums,
  Report,
} from '../../src/core/report/report-table.ts';
import type { Evidence } from '../../src/core/statistics/evidence.ts';
import { day } from './days.ts';

/** A report by hand with every kind of column, as the sales team of Northwind Logistics' vendor might see it. */
export function sampleReport(figures: readonly FigureTable[] = SAMPLE_FIGURES): Report {
  return {
    today: day('2026-11-20'),
    period: { from: day('2025-10-01'), to: day('2026-09-30') },
    currency: undefined,
    isEmpty: false,
    headline: '41 deals decided, 36 of them debriefed: enough for rates overall, for counts below that.',
    figures,
  };
}

/** A figure of the sample report by its id. */
export function sampleFigure(id: string): FigureTable {
  const found = SAMPLE_FIGURES.find((figure) => figure.id === id);
  if (!found) throw new Error(`The sample report has no figure ${id}.`);
  return found;
}

/** A figure with a bar and a word of every kind in which a text from outside may stand. */
export function figureWith(text: string): FigureTable {
  const values = { ...REASON_VALUES, control: text };
  return {
    ...REASONS,
    title: `Against ${text}`,
    rows: [row(text, text, 'counts', values), ...REASONS.rows],
    notes: [`It was ${text}.`],
  };
}

export function row(
  key: string,
  label: string,
  evidence: Evidence,
  values: Readonly<Record<string, FigureValue>>,
): FigureRow {
  return { key, label, evidence, values };
}

/** Sums in euros, and in dollars if there are any. */
export function money(euros: number, dollars = 0, unknownAmounts = 0): MoneySums {
  const sums = [
    { currency: 'EUR', minor: euros * 100, deals: 2 },
    { currency: 'USD', minor: dollars * 100, deals: 1 },
  ];
  return { sums: sums.filter(({ minor }) => minor !== 0), unknownAmounts };
}

const SCOPE: FigureTable = {
  id: 'scope',
  title: 'What this rests on',
  columns: [
    { key: 'won', title: 'Won', kind: 'count' },
    { key: 'lost', title: 'Lost', kind: 'count' },
    { key: 'coverage', title: 'Debriefed', kind: 'share', share: { count: 'debriefed', total: 'closed' } },
    { key: 'debriefed', title: 'Debriefs', kind: 'count' },
    { key: 'closed', title: 'Closed', kind: 'count' },
    { key: 'nothingInControl', title: 'Nothing in your control', kind: 'count' },
    { key: 'medianDaysToDebrief', title: 'From decision to debrief, median', kind: 'days' },
  ],
  rows: [
    row('all', 'All deals', 'rate', {
      won: 14,
      lost: 27,
      coverage: 36 / 41,
      debriefed: 36,
      closed: 41,
      nothingInControl: 2,
      medianDaysToDebrief: 1,
    }),
  ],
  notes: ['5 wins are not debriefed, so what wins have in common is seen in 9 of 14.'],
};

const WIN_RATES: FigureTable = {
  id: 'win-rates',
  title: 'Win rates',
  columns: [
    { key: 'count', title: 'Won', kind: 'count' },
    { key: 'total', title: 'Of', kind: 'count' },
    {
      key: 'rate',
      title: 'Win rate',
      kind: 'share',
      share: { count: 'count', total: 'total', low: 'low', high: 'high' },
    },
    { key: 'low', title: 'Low', kind: 'share' },
    { key: 'high', title: 'High', kind: 'share' },
    { key: 'wonValue', title: 'Value won', kind: 'money' },
  ],
  rows: [
    row('overall', 'Of all that were decided', 'rate', {
      count: 14,
      total: 41,
      rate: 14 / 41,
      low: 0.216,
      high: 0.495,
      wonValue: money(1_204_000, 61_000, 3),
    }),
    row('competitive', 'Against a competitor', 'pattern', {
      count: 14,
      total: 29,
      rate: 14 / 29,
      low: 0.314,
      high: 0.656,
      wonValue: money(1_204_000, 61_000, 3),
    }),
    row('no-decision', 'Ended without a decision', 'too-few', {
      count: 3,
      total: 4,
      rate: null,
      low: null,
      high: null,
      wonValue: null,
    }),
  ],
  notes: ['We ended 2 more ourselves; they are in none of these.'],
  chart: { kind: 'bars', column: 'rate' },
};

const REASON_VALUES = {
  losses: 3,
  total: 27,
  share: 3 / 27,
  low: 0.039,
  high: 0.281,
  value: money(48_000),
  control: 'influence',
  confirmed: false,
} as const;

const REASONS: FigureTable = {
  id: 'reasons',
  title: 'Why deals are lost (what I think)',
  columns: [
    { key: 'losses', title: 'Losses', kind: 'count' },
    { key: 'total', title: 'Of', kind: 'count' },
    {
      key: 'share',
      title: 'Share',
      kind: 'share',
      share: { count: 'losses', total: 'total', low: 'low', high: 'high' },
    },
    { key: 'low', title: 'Low', kind: 'share' },
    { key: 'high', title: 'High', kind: 'share' },
    { key: 'value', title: 'Value of these deals', kind: 'money' },
    {
      key: 'control',
      title: 'Control',
      kind: 'text',
      words: { control: 'in your control', influence: 'can be swayed' },
    },
    { key: 'confirmed', title: 'Confirmed', kind: 'yes-no' },
  ],
  rows: [
    row('access-authority', 'Never met the one who decides', 'pattern', {
      ...REASON_VALUES,
      losses: 11,
      share: 11 / 27,
      value: money(812_000, 20_000),
      control: 'control',
      confirmed: true,
    }),
    row('trust-risk', 'A safer vendor, references or security', 'pattern', REASON_VALUES),
    row('no-urgency', 'No reason to act now', 'pattern', { ...REASON_VALUES, losses: 2, value: money(0, 0, 2) }),
  ],
  notes: [],
  chart: { kind: 'bars', column: 'losses' },
};

const STEPS: FigureTable = {
  id: 'steps',
  title: 'What was done before the demo, in wins and in losses',
  columns: [
    { key: 'wonDone', title: 'Done in wins', kind: 'count' },
    { key: 'lostDone', title: 'Done in losses', kind: 'count' },
    { key: 'difference', title: 'Difference', kind: 'difference', interval: { low: 'low', high: 'high' } },
    { key: 'low', title: 'Low', kind: 'difference' },
    { key: 'high', title: 'High', kind: 'difference' },
    { key: 'lostValue', title: 'Lost where it was missed', kind: 'money' },
  ],
  rows: [
    row('role', 'Their role in the decision', 'pattern', {
      wonDone: 8,
      lostDone: 7,
      difference: 0.61,
      low: 0.2,
      high: 0.81,
      lostValue: money(950_000),
    }),
    row('why-now', 'Why they want it now', 'counts', {
      wonDone: 5,
      lostDone: 12,
      difference: -0.04,
      low: -0.39,
      high: 0.3,
      lostValue: money(310_000),
    }),
  ],
  notes: ['Deals overlap: one deal may have missed several of these.'],
};

const DRIVERS: FigureTable = {
  id: 'drivers',
  title: 'What goes with winning (which is no cause)',
  columns: [
    { key: 'levels', title: 'Won, of all', kind: 'levels' },
    { key: 'deals', title: 'Deals', kind: 'count' },
    { key: 'association', title: 'Strength', kind: 'ratio', word: 'strength', below: ['p', 'q'] },
    { key: 'strength', title: 'In a word', kind: 'text' },
    { key: 'p', title: 'p', kind: 'probability' },
    { key: 'q', title: 'q', kind: 'probability' },
    { key: 'verdict', title: 'Verdict', kind: 'text', saidOf: 'deals', below: ['movedBy'] },
    { key: 'movedBy', title: 'moved by', kind: 'text' },
  ],
  rows: [
    row('role', 'Their role in the decision', 'rate', {
      levels: [level('done', 8, 9), level('missed', 5, 21)],
      deals: 30,
      association: 0.58,
      strength: 'large',
      p: 0.0004,
      q: 0.0021,
      verdict: 'goes with winning',
      movedBy: 'segment',
    }),
    row('segment', 'Segment', 'rate', {
      levels: [level('retail', 14, 32), level('物流', 1, 2)],
      deals: 34,
      association: 0.05,
      strength: 'tiny',
      p: 0.731,
      q: 0.84,
      verdict: 'no sign of a difference',
      movedBy: null,
    }),
    row('source', 'Source', 'too-few', {
      levels: [level('inbound', 1, 2), level('partner', 0, 1)],
      deals: 0,
      association: null,
      strength: null,
      p: null,
      q: null,
      verdict: 'too few to say',
      movedBy: null,
    }),
  ],
  notes: [],
};

function level(name: string, won: number, total: number): FigureLevel {
  return { key: name, label: name, won, total, rate: won / total, low: null, high: null };
}

const CYCLE: FigureTable = {
  id: 'cycle',
  title: 'How long deals took',
  columns: [
    { key: 'deals', title: 'Deals', kind: 'count' },
    { key: 'medianDays', title: 'Median', kind: 'days' },
    { key: 'quartiles', title: 'The middle half', kind: 'quartiles' },
    { key: 'lastOn', title: 'Last', kind: 'day' },
  ],
  rows: [
    row('won', 'Won', 'counts', { deals: 14, medianDays: 62, quartiles: [41, 88.5], lastOn: '2026-09-28' }),
    row('lost', 'Lost', 'pattern', { deals: 27, medianDays: 97.5, quartiles: [60, 131], lastOn: '2026-09-30' }),
  ],
  notes: [],
};

const TREND: FigureTable = {
  id: 'trend',
  title: 'Win rate by quarter',
  columns: [
    { key: 'won', title: 'Won', kind: 'count' },
    { key: 'total', title: 'Of', kind: 'count' },
    {
      key: 'rate',
      title: 'Win rate',
      kind: 'share',
      share: { count: 'won', total: 'total', low: 'low', high: 'high' },
    },
    { key: 'low', title: 'Low', kind: 'share' },
    { key: 'high', title: 'High', kind: 'share' },
    { key: 'lostValue', title: 'Value lost', kind: 'money' },
  ],
  rows: [
    row('2025-Q4', 'Q4 2025', 'counts', quarter(2, 11, money(402_000))),
    row('2026-Q1', 'Q1 2026', 'too-few', { ...quarter(1, 3, money(90_000)), rate: null, low: null, high: null }),
    row('2026-Q2', 'Q2 2026', 'counts', quarter(5, 13, money(510_000))),
    row('2026-Q3', 'Q3 2026', 'counts', quarter(6, 14, money(388_000))),
  ],
  notes: ['No change can be told from chance in four quarters.'],
  chart: { kind: 'course', column: 'rate' },
};

function quarter(won: number, total: number, lostValue: MoneySums): Readonly<Record<string, FigureValue>> {
  const rate = won / total;
  return { won, total, rate, low: Math.max(0, rate - 0.2), high: Math.min(1, rate + 0.25), lostValue };
}

const SAMPLE_FIGURES: readonly FigureTable[] = [SCOPE, WIN_RATES, REASONS, STEPS, DRIVERS, CYCLE, TREND];
