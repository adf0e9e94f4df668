import type { App, Terminal } from '../app.ts';
import type { Reply } from '../core/asked.ts';
import { askingOf } from '../core/asking.ts';
import type { Framework, Question } from '../core/framework.ts';
import { nextQuestion, previousQuestion, record } from '../core/interview.ts';
import { counted } from '../core/sentence.ts';
import { Paused } from '../core/user-error.ts';
import type { Store } from '../store/store.ts';
import { reviewing } from './review.ts';
import { type Session, withAnswers } from './session.ts';

/**
 * Asks what is left to ask, then shows all answers for review. Each answer is on the disk before the next question shows.
 * Throws `Paused`, with where to go on, when the person stops.
 */
export async function interview(app: App, store: Store, begun: Session): Promise<Session> {
  const terminal = await app.terminal();
  let session = begun;
  let question = nextQuestion(session.framework, session.answers, session.context);
  try {
    for (;;) {
      const turn = question
        ? await askOne(app, terminal, store, session, question)
        : await review(app, terminal, session);
      session = turn.session;
      if (turn.next === 'save') return session;
      question = turn.next;
    }
  } catch (error) {
    throw error instanceof Paused ? pausedWith(error, session) : error;
  }
}

/** The session after one question, and what comes next: a question, the review (undefined), or saving. */
interface Turn {
  readonly session: Session;
  readonly next: Question | undefined | 'save';
}

async function askOne(app: App, terminal: Terminal, store: Store, session: Session, question: Question): Promise<Turn> {
  const { framework, context } = session;
  const known = knownAnswer(store, session, question);
  const { reply, seconds } = known
    ? { reply: known, seconds: session.seconds }
    : await timed(app, session, (elapsed) =>
        terminal.ask(askingOf(framework, question, session.answers, context, elapsed)),
      );
  if (reply.kind === 'back') {
    return {
      session: { ...session, seconds },
      next: previousQuestion(framework, session.answers, context, question) ?? question,
    };
  }
  const answers = record(framework, session.answers, question, reply.answers, context);
  const kept = withAnswers(store, session, answers, seconds);
  return { session: kept, next: nextQuestion(framework, answers, context) };
}

async function review(app: App, terminal: Terminal, session: Session): Promise<Turn> {
  const { asked, questionFor } = reviewing(session.framework, session.answers, session.context);
  const { reply, seconds } = await timed(app, session, () => terminal.ask(asked));
  const timedSession = { ...session, seconds };
  if (reply.kind === 'back') {
    return { session: timedSession, next: lastAsked(session.framework, session) };
  }
  return { session: timedSession, next: questionFor(reply.answers) ?? 'save' };
}

/** A contact that is on file for the same account is taken from there; the review shows it, and it can be changed. */
function knownAnswer(store: Store, { answers }: Session, question: Question): Reply | undefined {
  if (question.kind !== 'contact' || answers[question.id] !== undefined || typeof answers['deal'] !== 'string')
    return undefined;
  const contact = store.contactOf(answers['deal']);
  return contact && { kind: 'answers', answers: { [question.id]: contact } };
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

function lastAsked(framework: Framework, { answers, context }: Session): Question | undefined {
  const last = framework.questions.at(-1);
  return last && (previousQuestion(framework, answers, context, last) === undefined ? undefined : last);
}

function pausedWith(paused: Paused, { draft, answers }: Session): Paused {
  if (!draft) return new Paused(paused.exitCode, 'Stopped. Nothing had been answered yet.');
  const given = Object.values(answers).filter((value) => value !== null).length;
  return new Paused(
    paused.exitCode,
    `Paused. ${counted(given, 'answer')} kept in ${draft.id}. Go on with: lossdebrief new --resume ${draft.id}`,
  );
}
