import type { App } from '../app.ts';
import { APART, type Asked } from '../core/asked.ts';
import type { Answers } from '../core/answers.ts';
import { cleanJson } from '../core/text/clean-text.ts';
import { causedBy, EXIT, Paused, UserError } from '../core/user-error.ts';
import type { Store } from '../store/store.ts';
import { goOnWith, type Session, withAnswers } from './session.ts';

/**
 * Keeps new answers on the disk, and only then gives back the session that has them. Somebody who stops where that cannot be
 * done gets all answers as JSON on the way out: the last one is nowhere else.
 */
export async function withAnswersSaved(
  app: App,
  store: Store,
  session: Session,
  answers: Answers,
  seconds: number,
): Promise<Session> {
  try {
    return await untilSaved(app, () => withAnswers(store, session, answers, seconds));
  } catch (error) {
    throw isFaultOfFile(error) ? withThem(error, answers, session) : error;
  }
}

/**
 * Saves a session that is finished. Somebody who has just answered is asked to try again where that cannot be done, and
 * finds everything in the draft later; what came with a command can come again.
 */
export async function savedWithDraft<Saved>(app: App, session: Session, save: () => Saved): Promise<Saved> {
  if (!app.canAsk || session.draft === undefined) return save();
  try {
    return await untilSaved(app, save);
  } catch (error) {
    if (!isFaultOfFile(error)) throw error;
    const message = `${error.message}\nYour answers are safe in ${session.draft.id}.`;
    const hint = `${error.hint ?? ''} Go on with: ${goOnWith(session)}`.trim();
    throw causedBy(new UserError(message, hint, error.exitCode), error);
  }
}

/**
 * Saves something that somebody has just answered. Where the file cannot be written, as on a full disk, they are asked
 * whether to try again, as often as they like. Throws the fault once they stop.
 */
async function untilSaved<Saved>(app: App, save: () => Saved): Promise<Saved> {
  for (;;) {
    try {
      return save();
    } catch (error) {
      if (!isFaultOfFile(error) || !(await wantsToTryAgain(app, error))) throw error;
    }
  }
}

function withThem(fault: UserError, answers: Answers, session: Session): UserError {
  const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== null));
  const lines = cleanJson(JSON.stringify(given, undefined, 2));
  const goOn = session.draft
    ? `Go on with: ${goOnWith(session)}`
    : `Put these lines into a file, and then: ${goOnWith(session)} --answers FILE`;
  const telling = new UserError(
    `${fault.message}\nWhat you have answered, so that it is not lost:\n${lines}`,
    `${fault.hint ?? ''} ${goOn}`.trim(),
    fault.exitCode,
  );
  return causedBy(telling, fault);
}

/** A fault that may be gone in a moment: no room, no permission, another lossdebrief. */
function isFaultOfFile(error: unknown): error is UserError {
  return error instanceof UserError && (error.exitCode === EXIT.database || error.exitCode === EXIT.busy);
}

/** Whoever is gone does not want to. */
async function wantsToTryAgain(app: App, fault: UserError): Promise<boolean> {
  const terminal = await app.terminal();
  try {
    const reply = await terminal.ask(question(fault));
    return reply.kind === 'answers' && reply.answers[AGAIN] === 'yes';
  } catch (error) {
    if (error instanceof Paused) return false;
    throw error;
  }
}

const AGAIN = 'try-again';

function question({ message, hint }: UserError): Asked {
  return {
    id: AGAIN,
    ...APART,
    ask: message,
    hint,
    why: ['What you have just answered is still here, but not in the file yet.'],
    enter: { label: 'try again', answers: { [AGAIN]: 'yes' } },
    form: {
      form: 'choice',
      options: [
        { key: 'a', label: 'try again', answers: { [AGAIN]: 'yes' } },
        { key: 's', label: 'stop here', answers: {} },
      ],
    },
    canGoBack: false,
  };
}
