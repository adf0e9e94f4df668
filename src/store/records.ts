import type { DealRecord, KeptDebrief, ReviewPass } from '../core/debrief.ts';
import type { EntryOutcome } from '../core/entry-outcome.ts';
import type { Pass } from '../core/framework.ts';
import { answersFrom } from './answer-values.ts';
import { type ContactColumns, contactFrom } from './contacts.ts';
import type { Connection } from './connection.ts';
import { dealFrom, type DealRow, dealsIn, findDeal, idsByDecision, selectDeals } from './deal-filter.ts';
import { groupBy } from './group-by.ts';
import { rowOf } from './ids.ts';
import { atOneMoment } from './one-moment.ts';
import { type AnswerRow, keptFrom, SELECT_ANSWER_ROWS } from './kept-answers.ts';
import { crmKeysOf, particularsFrom } from './particulars.ts';
import type { DealFilter } from './store.ts';
import { touchesOf, touchFrom } from './touches.ts';
import { viewsOf } from './views.ts';

/** The record of a deal by its id, `D12`; undefined if it is not there or was deleted. */
export function oneRecord(connection: Connection, id: string): DealRecord | undefined {
  const row = rowOf(id, 'D');
  if (row === undefined) return undefined;
  return connection.db.transaction(() => {
    const deal = findDeal(connection, row);
    return deal && completed(connection, [deal])[0];
  })();
}

/** The records that fit a filter. */
export function recordsBy(connection: Connection, filter: DealFilter): readonly DealRecord[] {
  return connection.db.transaction(() => completed(connection, selectDeals(connection, filter)))();
}

/** All deals, the latest decision first, some at a time: however many there are, few are held. */
export function eachRecord(connection: Connection): Iterable<DealRecord> {
  return atOneMoment(connection, function* () {
    const ids = idsByDecision(connection);
    for (let start = 0; start < ids.length; start += AT_A_TIME) {
      yield* completed(connection, dealsIn(connection, ids.slice(start, start + AT_A_TIME)));
    }
  });
}

const AT_A_TIME = 200;

/** Deals with all that belongs to them. However many deals there are, each table is read once. */
function completed(connection: Connection, deals: readonly DealRow[]): readonly DealRecord[] {
  const ids = JSON.stringify(deals.map(({ id }) => id));
  const keys = crmKeysOf(connection, ids);
  const debriefs = debriefsOf(connection, ids);
  const contacts = contactsOf(connection, ids);
  const actions = actionsOf(connection, ids);
  const entries = entriesOf(connection, ids);
  const touches = touchesOf(connection, ids);
  const views = viewsOf(connection, ids);
  return deals.map((row) => {
    const contact = contacts.get(row.id);
    return {
      deal: dealFrom(row),
      particulars: particularsFrom(row, keys.get(row.id)),
      ...debriefsFrom(debriefs.get(row.id) ?? []),
      contact: contact && contactFrom(contact),
      actions: (actions.get(row.id) ?? []).map(actionFrom),
      ...scheduleFrom(entries.get(row.id) ?? []),
      touches: (touches.get(row.id) ?? []).map(touchFrom),
      views: views(row.id),
    };
  });
}

type SavedDebrief = KeptDebrief & { readonly pass: Pass };

/** The latest quick pass of each deal and all looks after it, oldest first, by the row of the deal. */
function debriefsOf({ db }: Connection, deals: string): ReadonlyMap<number, readonly SavedDebrief[]> {
  const rows = db
    .prepare<[{ deals: string }], DebriefRow>(
      `SELECT id, deal_id AS dealId, pass, made_on AS "on", framework, version, seconds,
         primary_reason AS primaryReason
       FROM debrief WHERE deal_id IN (SELECT value FROM json_each(:deals))
         AND (pass <> 'quick'
           OR id = (SELECT max(id) FROM debrief AS other WHERE other.deal_id = debrief.deal_id AND other.pass = 'quick'))
       ORDER BY id`,
    )
    .all({ deals });
  const answers = db
    .prepare<[{ debriefs: string }], AnswerRow & { readonly debriefId: number }>(SELECT_ANSWER_ROWS)
    .all({ debriefs: JSON.stringify(rows.map(({ id }) => id)) });
  const byDebrief = groupBy(answers, ({ debriefId }) => debriefId);
  return new Map(
    [...groupBy(rows, ({ dealId }) => dealId)].map(([deal, own]) => [
      deal,
      own.map((row) => debriefFrom(row, byDebrief.get(row.id) ?? [])),
    ]),
  );
}

function debriefsFrom(debriefs: readonly SavedDebrief[]): Pick<DealRecord, 'debrief' | 'reviews'> {
  const quick = debriefs.find(({ pass }) => pass === 'quick');
  return {
    debrief: quick && withoutPass(quick),
    reviews: debriefs.flatMap((debrief) => (isReview(debrief) ? [debrief] : [])),
  };
}

function isReview(debrief: SavedDebrief): debrief is SavedDebrief & { readonly pass: ReviewPass } {
  return debrief.pass !== 'quick';
}

function withoutPass({ pass: _quick, ...debrief }: SavedDebrief): KeptDebrief {
  return debrief;
}

interface DebriefRow {
  readonly id: number;
  readonly dealId: number;
  readonly pass: Pass;
  readonly on: SavedDebrief['on'];
  readonly framework: string;
  readonly version: number;
  readonly seconds: number;
  readonly primaryReason: string | null;
}

function debriefFrom(row: DebriefRow, rows: readonly AnswerRow[]): SavedDebrief {
  return {
    pass: row.pass,
    on: row.on,
    framework: row.framework,
    version: row.version,
    seconds: row.seconds,
    primaryReason: row.primaryReason ?? undefined,
    answers: answersFrom(rows.map(({ answer, value }) => ({ id: answer, value }))),
    kept: keptFrom(rows),
  };
}

/** The latest contact of each deal, by the row of the deal. */
function contactsOf({ db }: Connection, deals: string): ReadonlyMap<number, ContactColumns> {
  const rows = db.prepare<[{ deals: string }], ContactColumns & { readonly dealId: number }>(
    `SELECT max(id), deal_id AS dealId, name, role, phone, email
     FROM contact WHERE deal_id IN (SELECT value FROM json_each(:deals)) GROUP BY deal_id`,
  );
  return new Map(rows.all({ deals }).map((row) => [row.dealId, row]));
}

type SavedAction = DealRecord['actions'][number];
type ActionRow = Omit<SavedAction, 'id' | 'message' | 'note'> & {
  readonly id: number;
  readonly dealId: number;
  readonly message: string | null;
  readonly note: string | null;
};

function actionsOf({ db }: Connection, deals: string): ReadonlyMap<number, readonly ActionRow[]> {
  const rows = db.prepare<[{ deals: string }], ActionRow>(
    `SELECT action.id, action.deal_id AS dealId, action.rule, action.on_day AS due, action.state,
       action_text.text, action_text.because, action_text.message,
       (SELECT note FROM closing_note WHERE action_id = action.id ORDER BY closing_note.id DESC LIMIT 1) AS note
     FROM action JOIN action_text ON action_text.action_id = action.id
     WHERE action.deal_id IN (SELECT value FROM json_each(:deals)) ORDER BY action.id`,
  );
  return groupBy(rows.all({ deals }), ({ dealId }) => dealId);
}

function actionFrom({ id, rule, text, because, message, due, state, note }: ActionRow): SavedAction {
  return {
    id: `A${id}`,
    rule,
    text,
    because,
    message: message ?? undefined,
    due,
    state,
    ...(note !== null && { note }),
  };
}

type SavedEntry = DealRecord['otherEntries'][number];
type EntryRow = Omit<SavedEntry, 'id' | 'note' | 'outcome'> & {
  readonly id: number;
  readonly dealId: number;
  readonly headline: 0 | 1;
  readonly outcome: EntryOutcome | null;
  readonly note: string | null;
};

function entriesOf({ db }: Connection, deals: string): ReadonlyMap<number, readonly EntryRow[]> {
  const rows = db.prepare<[{ deals: string }], EntryRow>(
    `SELECT id, deal_id AS dealId, kind, headline, on_day AS "on", time, channel, rule, because, state, outcome,
       (SELECT note FROM closing_note WHERE entry_id = schedule_entry.id ORDER BY closing_note.id DESC LIMIT 1) AS note
     FROM schedule_entry WHERE deal_id IN (SELECT value FROM json_each(:deals)) ORDER BY on_day, id`,
  );
  return groupBy(rows.all({ deals }), ({ dealId }) => dealId);
}

/** The latest headline stands out; the rest, with headlines of earlier debriefs, follows by date. */
function scheduleFrom(rows: readonly EntryRow[]): Pick<DealRecord, 'followUp' | 'otherEntries'> {
  const headline = rows.filter((row) => row.headline === 1).toSorted((one, other) => other.id - one.id)[0];
  return {
    followUp: headline && entryFrom(headline),
    otherEntries: rows.filter((row) => row !== headline).map(entryFrom),
  };
}

function entryFrom({ id, kind, on, time, channel, rule, because, state, outcome, note }: EntryRow): SavedEntry {
  return {
    id: `F${id}`,
    kind,
    on,
    time,
    channel,
    rule,
    because,
    state,
    ...(outcome !== null && { outcome }),
    ...(note !== null && { note }),
  };
}
