import type { CalendarAction, CalendarEntry, CalendarItem } from '../core/due/appointment.ts';
import type { Day } from '../core/days/day.ts';
import type { Connection } from './connection.ts';

/**
 * Everything open up to and with a day, or all of it, as far as a calendar may know it: schedule entries, then actions, each
 * oldest first. What is not selected here cannot leave, so neither statement takes a `*` or a reflection.
 */
export function calendarUntil({ db }: Connection, until: Day | undefined): readonly CalendarItem[] {
  const open = { until: until ?? LAST_DAY };
  const read = db.transaction(() => [
    ...db.prepare<[typeof open], EntryRow>(SELECT_ENTRIES).all(open).map(entryFrom),
    ...db.prepare<[typeof open], ActionRow>(SELECT_ACTIONS).all(open).map(actionFrom),
  ]);
  return read();
}

const LAST_DAY = '9999-12-31';

type EntryRow = Omit<CalendarEntry, 'id' | 'amount'> & {
  readonly id: number;
  readonly minor: number | null;
  readonly currency: string | null;
};

const SELECT_ENTRIES = `
  SELECT item.id, item.uuid, item.sequence, item.kind, item.on_day AS "on", item.time, item.channel, item.rule, item.because,
    deal.name AS deal, deal.amount_minor AS minor, deal.currency, deal.contract_months AS contractMonths,
    (SELECT primary_reason FROM debrief WHERE debrief.id = item.debrief_id) AS primaryReason,
    (SELECT name FROM contact WHERE deal_id = deal.id ORDER BY id DESC LIMIT 1) AS contact,
    (SELECT value ->> '$' FROM their_word WHERE debrief_id = item.debrief_id AND answer = 'terms') AS terms,
    coalesce(
      (SELECT reply.words FROM feedback JOIN feedback_reply AS reply ON reply.feedback_id = feedback.id
        WHERE feedback.deal_id = deal.id ORDER BY feedback.replied_on DESC, feedback.id DESC LIMIT 1),
      (SELECT value ->> '$' FROM their_word WHERE debrief_id = item.debrief_id AND answer = 'said')
    ) AS lastWord
  FROM schedule_entry AS item JOIN deal ON deal.id = item.deal_id AND deal.deleted_at IS NULL
  WHERE item.state = 'open' AND item.on_day <= :until
  ORDER BY item.on_day, item.id`;

function entryFrom({ id, minor, currency, ...rest }: EntryRow): CalendarEntry {
  return { ...rest, id: `F${id}`, amount: minor === null || currency === null ? null : { minor, currency } };
}

type ActionRow = Omit<CalendarAction, 'id' | 'kind'> & { readonly id: number };

const SELECT_ACTIONS = `
  SELECT item.id, item.uuid, item.sequence, item.on_day AS "on"
  FROM action AS item JOIN deal ON deal.id = item.deal_id AND deal.deleted_at IS NULL
  WHERE item.state = 'open' AND item.on_day <= :until
  ORDER BY item.on_day, item.id`;

function actionFrom({ id, ...rest }: ActionRow): CalendarAction {
  return { ...rest, id: `A${id}`, kind: 'action' };
}
