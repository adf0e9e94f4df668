import type { Day } from '../days/day.ts';
import { daysLate, daysLateOn, type DueRow, dueText } from './due.ts';
import { toMajor } from '../money/money.ts';
import type { Row, Table } from '../table.ts';
import { type WaitingDeal, waitingText } from './waiting-deal.ts';

/** What has come due, and the closed deals without a debrief, for another program. Rows are made as they are taken. */
export function dueTable(
  rows: Iterable<DueRow>,
  waiting: Iterable<WaitingDeal>,
  { today, namedFile }: DueTableOf,
): Table {
  return {
    id: 'due',
    title: 'Due',
    columns: COLUMNS.map((key) => ({ key, title: key, kind: 'text' })),
    rows: cellsOf(rows, waiting, { today, namedFile }),
    notes: [],
  };
}

interface DueTableOf {
  readonly today: Day;
  /** The file that the next command has to be told of. */
  readonly namedFile: string | undefined;
}

function* cellsOf(
  rows: Iterable<DueRow>,
  waiting: Iterable<WaitingDeal>,
  { today, namedFile }: DueTableOf,
): Generator<Row, void> {
  // Rows come by their days, and many share one.
  const late = new Map<Day, number>();
  for (const row of rows) yield dueCells(row, late.get(row.on) ?? noted(late, row, today));
  for (const deal of waiting) yield waitingCells(deal, today, waitingText(deal, namedFile));
}

function noted(late: Map<Day, number>, row: DueRow, today: Day): number {
  const days = daysLate(row, today);
  late.set(row.on, days);
  return days;
}

function dueCells(row: DueRow, late: number): Row {
  return [
    row.id,
    row.kind,
    row.on,
    row.time,
    late,
    dueText(row),
    row.dealId,
    row.deal,
    row.contact?.name ?? null,
    row.contact?.role ?? null,
    row.contact?.phone ?? null,
    row.contact?.email ?? null,
    row.said,
    row.winner,
    row.terms,
    row.amount ? toMajor(row.amount) : null,
    row.amount?.currency ?? null,
    row.rule,
    row.because,
  ];
}

function waitingCells(waiting: WaitingDeal, today: Day, text: string): Row {
  const { dealId, deal, decidedOn, amount } = waiting;
  const late = decidedOn === null ? 0 : daysLateOn(decidedOn, today);
  const money = [amount && toMajor(amount), amount && amount.currency];
  // No call is planned, so there is nobody to name, and no rule that set a day.
  const call = [null, null, null, null, null, null, null];
  return [dealId, 'debrief', decidedOn, null, late, text, dealId, deal, ...call, ...money, null, null];
}

/** In the order of the cells. */
const COLUMNS = [
  'id',
  'kind',
  'on',
  'time',
  'daysLate',
  'text',
  'dealId',
  'deal',
  'contact',
  'role',
  'phone',
  'email',
  'said',
  'winner',
  'terms',
  'amount',
  'currency',
  'rule',
  'because',
];
