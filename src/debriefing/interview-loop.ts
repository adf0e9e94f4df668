import type { App, Terminal } from '../app.ts';
import type { Reply } from '../core/asked.ts';
import { askedQuestion } from '../core/asked-question.ts';
import type { Question, Section } from '../core/framework.ts';
import { asked, countAnswered, followingQuestion, previousQuestion } from '../core/interview.ts';
import { knownAnswer, withoutOutdated } from '../core/ready-answers.ts';
import { Paused } from '../core/user-error.ts';
import type { Store } from '../store/store.ts';
import { knowingWhatStandsAbove } from './answered-above.ts';
import { tellBeforeAsking } from './before-asking.ts';
import { askWish, opensPart, withPartSkipped } from './part-break.ts';
import { answersBeforeSaving, partsBeforeSaving } from './before-saving.ts';
import { inConversation } from './conversation.ts';
import { nextToAsk, withHeld, withWhole } from './half-answered.ts';
import { ofDealNamed } from './session-deal.ts';
import { goOnWith, type Session } from './session.ts';
import { withAnswersSaved } from './until-saved.ts';

/**
 * Asks what is left to ask, then shows all answers for review. Each answer is on the disk before the next question shows.
 * Throws `Paused`, with where to go on, when the person stops.
 */
export async function interview(app: App, store: Store, begun: Session): Promise<Session> {
  return inConversation(app, (terminal) => askAll(app, terminal, store, begun));
}

async function askAll(app: App, terminal: Terminal, store: Store, begun: Session): Promise<Session> {
  const questionDesk = knowingWhatStandsAbove(terminal);
  let session = begun;
  let question = nextToAsk(session);
  // Somebody who went back comes forward again one question at a time.
  let isReturning = false;
  try {
    for (;;) {
      const turn: Turn = question
        ? ((await openPart(app, terminal, store, session, question)) ??
          (await askOne(app, questionDesk, store, session, question)))
        : await review(app, terminal, session);
      session = turn.session;
      if (turn.next === 'save') return session;
      isReturning = turn.wentBack === true || (isReturning && question !== undefined && !turn.skippedPart);
      const { framework, answers, context } = session;
      question =
        isReturning && !turn.wentBack && question
          ? followingQuestion(framework, answers, context, question)
          : turn.next;
    }
  } catch (error) {
    if (!(error instanceof Paused)) throw error;
    throw pausedWith(error, await withHeld(app, store, session, question, error.held));
  }
}

/** The session after one question, and what comes next: a question, the review (undefined), or saving. */
interface Turn {
  readonly session: Session;
  readonly next: Question | undefined | 'save';
  readonly wentBack?: boolean;
  readonly skippedPart?: boolean;
}

async function askOne(app: App, terminal: Terminal, store: Store, session: Session, question: Question): Promise<Turn> {
  const { framework, context } = session;
  const known = knownAnswer(question, session.answers, context);
  const { reply, seconds } = known
    ? { reply: { kind: 'answers', answers: known } as const, seconds: session.seconds }
    : await timed(app, session, (elapsed) =>
        terminal.ask(askedQuestion(framework, question, session.answers, context, elapsed)),
      );
  if (reply.kind === 'back') {
    return {
      session: { ...session, seconds },
      next: previousQuestion(framework, session.answers, context, question) ?? question,
      wentBack: true,
    };
  }
  const answers = withoutOutdated(framework, session.answers, question, reply.answers, context);
  const named = question.kind === 'deal' ? await ofDealNamed(store, session, answers) : { ...session, answers };
  const kept = await withAnswersSaved(app, store, withWhole(named, question), named.answers, seconds);
  if (question.kind === 'deal' && !session.draft) await tellBeforeAsking(app, store, kept);
  return { session: kept, next: nextToAsk(kept) };
}

/** Asks whether to go on, where a question opens a part of a long framework; undefined if it is simply to be asked. */
async function openPart(
  app: App,
  terminal: Terminal,
  store: Store,
  session: Session,
  question: Question,
): Promise<Turn | undefined> {
  const { framework, context, answers } = session;
  if (!opensPart(session, question)) return undefined;
  const wish = await askWish(terminal, session, question);
  if (wish === 'later') throw new Paused();
  if (wish === 'back') {
    return { session, next: previousQuestion(framework, answers, context, question), wentBack: true };
  }
  if (wish === 'go-on') return undefined;
  const kept = await withAnswersSaved(app, store, session, withPartSkipped(session, question), session.seconds);
  return { session: kept, next: nextToAsk(kept), skippedPart: true };
}

/** Shows what was answered. In a long framework its parts are shown first, and then the answers of the one that is picked. */
async function review(app: App, terminal: Terminal, session: Session): Promise<Turn> {
  const { framework, answers, context } = session;
  const parts = partsBeforeSaving(framework, answers, context);
  const { asked, questionFor } = answersBeforeSaving(framework, answers, context);
  const { reply, seconds } = await timed(app, session, () => terminal.ask(parts?.asked ?? asked));
  const timedSession = { ...session, seconds };
  if (reply.kind === 'back') return { session: timedSession, next: lastAsked(session), wentBack: true };
  const part = parts?.partFor(reply.answers);
  if (part) return reviewPart(app, terminal, timedSession, part);
  return { session: timedSession, next: questionFor(reply.answers) ?? 'save' };
}

/** The answers of one part; Enter goes back to all parts. */
async function reviewPart(app: App, terminal: Terminal, session: Session, part: Section): Promise<Turn> {
  const { asked, questionFor } = answersBeforeSaving(session.framework, session.answers, session.context, part);
  const { reply, seconds } = await timed(app, session, () => terminal.ask(asked));
  const next = reply.kind === 'back' ? undefined : questionFor(reply.answers);
  return { session: { ...session, seconds }, next };
}

/** Longer than this on one question was a pause, and counts as this much. */
const LONGEST_THOUGHT = 120;

async function timed(
  app: App,
  { seconds }: Session,
  ask: (elapsed: () => number) => Promise<Reply>,
): Promise<{ readonly reply: Reply; readonly seconds: number }> {
  const begun = app.clock.now();
  const elapsed = (): number => seconds + Math.min(LONGEST_THOUGHT, (app.clock.now() - begun) / 1000);
  const reply = await ask(elapsed);
  return { reply, seconds: Math.round(elapsed()) };
}

function lastAsked({ framework, answers, context }: Session): Question | undefined {
  return asked(framework, answers, context).at(-1);
}

function pausedWith(paused: Paused, session: Session): Paused {
  const { draft, answers, framework, context } = session;
  const { asking } = context.speech;
  if (!draft) return new Paused(paused.exitCode, asking.stoppedAtOnce);
  const given = countAnswered(framework, answers);
  return new Paused(paused.exitCode, asking.paused(given, draft.id, goOnWith(session)));
}
