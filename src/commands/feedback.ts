import type { App } from '../app.ts';
import type { DealRecord } from '../core/debrief.ts';
import type { Day } from '../core/days/day.ts';
import { SCHEMA_VERSION } from '../core/deal-json.ts';
import { actionsFulfilled, feedbackReminder, feedbackRequest, mailtoUrl, misfit } from '../core/feedback-request.ts';
import type { Change } from '../core/follow-through.ts';
import type { Framework, RequestText } from '../core/framework.ts';
import { line, quiet, whole } from '../core/page.ts';
import { cautionJson, cautionsAbout, sayCaution } from '../core/polite-noes.ts';
import { pastDay, readDay } from '../core/days/read-day.ts';
import { UserError } from '../core/user-error.ts';
import { type Feedback, feedbackJson, type NewFeedback } from '../core/views.ts';
import { givenWords } from '../debriefing/given-words.ts';
import { knownDeal } from '../debriefing/deal-on-file.ts';
import { othersReason } from '../debriefing/others-reason.ts';
import { spokenCatalog } from '../debriefing/session.ts';
import { feedbackPage } from '../pages/feedback-page.ts';
import type { Store } from '../store/store.ts';

export interface FeedbackOptions {
  readonly mailto?: boolean;
  /** The day it was sent; true without one. */
  readonly sent?: string | true;
  readonly reply?: string;
  readonly reason?: string;
}

/** Asks the buyer: prints the request, dates it once it is sent, and keeps the answer word for word. */
export async function feedback(app: App, id: string, options: FeedbackOptions): Promise<void> {
  const keeps = options.sent !== undefined || options.reply !== undefined;
  if (options.reason !== undefined && options.reply === undefined) {
    throw new UserError('A reason belongs to an answer.', `lossdebrief feedback ${id} --reply "…" --reason trust-risk`);
  }
  const store = await app.store(keeps ? 'write' : 'read');
  const record = knownDeal(store, id);
  refuseUndecided(record);
  if (keeps) await keep(app, store, record, options);
  else await printRequest(app, record, options.mailto === true);
}

function refuseUndecided({ deal }: DealRecord): void {
  if (deal.outcome !== undefined && deal.outcome !== 'won') return;
  throw new UserError(
    `${deal.name} is ${deal.outcome ?? 'open'}, so there is no decision against you to ask about.`,
    'Look for one that was lost: lossdebrief list',
  );
}

/** Standard output is the message and nothing else, fit for a clipboard: `lossdebrief feedback D12 | pbcopy`. */
async function printRequest(app: App, record: DealRecord, asLink: boolean): Promise<void> {
  const { deal, contact } = record;
  const request = feedbackRequest((await askingFramework(app, record))['feedback-request'], deal.name, contact);
  const { email } = request.to;
  await app.print({
    json: () => ({
      schemaVersion: SCHEMA_VERSION,
      deal: { id: deal.id, name: deal.name },
      to: { name: request.to.name ?? null, email: email ?? null },
      subject: request.subject,
      text: request.text,
      mailto: email === undefined ? null : mailtoUrl(request),
    }),
    page: () => (asLink ? [mailtoUrl(request)] : request.text.split('\n')).map(whole),
  });
  const notes = [
    misfit(record),
    asLink && email === undefined
      ? `No email address of ${contact?.name ?? 'a contact'} is on file: the link leaves it open.`
      : undefined,
  ].filter((note) => note !== undefined);
  await app.tell([
    ...notes.map((note) => line(note)),
    line(quiet(`Once it is sent: lossdebrief feedback ${deal.id} --sent`)),
  ]);
}

async function keep(app: App, store: Store, record: DealRecord, options: FeedbackOptions): Promise<void> {
  const { today } = app.clock;
  const sentOn = options.sent === undefined ? undefined : await readSent(options.sent, today);
  const reply = options.reply === undefined ? undefined : await readReply(app, record, options.reply, options.reason);
  const entry: NewFeedback = { channel: record.contact?.email === undefined ? 'message' : 'email', sentOn, reply };
  const changes = await changesBy(app, record, entry);
  const kept = store.keepFeedback(record.deal.id, entry, changes, today);
  await printKept(app, store, record, kept, changes);
}

async function readSent(sent: string | true, today: Day): Promise<Day> {
  if (sent === true) return today;
  const read = pastDay(await readDay(sent, today, 'past'), today);
  if ('problem' in read) throw new UserError(read.problem, 'Write it as --sent 2026-11-20, or --sent alone for today.');
  return read.value;
}

async function readReply(
  app: App,
  record: DealRecord,
  given: string,
  reason: string | undefined,
): Promise<NonNullable<NewFeedback['reply']> | undefined> {
  const words = await givenWords(app, given, {
    id: 'reply',
    ask: 'What did they answer, in their own words?',
    hint: 'Type it or paste it.',
    why: 'Kept as it was, it can be held against what they said at the no, and against what you think.',
    required: true,
  });
  if (words === undefined) return undefined;
  return { on: app.clock.today, words, cause: await othersReason(app, record, 'buyer', reason) };
}

/** The action to ask is done. While there is no answer a reminder waits; an answer, or asking once more, ends it. */
async function changesBy(app: App, record: DealRecord, { sentOn, reply }: NewFeedback): Promise<readonly Change[]> {
  const open = record.otherEntries.filter(({ kind, state }) => kind === 'feedback' && state === 'open');
  const fulfilled = [...actionsFulfilled(await askingFramework(app, record), record), ...open.map(({ id }) => id)];
  const closed = fulfilled.map((id): Change => ({ kind: 'close', id, state: 'done' }));
  const waitsSince = reply ? undefined : sentOn;
  const entry = waitsSince && feedbackReminder(record, waitsSince, app.clock.today, await app.settings());
  return entry ? [...closed, { kind: 'add', dealId: record.deal.id, entry }] : closed;
}

async function printKept(
  app: App,
  store: Store,
  before: DealRecord,
  kept: Feedback,
  changes: readonly Change[],
): Promise<void> {
  const { deal } = before;
  const record = knownDeal(store, deal.id);
  const { politeNoes, reasons } = await app.catalog();
  const cautions = kept.reply ? cautionsAbout(kept.reply.words, politeNoes) : [];
  const reminder = record.otherEntries.find(({ kind, state }) => kind === 'feedback' && state === 'open');
  const closed = changes.flatMap((change) => (change.kind === 'close' ? [change.id] : []));
  await app.print({
    json: () => ({
      schemaVersion: SCHEMA_VERSION,
      deal: { id: deal.id, name: deal.name },
      feedback: feedbackJson(kept),
      reminder: reminder ? { id: reminder.id, on: reminder.on } : null,
      done: closed,
      cautions: cautions.map(cautionJson),
    }),
    page: () => feedbackPage({ record, kept, reminder, closed, cautions: cautions.map(sayCaution), reasons }),
  });
}

/** The framework that the deal was debriefed with, or else any that knows how to ask the buyer. */
async function askingFramework(
  app: App,
  { debrief }: DealRecord,
): Promise<Framework & { 'feedback-request': RequestText }> {
  const { frameworks } = await spokenCatalog(app);
  const asking = frameworks.filter((framework) => asks(framework));
  const found = asking.find(({ id }) => id === debrief?.framework) ?? asking[0];
  if (!found) throw new Error('None of our own frameworks says how to ask the buyer.');
  return found;
}

function asks(framework: Framework): framework is Framework & { 'feedback-request': RequestText } {
  return framework['feedback-request'] !== undefined;
}
