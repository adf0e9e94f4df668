import type { EntryKind } from '../core/debrief.ts';
import type { Day } from '../core/days/day.ts';
import type { DueRow } from '../core/due/due.ts';
import { contactFrom } from './contacts.ts';
import type { Connection } from './connection.ts';

/**
 * Everything open that falls on or before a day, from one statement: the list is read daily, and grows for years. It is
 * read as it is taken, because thousands of rows held at once cost more than the query.
 */
export function* eachDueUntil({ db }: Connection, until: Day): Generator<DueRow, void> {
  for (const row of db.prepare<[{ readonly until: Day }], DueColumns>(SELECT_DUE).raw().iterate({ until })) {
    yield dueRow(row);
  }
}

/** Whether anything is open on or before a day. */
export function isAnyDueUntil({ db }: Connection, until: Day): boolean {
  return db.prepare<[{ readonly until: Day }], 0 | 1>(SELECT_ANY_DUE).pluck().get({ until }) === 1;
}

const SELECT_ANY_DUE = `
  SELECT EXISTS (
    SELECT 1 FROM schedule_entry AS item JOIN deal ON deal.id = item.deal_id AND deal.deleted_at IS NULL
    WHERE item.state = 'open' AND item.on_day <= :until
    UNION ALL
    SELECT 1 FROM action AS item JOIN deal ON deal.id = item.deal_id AND deal.deleted_at IS NULL
    WHERE item.state = 'open' AND item.on_day <= :until
  )`;

/** What a call sheet says of the deal, for a schedule entry or an action named `item`. Their words are those of its own debrief. */
const OF_THE_DEAL = `
  deal.id, deal.name, deal.decided_on, deal.amount_minor, deal.currency, deal.contract_months, deal.winner,
  contact.name, contact.role, contact.phone, contact.email,
  said.value ->> '$', terms.value ->> '$', event.value ->> '$',
  (SELECT max(touch.on_day) FROM touch WHERE touch.deal_id = deal.id AND touch.missed = 0),
  (SELECT debrief.primary_reason FROM debrief WHERE debrief.id = item.debrief_id)`;
const FROM_THE_DEAL = `
  JOIN deal ON deal.id = item.deal_id AND deal.deleted_at IS NULL
  LEFT JOIN contact ON contact.id = (SELECT max(id) FROM contact WHERE deal_id = deal.id)
  LEFT JOIN their_word AS said ON said.debrief_id = item.debrief_id AND said.answer = 'said'
  LEFT JOIN their_word AS terms ON terms.debrief_id = item.debrief_id AND terms.answer = 'terms'
  LEFT JOIN their_word AS event ON event.debrief_id = item.debrief_id AND event.answer = 'trigger'`;

/**
 * Each half finds its rows by an index of open ones alone, so that years of closed ones cost nothing. The bench times
 * the same query without the program around it.
 * @public
 */
export const SELECT_DUE = `
  SELECT 0 AS part, item.id AS id, item.kind, item.on_day AS on_day, item.time, item.channel, item.rule, item.because,
    NULL AS text, ${OF_THE_DEAL}
  FROM schedule_entry AS item ${FROM_THE_DEAL}
  WHERE item.state = 'open' AND item.on_day <= :until
  UNION ALL
  SELECT 1, item.id, 'action', item.on_day, NULL, NULL, item.rule, action_text.because,
    action_text.text, ${OF_THE_DEAL}
  FROM action AS item JOIN action_text ON action_text.action_id = item.id ${FROM_THE_DEAL}
  WHERE item.state = 'open' AND item.on_day <= :until
  ORDER BY part, on_day, id`;

/** One row in the order of the columns; reading them by position spares an object for each of thousands of rows. */
type DueColumns = [
  part: 0 | 1,
  id: number,
  kind: EntryKind | 'action',
  on: Day,
  time: string | null,
  channel: string | null,
  rule: string,
  because: string,
  text: string | null,
  dealId: number,
  deal: string,
  decidedOn: Day | null,
  minor: number | null,
  currency: string | null,
  contractMonths: number | null,
  winner: string | null,
  name: string | null,
  role: string | null,
  phone: string | null,
  email: string | null,
  said: string | null,
  terms: string | null,
  trigger: string | null,
  lastAttempt: Day | null,
  primaryReason: string | null,
];

// By number and not as a list: going through a list costs as much again as making the row.
function dueRow({
  0: part,
  1: id,
  2: kind,
  3: on,
  4: time,
  5: channel,
  6: rule,
  7: because,
  8: text,
  9: dealId,
  10: deal,
  11: decidedOn,
  12: minor,
  13: currency,
  14: contractMonths,
  15: winner,
  16: name,
  17: role,
  18: phone,
  19: email,
  20: said,
  21: terms,
  22: trigger,
  23: lastAttempt,
  24: primaryReason,
}: DueColumns): DueRow {
  return {
    id: part === 0 ? `F${id}` : `A${id}`,
    kind,
    on,
    time,
    channel,
    rule,
    because,
    text,
    dealId: `D${dealId}`,
    deal,
    decidedOn,
    amount: minor === null || currency === null ? null : { minor, currency },
    contractMonths,
    winner,
    primaryReason,
    contact: name === null ? null : contactFrom({ name, role, phone, email }),
    said,
    terms,
    trigger,
    lastAttempt,
  };
}
