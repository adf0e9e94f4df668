import type { Cause } from '../core/cause.ts';
import type { Day } from '../core/days/day.ts';
import type { Change } from '../core/follow-through.ts';
import type { Feedback, HeldCause, NewFeedback, NewOpinion, Opinion, Views } from '../core/views.ts';
import { recordChange } from './change-log.ts';
import { makeChanges } from './changes.ts';
import type { Connection } from './connection.ts';
import { groupBy } from './group-by.ts';
import { rowOf } from './ids.ts';

/** Keeps a request to the buyer or their answer, with what changes by it in what is due; the request as it then stands. */
export function keepFeedback(
  connection: Connection,
  dealId: string,
  feedback: NewFeedback,
  changes: readonly Change[],
  on: Day,
): Feedback {
  return recordChange(connection, `feedback ${dealId}`, () => {
    const deal = rowOf(dealId, 'D');
    const answered = feedback.sentOn === undefined ? openRequest(connection, deal) : undefined;
    const row = answered ?? insertRequest(connection, deal, feedback);
    if (feedback.reply !== undefined) writeReply(connection, deal, row, feedback.reply);
    makeChanges(connection, changes, on);
    return savedFeedback(connection, row);
  });
}

/** Keeps a colleague's view, with the actions that follow from it. */
export function keepOpinion(
  connection: Connection,
  dealId: string,
  { about, on, from, words, cause, lookDeeper, why }: NewOpinion,
  changes: readonly Change[],
): void {
  recordChange(connection, `opinion ${dealId}`, () => {
    const deal = rowOf(dealId, 'D');
    connection.db
      .prepare(
        `INSERT INTO opinion (deal_id, on_day, about, name, words, cause_id, look_deeper, why)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(deal, on, about, from, words, insertCause(connection, deal, cause, on), lookDeeper ?? null, why ?? null);
    makeChanges(connection, changes, on);
  });
}

/** The views on each deal whose row stands in a JSON array, by the row of the deal. */
export function viewsOf({ db }: Connection, deals: string): (deal: number) => Views {
  const causes = groupBy(db.prepare<[Deals], CauseRow>(SELECT_CAUSES).all({ deals }), dealOf);
  const feedback = groupBy(db.prepare<[Deals], FeedbackRow>(SELECT_FEEDBACK_OF_DEALS).all({ deals }), dealOf);
  const opinions = groupBy(db.prepare<[Deals], OpinionRow>(SELECT_OPINIONS).all({ deals }), dealOf);
  return (deal) => ({
    causes: (causes.get(deal) ?? []).map(causeFrom),
    feedback: (feedback.get(deal) ?? []).map(feedbackFrom),
    opinions: (opinions.get(deal) ?? []).map(opinionFrom),
  });
}

/** The latest request that has no answer yet. */
function openRequest({ db }: Connection, deal: number | undefined): number | undefined {
  const latest = db.prepare<[number | undefined], number | null>(
    'SELECT max(id) FROM feedback WHERE deal_id = ? AND replied_on IS NULL',
  );
  return latest.pluck().get(deal) ?? undefined;
}

/** An answer that came to no request on file gets a row of its own, without a day of sending. */
function insertRequest(
  { db }: Connection,
  deal: number | undefined,
  { channel, sentOn, reply }: NewFeedback,
): number | bigint {
  return db
    .prepare('INSERT INTO feedback (deal_id, channel, sent_on, replied_on) VALUES (?, ?, ?, ?)')
    .run(deal, channel, sentOn ?? null, reply?.on ?? null).lastInsertRowid;
}

function writeReply(
  connection: Connection,
  deal: number | undefined,
  request: number | bigint,
  { on, words, cause }: NonNullable<NewFeedback['reply']>,
): void {
  const { db } = connection;
  const causeRow = insertCause(connection, deal, cause, on);
  db.prepare('UPDATE feedback SET replied_on = ?, cause_id = ? WHERE id = ?').run(on, causeRow, request);
  db.prepare('INSERT INTO feedback_reply (feedback_id, words) VALUES (?, ?)').run(request, words.toWellFormed());
}

function savedFeedback({ db }: Connection, row: number | bigint): Feedback {
  const saved = db.prepare<[number | bigint], FeedbackRow>(`${SELECT_FEEDBACK} WHERE feedback.id = ?`).get(row);
  if (saved === undefined) throw new Error('Feedback was saved and cannot be read back.');
  return feedbackFrom(saved);
}

/** A cause in another's view stands with the latest debrief, beside mine; its row, or null if none was given. */
function insertCause(
  { db }: Connection,
  deal: number | undefined,
  cause: Cause | undefined,
  on: Day,
): number | bigint | null {
  if (cause === undefined) return null;
  return db
    .prepare(
      `INSERT INTO cause (debrief_id, whose, rank, reason, control, evidence, on_day)
       VALUES ((SELECT max(id) FROM debrief WHERE deal_id = :deal AND pass = 'quick'),
         :whose, 'primary', :reason, :control, :evidence, :on)`,
    )
    .run({ ...cause, deal, on }).lastInsertRowid;
}

interface Deals {
  readonly deals: string;
}

function dealOf({ dealId }: { readonly dealId: number }): number {
  return dealId;
}

type CauseRow = HeldCause & { readonly dealId: number };

const SELECT_CAUSES = `
  SELECT debrief.deal_id AS dealId, cause.whose, cause.rank, cause.reason, cause.control, cause.evidence,
    cause.on_day AS "on"
  FROM cause JOIN debrief ON debrief.id = cause.debrief_id
  WHERE debrief.deal_id IN (SELECT value FROM json_each(:deals)) ORDER BY cause.id`;

function causeFrom({ whose, rank, reason, control, evidence, on }: CauseRow): HeldCause {
  return { whose, rank, reason, control, evidence, on };
}

interface FeedbackRow {
  readonly dealId: number;
  readonly channel: string;
  readonly sentOn: Day | null;
  readonly repliedOn: Day | null;
  readonly words: string | null;
  readonly reason: string | null;
}

const SELECT_FEEDBACK = `
  SELECT feedback.deal_id AS dealId, feedback.channel, feedback.sent_on AS sentOn, feedback.replied_on AS repliedOn,
    feedback_reply.words, cause.reason
  FROM feedback
  LEFT JOIN feedback_reply ON feedback_reply.feedback_id = feedback.id
  LEFT JOIN cause ON cause.id = feedback.cause_id`;
const SELECT_FEEDBACK_OF_DEALS = `
  ${SELECT_FEEDBACK} WHERE feedback.deal_id IN (SELECT value FROM json_each(:deals)) ORDER BY feedback.id`;

function feedbackFrom({ channel, sentOn, repliedOn, words, reason }: FeedbackRow): Feedback {
  return {
    channel,
    sentOn: sentOn ?? undefined,
    reply: repliedOn === null ? undefined : { on: repliedOn, words: words ?? '', reason: reason ?? undefined },
  };
}

type OpinionRow = Pick<Opinion, 'about' | 'on' | 'from' | 'words'> & {
  readonly dealId: number;
  readonly reason: string | null;
  readonly lookDeeper: 'yes' | 'not-now' | null;
  readonly why: string | null;
};

const SELECT_OPINIONS = `
  SELECT opinion.deal_id AS dealId, opinion.about, opinion.on_day AS "on", opinion.name AS "from", opinion.words,
    cause.reason, opinion.look_deeper AS lookDeeper, opinion.why
  FROM opinion LEFT JOIN cause ON cause.id = opinion.cause_id
  WHERE opinion.deal_id IN (SELECT value FROM json_each(:deals)) ORDER BY opinion.id`;

function opinionFrom({ about, on, from, words, reason, lookDeeper, why }: OpinionRow): Opinion {
  return {
    about,
    on,
    from,
    words,
    reason: reason ?? undefined,
    lookDeeper: lookDeeper ?? undefined,
    why: why ?? undefined,
  };
}
