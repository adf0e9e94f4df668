import type { App } from '../app.ts';
import { askingFor, type Favour, lookingDeeper, tryingOut, usualAskingDay } from '../core/colleague-actions.ts';
import { SCHEMA_VERSION } from '../core/deal-json.ts';
import type { DealRecord, PlannedAction } from '../core/debrief.ts';
import type { Change } from '../core/follow-through.ts';
import { line } from '../core/page.ts';
import { listed } from '../core/text/sentence.ts';
import { quotedName } from '../core/text/shell-word.ts';
import { readBy } from '../core/days/read-bound.ts';
import { UserError } from '../core/user-error.ts';
import { type LookDeeper, type NewOpinion, opinionJson } from '../core/views.ts';
import { askDepth, askWhyNot, TO_TRY, whoSays } from '../debriefing/ask-colleague.ts';
import { knownDeal } from '../debriefing/deal-on-file.ts';
import { othersReason } from '../debriefing/others-reason.ts';
import { askLine } from '../debriefing/side-question.ts';
import { actionLines } from '../pages/action-lines.ts';
import type { Store } from '../store/store.ts';

export interface OpinionOptions {
  readonly from?: string;
  readonly words?: string;
  readonly reason?: string;
  readonly lookDeeper?: LookDeeper;
  readonly why?: string;
  /** What they saw on a call, instead of a view of the deal. */
  readonly saw?: string;
  readonly try?: string;
  /** Whom to ask for help, instead of keeping what they said. */
  readonly ask?: string;
  readonly to?: Favour;
  readonly by?: string;
}

/**
 * Keeps a colleague's view of a deal beside mine, or what they saw on a call, or plans to ask them. Nothing here agrees or
 * disagrees: the only questions are whether a view deserves a deeper look, and what I will try.
 */
export async function opinion(app: App, id: string, options: OpinionOptions): Promise<void> {
  refuseMixed(id, options);
  const store = await app.store('write');
  const record = knownDeal(store, id);
  if (options.ask !== undefined) return planToAsk(app, store, record, options.ask, options);
  const kept = await (options.saw === undefined ? viewOf : sightOf)(app, record, options);
  store.keepOpinion(
    record.deal.id,
    kept.opinion,
    kept.actions.map((action): Change => ({ kind: 'add-action', dealId: record.deal.id, action })),
  );
  return printKept(app, store, record, kept.opinion);
}

/** What is kept together: the words, and the action that follows from them. */
interface Kept {
  readonly opinion: NewOpinion;
  readonly actions: readonly PlannedAction[];
}

/** A view, what was seen on a call and a plea are three things, and each has flags of its own. */
function refuseMixed(id: string, options: OpinionOptions): void {
  const { ask, to, by, saw, try: attempt } = options;
  const deal = /^D\d+$/i.test(id) ? id : quotedName(id);
  const mixed = THINGS.map((flags) => flags.filter((flag) => options[flag] !== undefined))
    .filter((given) => given.length > 0)
    .map(([first = 'words']) => first);
  if (mixed.length > 1) {
    throw new UserError(
      `${listed(mixed.map((flag) => FLAGS[flag]))} do not go together: a view of the deal, what was seen on a call, and whom to ask are kept one by one.`,
      `Give them one after the other, beginning with: lossdebrief opinion ${deal} --from "Priya Nair" --words "…"`,
    );
  }
  if ((ask ?? to ?? by) !== undefined && !ask?.trim()) {
    throw new UserError('Whom do you want to ask?', `lossdebrief opinion ${deal} --ask "Priya Nair" --to look`);
  }
  if (saw === undefined && attempt !== undefined) {
    throw new UserError('What did they see?', `lossdebrief opinion ${deal} --from "Priya Nair" --saw "…" --try "…"`);
  }
}

/** The flags of each of the three, the one that says most about it first. */
const THINGS = [
  ['ask', 'to', 'by'],
  ['saw', 'try'],
  ['words', 'reason', 'lookDeeper', 'why'],
] as const satisfies readonly (readonly (keyof OpinionOptions)[])[];

const FLAGS: Readonly<Record<(typeof THINGS)[number][number], string>> = {
  ask: '--ask',
  to: '--to',
  by: '--by',
  saw: '--saw',
  try: '--try',
  words: '--words',
  reason: '--reason',
  lookDeeper: '--look-deeper',
  why: '--why',
};

async function viewOf(app: App, record: DealRecord, options: OpinionOptions): Promise<Kept> {
  const { today } = app.clock;
  const { from, words } = await whoSays(app, record.deal.id, options.from, { words: options.words });
  const cause = await othersReason(app, record, 'colleague', options.reason);
  const lookDeeper = options.lookDeeper ?? (await askDepth(app));
  const why = options.why ?? (lookDeeper === 'not-now' ? await askWhyNot(app, record.deal.id) : undefined);
  return {
    opinion: { about: 'deal', on: today, from, words, cause, lookDeeper, why },
    actions: lookDeeper === 'yes' ? [lookingDeeper(from, words, record.deal, today)] : [],
  };
}

async function sightOf(app: App, record: DealRecord, options: OpinionOptions): Promise<Kept> {
  const { today } = app.clock;
  const { from, words } = await whoSays(app, record.deal.id, options.from, { saw: options.saw });
  const attempt = options.try ?? (app.canAsk ? await askLine(app, TO_TRY) : undefined);
  return {
    opinion: { about: 'call', on: today, from, words, cause: undefined, lookDeeper: undefined, why: undefined },
    actions: attempt === undefined ? [] : [tryingOut(attempt, from, words, today)],
  };
}

async function printKept(app: App, store: Store, before: DealRecord, { cause, ...kept }: NewOpinion): Promise<void> {
  const { deal } = before;
  const added = addedActions(store, before);
  const what = kept.about === 'call' ? `what ${kept.from} saw` : `what ${kept.from} thinks of ${deal.name}`;
  await app.print({
    json: () => ({
      schemaVersion: SCHEMA_VERSION,
      deal: { id: deal.id, name: deal.name },
      opinion: opinionJson({ ...kept, reason: cause?.reason }),
      actions: added.map(actionJson),
    }),
    page: () => [
      line({ text: `Kept word for word: ${what}.`, as: 'good' }),
      ...added.flatMap((action) => actionLines(action, app.clock.today)),
    ],
  });
}

async function planToAsk(
  app: App,
  store: Store,
  record: DealRecord,
  name: string,
  { to = 'look', by }: OpinionOptions,
): Promise<void> {
  const { today } = app.clock;
  const due = by === undefined ? usualAskingDay(today) : await readBy(by, today);
  const { id } = record.deal;
  const action = askingFor(to, name, record.deal, due);
  store.apply(`opinion ${id} --ask`, [{ kind: 'add-action', dealId: id, action }], today);
  const added = addedActions(store, record);
  await app.print({
    json: () => ({
      schemaVersion: SCHEMA_VERSION,
      deal: { id, name: record.deal.name },
      opinion: null,
      actions: added.map(actionJson),
    }),
    page: () => added.flatMap((one) => actionLines(one, today)),
  });
  if (to === 'look') await app.tell([line(`The brief to hand over: lossdebrief brief ${id}`)]);
}

function addedActions(store: Store, { deal, actions }: DealRecord): DealRecord['actions'] {
  const before = new Set(actions.map(({ id }) => id));
  return knownDeal(store, deal.id).actions.filter(({ id }) => !before.has(id));
}

function actionJson({ id, text, because, due, rule }: DealRecord['actions'][number]): Record<string, unknown> {
  return { id, text, because, due, rule };
}
