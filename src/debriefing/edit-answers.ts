import type { App, Terminal } from '../app.ts';
import type { Answers } from '../core/answers.ts';
import { askedQuestion } from '../core/asked-question.ts';
import type { Framework, Question } from '../core/framework.ts';
import { asked, nextQuestion, partsOf } from '../core/interview.ts';
import type { Context } from '../core/questions/kind.ts';
import { withoutOutdated } from '../core/ready-answers.ts';
import { unlessStopped } from './confirm.ts';
import { inConversation } from './conversation.ts';
import { answersBeforeSaving } from './before-saving.ts';

/**
 * Shows the answers of a debrief on file, lets any be changed, and asks what follows from a change, as the interview would.
 * Nothing is written meanwhile, so stopping leaves everything as it was.
 */
export async function editAnswers(app: App, framework: Framework, saved: Answers, context: Context): Promise<Answers> {
  const answers = await inConversation(app, (terminal) =>
    changedAnswers(terminal, framework, withSkipped(framework, saved, context), context),
  );
  // What was never given is not there, and an Enter here does not change that.
  return Object.fromEntries(
    Object.entries(answers).filter(([id, value]) => value !== null || Object.hasOwn(saved, id)),
  );
}

async function changedAnswers(
  terminal: Terminal,
  framework: Framework,
  before: Answers,
  context: Context,
): Promise<Answers> {
  let answers = before;
  let question: Question | 'done' | undefined;
  while (question !== 'done') {
    if (question === undefined) {
      question = await picked(terminal, framework, answers, context);
    } else {
      answers = await askedAnew(terminal, framework, question, answers, context);
      question = nextQuestion(framework, answers, context);
    }
  }
  return answers;
}

/** Only what follows from a change is asked, so what was never answered counts as skipped. */
function withSkipped(framework: Framework, saved: Answers, context: Context): Answers {
  const ids = asked(framework, saved, context)
    .flatMap(partsOf)
    .filter(({ inPassing }) => !inPassing)
    .map(({ id }) => id);
  return { ...Object.fromEntries(ids.map((id) => [id, null])), ...saved };
}

async function picked(
  terminal: Terminal,
  framework: Framework,
  answers: Answers,
  context: Context,
): Promise<Question | 'done'> {
  const words = context.speech.asking.review;
  const review = answersBeforeSaving(framework, answers, context);
  const reply = await unlessStopped(() =>
    terminal.ask({
      ...review.asked,
      why: [words.notWritten],
      enter: { label: words.thatIsAll, answers: {} },
      canGoBack: false,
    }),
  );
  return (reply.kind === 'answers' ? review.questionFor(reply.answers) : undefined) ?? 'done';
}

async function askedAnew(
  terminal: Terminal,
  framework: Framework,
  question: Question,
  answers: Answers,
  context: Context,
): Promise<Answers> {
  const asking = askedQuestion(framework, question, answers, context, () => 0);
  const reply = await unlessStopped(() => terminal.ask({ ...asking, elapsed: undefined, canGoBack: true }));
  return reply.kind === 'back' ? answers : withoutOutdated(framework, answers, question, reply.answers, context);
}
