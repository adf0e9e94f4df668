import type { Deal, DealRecord } from '../core/debrief.ts';
import type { Connection } from './connection.ts';
import { PARTICULARS_COLUMNS, type ParticularsRow } from './particulars.ts';
import type { DealFilter } from './store.ts';

/** The columns of a deal that its record shows. */
export interface DealRow extends ParticularsRow {
  readonly id: number;
  readonly uuid: string;
  readonly name: string;
  readonly outcome: Deal['outcome'] | null;
  readonly minor: number | null;
  readonly currency: string | null;
  readonly contractMonths: number | null;
  readonly decidedOn: Deal['decidedOn'] | null;
  readonly winner: string | null;
  readonly forecast: number | null;
  readonly stage: string | null;
}

/** A deal by the number of its row; undefined also where it was deleted. */
export function findDeal({ db }: Connection, row: number): DealRow | undefined {
  return db.prepare<[number], DealRow>(`${SELECT_DEAL} AND deal.id = ?`).get(row);
}

/** Deals by the filter. Each condition is one line of SQL; what a person typed only ever goes in as a parameter. */
export function selectDeals({ db }: Connection, filter: DealFilter): readonly DealRow[] {
  const words = (filter.text ?? '').split(/\s+/).filter((word) => word !== '');
  const conditions = [
    'deal.deleted_at IS NULL',
    ...(filter.name === undefined ? [] : ['fold(deal.name) = fold(:name)']),
    ...(filter.outcome === undefined
      ? []
      : ["coalesce(deal.outcome, 'open') IN (SELECT value FROM json_each(:outcomes))"]),
    ...(filter.reason === undefined ? [] : ['debrief.primary_reason = :reason']),
    ...(filter.competitor === undefined ? [] : ['fold(deal.winner) = fold(:competitor)']),
    ...(filter.from === undefined ? [] : ['deal.decided_on >= :from']),
    ...(filter.to === undefined ? [] : ['deal.decided_on <= :to']),
    ...(filter.currency === undefined ? [] : ['deal.currency = :currency']),
    ...(filter.among === undefined ? [] : ['deal.id IN (SELECT value FROM json_each(:among))']),
    ...words.map((_, index) => mentions(`fold(:word${index})`)),
  ];
  const query = `${FROM_DEAL} WHERE ${conditions.join(' AND ')}`;
  const { name, outcome, reason, competitor, from, to, currency, among } = filter;
  return db.prepare<[object], DealRow>(`${query} ORDER BY ${ORDERS[filter.sort ?? 'decided']}`).all({
    ...(outcome === undefined ? {} : { outcomes: JSON.stringify(outcome) }),
    ...(among === undefined ? {} : { among: JSON.stringify(among) }),
    name,
    reason,
    competitor,
    from,
    to,
    currency,
    ...Object.fromEntries(words.map((word, index) => [`word${index}`, word])),
  });
}

/** The rows of all deals, the latest decision first. */
export function idsByDecision({ db }: Connection): readonly number[] {
  return db
    .prepare<[], number>(`SELECT id FROM deal WHERE deleted_at IS NULL ORDER BY ${ORDERS.decided}`)
    .pluck()
    .all();
}

/** Deals by their rows, in the order of those. */
export function dealsIn({ db }: Connection, rows: readonly number[]): readonly DealRow[] {
  const found = db
    .prepare<[string], DealRow>(`${SELECT_DEAL} AND deal.id IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(rows));
  const byRow = new Map(found.map((deal) => [deal.id, deal]));
  return rows.flatMap((row) => byRow.get(row) ?? []);
}

/** A row as the deal it stands for; what is null in it is undefined. */
export function dealFrom(row: DealRow): DealRecord['deal'] {
  const { id, uuid, name, minor, currency } = row;
  return {
    id: `D${id}`,
    uuid,
    name,
    outcome: row.outcome ?? undefined,
    amount: minor === null || currency === null ? undefined : { minor, currency },
    contractMonths: row.contractMonths ?? undefined,
    decidedOn: row.decidedOn ?? undefined,
    winner: row.winner ?? undefined,
    forecast: row.forecast ?? undefined,
    stage: row.stage ?? undefined,
  };
}

const FROM_DEAL = `
  SELECT deal.id, deal.uuid, deal.name, deal.outcome, deal.amount_minor AS minor, deal.currency,
    deal.contract_months AS contractMonths, deal.decided_on AS decidedOn, deal.winner, deal.forecast, deal.stage,
    ${PARTICULARS_COLUMNS}
  FROM deal
  LEFT JOIN debrief ON debrief.id = (SELECT max(id) FROM debrief WHERE deal_id = deal.id AND pass = 'quick')`;

const SELECT_DEAL = `${FROM_DEAL} WHERE deal.deleted_at IS NULL`;

// Amounts of two currencies cannot be compared, so each currency is sorted by itself.
const ORDERS = {
  decided: 'deal.decided_on DESC NULLS LAST, deal.id DESC',
  amount: 'deal.currency NULLS LAST, deal.amount_minor DESC, deal.id DESC',
  name: 'fold(deal.name), deal.id',
} as const;

/** A word in the name, in their words or in a reflection of any debrief. */
function mentions(word: string): string {
  const inAnswers = (table: string): string => `EXISTS (
    SELECT 1 FROM debrief AS any_debrief JOIN ${table} AS answer ON answer.debrief_id = any_debrief.id
    WHERE any_debrief.deal_id = deal.id AND instr(fold(answer.value ->> '$'), ${word}))`;
  return `(instr(fold(deal.name), ${word}) OR ${inAnswers('their_word')} OR ${inAnswers('reflection')})`;
}
