import type { App, Catalog } from '../app.ts';
import type { DealRecord } from '../core/debrief.ts';
import { textIn } from '../core/answers.ts';
import { refuseBroken, refuseUnusableChoice } from '../core/framework-choice.ts';
import { type Framework, quickPass } from '../core/framework.ts';
import { type Given, missingRequired, readGiven } from '../core/given-answers.ts';
import { line, quiet } from '../core/page.ts';
import { withKnown } from '../core/ready-answers.ts';
import { listed } from '../core/text/sentence.ts';
import { quotedName } from '../core/text/shell-word.ts';
import { UserError } from '../core/user-error.ts';
import { givenAnswers, refusedAnswers } from '../debriefing/answers-input.ts';
import { tellBeforeAsking } from '../debriefing/before-asking.ts';
import { waitingDeal } from '../debriefing/deal-on-file.ts';
import { knownAnswers } from '../debriefing/known-answers.ts';
import { interview } from '../debriefing/interview-loop.ts';
import { contextOf, type Session, spokenCatalog, withAnswers } from '../debriefing/session.ts';
import { draftToResume, offerDrafts } from '../debriefing/waiting-drafts.ts';
import type { Draft, Store } from '../store/store.ts';

export interface NewOptions {
  readonly won?: boolean;
  /** Straight on with the deep look. */
  readonly deep?: boolean;
  readonly answers?: string;
  readonly set?: readonly string[];
  readonly resume?: string | true;
  readonly discardDraft?: string;
}

/** Debriefs a closed deal: by questions on a terminal, or from given answers where nobody can be asked. */
export async function newDebrief(app: App, deal: string | undefined, options: NewOptions): Promise<void> {
  const store = await app.store('write');
  if (options.discardDraft !== undefined) return discardDraft(app, store, options.discardDraft);
  if (options.deep) refuseDeep(app, options);
  const onFile = deal === undefined ? undefined : waitingDeal(store, deal);
  const asks = app.canAsk && options.answers === undefined;
  const { frameworks } = await spokenCatalog(app);
  const draft = options.resume === undefined ? undefined : draftToResume(store, options.resume, frameworks);
  const resumed =
    draft ?? (asks ? await offerDrafts(app, store, onFile?.deal.name ?? deal, onFile?.deal.id) : undefined);
  const given = await givenAnswers(app, deal, options.answers, options.set ?? [], resumed?.answers);
  if (draft && !asks && Object.keys(given).length === 0) throw unfinished(draft);
  const session = await begin(app, store, resumed, given, options);
  const finished = asks ? await ask(app, store, session) : complete(session);
  // What it takes to plan is loaded only now, so that the first question shows sooner.
  const { keepDebrief } = await import('../debriefing/keep-debrief.ts');
  const record = await keepDebrief(app, store, finished);
  const { debrief } = record;
  if (!options.deep || !debrief) return;
  const { lookAgain } = await import('../debriefing/look-again.ts');
  await lookAgain(app, store, { ...record, debrief }, {});
}

/** The deep look is a talk with oneself, and two results would not be one JSON text. */
function refuseDeep(app: App, { answers }: NewOptions): void {
  if (app.canAsk && answers === undefined && !app.options.json) return;
  throw new UserError(
    app.options.json
      ? 'With --deep each look is printed as a page, and not as JSON.'
      : '--deep asks its questions one by one, and nobody can be asked.',
    'Leave --deep out, and give the deep answers later: lossdebrief review D12 --answers FILE',
  );
}

/** A draft is only finished on purpose: by its own keyboard, or by answers that say so. */
function unfinished({ id }: Draft): UserError {
  return new UserError(
    `${id} is not finished, and there is no terminal to ask on. It is kept as it is.`,
    `In a terminal: lossdebrief new --resume ${id}   Or give the rest: lossdebrief new --resume ${id} --set outcome=postponed`,
  );
}

async function discardDraft(app: App, store: Store, id: string): Promise<void> {
  if (!store.drafts.discard(id)) draftToResume(store, id, (await app.catalog()).frameworks);
  await app.tell([line(`Draft ${id} is thrown away.`)]);
}

async function begin(
  app: App,
  store: Store,
  draft: Draft | undefined,
  given: Given,
  options: NewOptions,
): Promise<Session> {
  const catalog = await spokenCatalog(app);
  const { frameworks } = catalog;
  const onFile = dealOf(store, draft, given);
  // A deal that the CRM has as won is debriefed as a win, unless it is said otherwise.
  const isWin = options.won || (given['outcome'] ?? onFile?.deal.outcome) === 'won';
  const after = isWin ? 'win' : 'loss';
  const framework = draft ? frameworks.find(({ id }) => id === draft.framework) : quickPass({ after }, frameworks);
  if (draft && options.won && framework?.after === 'loss') {
    throw new UserError(
      `${draft.id} is a debrief after a loss.`,
      `Go on with it: lossdebrief new --resume ${draft.id}`,
    );
  }
  if (!framework) throw withoutFramework(draft, catalog);
  const context = await contextOf(app, store, framework);
  if (!draft) refuseUnusableChoice(catalog, context.settings);
  const before = draft?.answers ?? (onFile && (await knownAnswers(framework, onFile, context)));
  const named = onFile && given['deal'] !== undefined ? { ...given, deal: onFile.deal.name } : given;
  const { answers, problems } = await readGiven(framework, withoutWon(named, framework), context, before);
  if (problems.length > 0) throw refusedAnswers(problems, 'Nothing was kept.');
  const dealId = onFile?.deal.id;
  const { seconds = 0, halfAnswered } = draft ?? {};
  const begun: Session = { framework, context, answers, dealId, draft, seconds, halfAnswered };
  return draft && Object.keys(given).length > 0 ? withAnswers(store, begun, answers, begun.seconds) : begun;
}

/** Its answers wait until the framework is back, in its folder and without a fault. */
function withoutFramework(draft: Draft | undefined, catalog: Catalog): UserError {
  const { id = '', framework = '' } = draft ?? {};
  refuseBroken(catalog, framework);
  return new UserError(
    `${id} was begun with the framework ${framework}, which is not here any more. It is kept as it is.`,
    `Put ${framework}.yaml back, or begin anew: lossdebrief new   Or throw it away: lossdebrief new --discard-draft ${id}`,
  );
}

/** The deal on file that a debrief is of: the one named now, else that of the draft, else the one that waits under its name. */
function dealOf(store: Store, draft: Draft | undefined, given: Given): DealRecord | undefined {
  const named = given['deal'] ?? draft?.dealId ?? draft?.answers['deal'];
  return typeof named === 'string' ? waitingDeal(store, named) : undefined;
}

/** A win says so by its framework; the id may stand in the file all the same. */
function withoutWon(given: Given, { after }: Framework): Given {
  const { outcome, ...rest } = given;
  return after === 'win' && outcome === 'won' ? rest : given;
}

async function ask(app: App, store: Store, session: Session): Promise<Session> {
  const name = session.answers['deal'];
  await app.tell([
    line({ text: session.framework.title, as: 'heading' }, typeof name === 'string' ? `: ${name}` : ''),
    line(quiet(session.context.speech.asking.pace)),
  ]);
  if (session.draft === undefined) await tellBeforeAsking(app, store, session);
  return interview(app, store, session);
}

/** Without a keyboard, what is missing counts as skipped, except what a debrief cannot do without. */
function complete(session: Session): Session {
  const missing = missingRequired(session.framework, session.answers);
  if (missing.length === 0) {
    return { ...session, answers: withKnown(session.framework, session.answers, session.context) };
  }
  const name = session.dealId ?? quotedName(textIn(session.answers, 'deal') ?? 'Acme');
  const example =
    session.framework.after === 'win'
      ? `lossdebrief new --won ${name}`
      : `lossdebrief new ${name} --set outcome=lost-competitor`;
  throw new UserError(
    `${listed(missing)} ${missing.length === 1 ? 'is' : 'are'} missing, and nobody can be asked.`,
    example,
  );
}
