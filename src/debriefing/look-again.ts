import type { App, Catalog } from '../app.ts';
import type { Day } from '../core/days/day.ts';
import { dealJson, SCHEMA_VERSION } from '../core/deal-json.ts';
import type { DebriefedRecord } from '../core/edited-debrief.ts';
import { chosenSteps, refuseUnusableChoice } from '../core/framework-choice.ts';
import { type Framework, quickPass } from '../core/framework.ts';
import { readGiven } from '../core/given-answers.ts';
import { NO_HISTORY } from '../core/history.ts';
import { countAnswered } from '../core/interview.ts';
import { concludeReview, type ReviewFramework } from '../core/new-review.ts';
import { dayOfSecondLook, nextLook } from '../core/next-look.ts';
import { line, quiet } from '../core/page.ts';
import type { Context } from '../core/questions/kind.ts';
import { withKnown } from '../core/ready-answers.ts';
import { sayDay } from '../core/days/say-day.ts';
import { counted } from '../core/text/sentence.ts';
import type { Settings } from '../core/settings/settings.ts';
import { type StepFramework, withSteps } from '../core/step-framework.ts';
import { thenAndNow, thenAndNowJson } from '../core/then-and-now.ts';
import { UserError } from '../core/user-error.ts';
import { deepOpening, reviewPage, secondLookOpening } from '../pages/review-page.ts';
import type { Draft, Store } from '../store/store.ts';
import { givenAnswers, refusedAnswers } from './answers-input.ts';
import { interview } from './interview-loop.ts';
import { contextOf, type Session, spokenCatalog } from './session.ts';
import { savedWithDraft } from './until-saved.ts';

export interface LookOptions {
  readonly answers?: string;
  readonly set?: readonly string[];
}

/**
 * Looks at a debriefed deal once more: goes on with a look that was left, or begins the one that comes next. By questions
 * on a terminal, or from given answers where nobody can be asked.
 */
export async function lookAgain(app: App, store: Store, record: DebriefedRecord, options: LookOptions): Promise<void> {
  const catalog = await spokenCatalog(app);
  const { frameworks } = catalog;
  const settings = await app.settings();
  const draft = draftOf(store, record, frameworks);
  if (!draft) refuseUnusableChoice(catalog, settings);
  const plain = draft ? withId(draft, frameworks) : frameworkFor(record, frameworks, app);
  const framework = withSteps(plain, stepsAsked(catalog, settings, draft));
  const context = await contextOf(app, store, framework);
  const background = frameworks.find(({ id }) => id === record.debrief.framework) ?? quickPass(framework, frameworks);
  const known: Context = {
    ...context,
    background: background && { framework: background, answers: record.debrief.answers, touches: record.touches },
  };
  const session = await begin(app, record, framework, draft, asking(framework, known), options);
  const asks = app.canAsk && options.answers === undefined;
  const finished = asks ? await ask(app, store, session, record) : complete(session, options);
  await keep(app, store, record, framework, { ...finished, context: known });
}

/** The lists of steps that are chosen, and those that a draft has answers to already. */
function stepsAsked(catalog: Catalog, settings: Settings, draft: Draft | undefined): readonly StepFramework[] {
  const begun = catalog.stepFrameworks.filter(({ id }) => draft?.answers[id] !== undefined);
  return [...new Set([...begun, ...chosenSteps(catalog, settings)])];
}

/**
 * What the questions may depend on. Those of a second look know nothing of what was answered before: neither the quick pass
 * itself, nor how often each reason was given, which would put the old one first.
 */
function asking({ pass }: Framework, context: Context): Context {
  return pass === 'second-look'
    ? { ...context, background: undefined, history: NO_HISTORY, dealNames: [], contactOf: () => undefined }
    : context;
}

/** The look at this deal that was begun and left, the latest if there are several. */
function draftOf(store: Store, { deal }: DebriefedRecord, frameworks: readonly Framework[]): Draft | undefined {
  const later = new Set(frameworks.filter(({ pass }) => pass !== 'quick').map(({ id }) => id));
  return store.drafts.all().find(({ dealId, framework }) => dealId === deal.id && later.has(framework));
}

function withId({ framework }: Draft, frameworks: readonly Framework[]): ReviewFramework {
  const found = frameworks.find(({ id }) => id === framework);
  if (!found || !isReview(found)) throw new Error(`The draft was made with ${framework}, which is no review.`);
  return found;
}

/** The framework of the look that comes next. Throws `UserError` if there is none for now. */
function frameworkFor(record: DebriefedRecord, frameworks: readonly Framework[], app: App): ReviewFramework {
  const { deal } = record;
  const next = nextLook(record, app.clock.today);
  if (next.pass === undefined) throw allMade(record, next.secondLookOn);
  const after = deal.outcome === 'won' ? 'win' : 'loss';
  const found = frameworks.find((one) => one.pass === next.pass && one.after === after);
  if (found && isReview(found)) return found;
  throw new Error(`None of our own frameworks is the ${next.pass} pass after a ${after}.`);
}

function allMade({ deal }: DebriefedRecord, secondLookOn: Day | undefined): UserError {
  const read = `Read it: lossdebrief show ${deal.id}`;
  if (secondLookOn === undefined) return new UserError(`Every look at ${deal.name} is made.`, read);
  return new UserError(
    `The deep look at ${deal.name} is made. The second one is on ${sayDay(secondLookOn)}, with some distance.`,
    read,
  );
}

function isReview(framework: Framework): framework is ReviewFramework {
  return framework.pass !== 'quick';
}

async function begin(
  app: App,
  { deal }: DebriefedRecord,
  framework: ReviewFramework,
  draft: Draft | undefined,
  context: Context,
  options: LookOptions,
): Promise<Session> {
  const before = draft?.answers ?? {};
  const given = await givenAnswers(app, undefined, options.answers, options.set ?? [], before);
  const { answers, problems } = await readGiven(framework, given, context, before);
  if (problems.length > 0) {
    throw refusedAnswers(problems, 'Nothing was kept.');
  }
  const { seconds = 0, halfAnswered } = draft ?? {};
  return { framework, context, answers, dealId: deal.id, draft, seconds, halfAnswered };
}

async function ask(app: App, store: Store, session: Session, record: DebriefedRecord): Promise<Session> {
  const { framework, draft, answers } = session;
  const { reasons } = await app.catalog();
  const title = line({ text: framework.title, as: 'heading' }, `: ${record.deal.name}`);
  if (draft) {
    const kept = counted(countAnswered(framework, answers), 'answer');
    await app.tell([title, line(quiet(`Going on where you left it, with ${kept}. Ctrl-C pauses.`))]);
  } else {
    const opening = framework.pass === 'deep' ? deepOpening(record, reasons) : secondLookOpening();
    await app.tell([title, ...opening, line(quiet(PACE[framework.pass === 'deep' ? 'deep' : 'second-look']))]);
  }
  return interview(app, store, session);
}

const PACE = {
  deep: 'It comes in parts, and Enter skips. Every answer is kept as you give it; Ctrl-C pauses.',
  'second-look': 'Two minutes. Every answer is kept as you give it; Ctrl-C pauses.',
} as const;

/** Without a keyboard what is missing counts as skipped; but a look at nothing is none, and a draft is only finished on purpose. */
function complete(session: Session, { answers, set = [] }: LookOptions): Session {
  const { framework, context, draft, dealId } = session;
  if (answers !== undefined || set.length > 0) {
    return { ...session, answers: withKnown(framework, session.answers, context) };
  }
  const example = `lossdebrief review ${dealId} --set ${framework.questions.at(-1)?.id}=…`;
  throw new UserError(
    draft
      ? `${draft.id} is not finished, and nobody can be asked. It is kept as it is.`
      : 'Nothing is answered, and nobody can be asked.',
    `In a terminal: lossdebrief review ${dealId}   Or give the answers: ${example}`,
  );
}

async function keep(
  app: App,
  store: Store,
  before: DebriefedRecord,
  framework: ReviewFramework,
  session: Session,
): Promise<void> {
  const { answers, context, seconds, draft } = session;
  const { today } = app.clock;
  const concluded = concludeReview(framework, answers, context, before, seconds);
  const after = await savedWithDraft(app, session, () =>
    store.saveReview({ draft: draft?.id, dealId: before.deal.id, on: today, ...concluded }),
  );
  const comparison = framework.pass === 'second-look' ? thenAndNow(after, context) : undefined;
  await app.print({
    json: () => ({
      schemaVersion: SCHEMA_VERSION,
      pass: framework.pass,
      ...dealJson(after),
      comparison: comparison?.map(thenAndNowJson) ?? null,
    }),
    page: () => reviewPage({ before, after, comparison, secondLookOn: dayOfSecondLook(after) }, today),
  });
}
