import type { App } from '../app.ts';
import type { Framework } from '../core/framework.ts';
import { type Given, missingRequired, readGiven } from '../core/given-answers.ts';
import { line, quiet } from '../core/page.ts';
import { listed } from '../core/sentence.ts';
import { EXIT, UserError } from '../core/user-error.ts';
import { givenAnswers } from '../debriefing/answers-input.ts';
import { interview } from '../debriefing/interview-loop.ts';
import { contextOf, type Session, withAnswers } from '../debriefing/session.ts';
import { draftToResume, offerDrafts } from '../debriefing/waiting-drafts.ts';
import type { Draft, Store } from '../store/store.ts';

export interface NewOptions {
  readonly won?: boolean;
  readonly answers?: string;
  readonly set?: readonly string[];
  readonly resume?: string | true;
  readonly discardDraft?: string;
}

/** Debriefs a closed deal: by questions on a terminal, or from given answers where nobody can be asked. */
export async function newDebrief(app: App, deal: string | undefined, options: NewOptions): Promise<void> {
  const store = await app.store('write');
  if (options.discardDraft !== undefined) return discardDraft(app, store, options.discardDraft);
  refuseId(store, deal);
  const given = await givenAnswers(app, deal, options.answers, options.set ?? []);
  const asks = app.canAsk && options.answers === undefined;
  const draft = options.resume === undefined ? undefined : draftToResume(store, options.resume);
  const resumed = draft ?? (asks ? await offerDrafts(app, store, deal) : undefined);
  const session = await begin(app, store, resumed, given, options);
  const finished = asks ? await ask(app, store, session) : complete(session);
  // What it takes to plan is loaded only now, so that the first question shows sooner.
  const { keepDebrief } = await import('../debriefing/keep-debrief.ts');
  await keepDebrief(app, store, finished);
}

async function discardDraft(app: App, store: Store, id: string): Promise<void> {
  if (!store.drafts.discard(id)) draftToResume(store, id);
  await app.tell([line(`Draft ${id} is thrown away.`)]);
}

/** An id where a name belongs is a slip, not the name of a deal. */
function refuseId(store: Store, deal: string | undefined): void {
  if (deal === undefined || !/^D\d+$/.test(deal)) return;
  const found = store.record(deal);
  if (!found) throw new UserError(`There is no deal ${deal}.`, 'See them all: lossdebrief list', EXIT.noSuchId);
  throw new UserError(`${deal} (${found.deal.name}) has its debrief already.`, `Read it: lossdebrief show ${deal}`);
}

async function begin(
  app: App,
  store: Store,
  draft: Draft | undefined,
  given: Given,
  options: NewOptions,
): Promise<Session> {
  const { frameworks } = await app.catalog();
  const after = options.won || given['outcome'] === 'won' ? 'win' : 'loss';
  const framework = frameworks.find((one) => (draft ? one.id === draft.framework : one.after === after));
  if (!framework) throw new UserError(`Draft ${draft?.id ?? ''} was made with a framework that is not here any more.`);
  const context = await contextOf(app, store);
  const { answers, problems } = await readGiven(framework, givenWith(draft, given, framework), context);
  if (problems.length > 0)
    throw new UserError(problems.join('\n'), 'Nothing was kept. The README says what each id may be.');
  const begun: Session = { framework, context, answers, draft, seconds: draft?.seconds ?? 0 };
  return draft && Object.keys(given).length > 0 ? withAnswers(store, begun, answers, begun.seconds) : begun;
}

function givenWith(draft: Draft | undefined, given: Given, { after }: Framework): Given {
  const { outcome, ...rest } = given;
  // A win says so by its framework; the id may stand in the file all the same.
  const known = after === 'win' && outcome === 'won' ? rest : given;
  return draft ? { ...draft.answers, ...known } : known;
}

async function ask(app: App, store: Store, session: Session): Promise<Session> {
  const name = session.answers['deal'];
  await app.tell([
    line({ text: session.framework.title, as: 'heading' }, typeof name === 'string' ? `: ${name}` : ''),
    line(quiet('Two minutes. Every answer is kept as you give it; Ctrl-C pauses.')),
  ]);
  if (typeof name === 'string' && session.draft === undefined) await tellOfNamesake(app, session, name);
  return interview(app, store, session);
}

async function tellOfNamesake(app: App, { context }: Session, name: string): Promise<void> {
  const isKnown = context.dealNames.some((known) => known.toLowerCase() === name.toLowerCase());
  if (isKnown) await app.tell([line(quiet(`Another deal called ${name} is on file. This one is kept beside it.`))]);
}

/** Without a keyboard, what is missing counts as skipped, except what a debrief cannot do without. */
function complete(session: Session): Session {
  const missing = missingRequired(session.framework, session.answers);
  if (missing.length === 0) return session;
  const example =
    session.framework.after === 'win'
      ? 'lossdebrief new --won "Acme"'
      : 'lossdebrief new "Acme" --set outcome=lost-competitor';
  throw new UserError(
    `${listed(missing)} ${missing.length === 1 ? 'is' : 'are'} missing, and nobody can be asked.`,
    example,
  );
}
