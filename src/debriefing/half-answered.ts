import type { App } from '../app.ts';
import type { Answers } from '../core/answers.ts';
import type { Question } from '../core/framework.ts';
import { asked, nextQuestion } from '../core/interview.ts';
import { withoutOutdated } from '../core/ready-answers.ts';
import type { Store } from '../store/store.ts';
import type { Session } from './session.ts';
import { withAnswersSaved } from './until-saved.ts';

/** The next question to ask: the first that is not answered, or was left with a part of its answer. Undefined when there is none. */
export function nextToAsk({ framework, answers, context, halfAnswered }: Session): Question | undefined {
  const unanswered = nextQuestion(framework, answers, context);
  return asked(framework, answers, context).find((question) => question === unanswered || question.id === halfAnswered);
}

/** Keeps what a question held when the person stopped in the middle of it. */
export async function withHeld(
  app: App,
  store: Store,
  session: Session,
  question: Question | undefined,
  held: Answers | undefined,
): Promise<Session> {
  if (question === undefined || held === undefined) return session;
  const { framework, context, seconds } = session;
  const answers = withoutOutdated(framework, session.answers, question, held, context);
  return withAnswersSaved(app, store, { ...session, halfAnswered: question.id }, answers, seconds);
}

/** The session once a question has the whole of its answer. */
export function withWhole(session: Session, { id }: Question): Session {
  return session.halfAnswered === id ? { ...session, halfAnswered: undefined } : session;
}
