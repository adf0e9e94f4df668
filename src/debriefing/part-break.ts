import type { Terminal } from '../app.ts';
import { type Answers, textIn } from '../core/answers.ts';
import type { Asked } from '../core/asked.ts';
import { type Framework, type Question, sectionOf } from '../core/framework.ts';
import { asked, nextQuestion, partsOf, positionOf, record } from '../core/interview.ts';
import type { Context } from '../core/questions/kind.ts';
import type { Session } from './session.ts';

/** What to do with the part of a long framework that comes next. */
export type Wish = 'go-on' | 'skip' | 'later' | 'back';

/** Whether a question opens a part, so that there is a choice to make first. The first part has been chosen by starting. */
export function opensPart({ framework, answers, context }: Session, question: Question): boolean {
  const section = sectionOf(framework, question);
  if (!section || section === framework.sections?.[0]) return false;
  return questionsBeside(framework, answers, context, question).every((one) =>
    partsOf(one).every(({ id }) => answers[id] === undefined),
  );
}

/** Asks whether to go on with a part, to skip it, or to leave the rest for another day. */
export async function askWish(terminal: Terminal, session: Session, question: Question): Promise<Wish> {
  const reply = await terminal.ask(partQuestion(session, question));
  if (reply.kind === 'back') return 'back';
  const wish = textIn(reply.answers, WISH);
  return wish === 'skip' || wish === 'later' ? wish : 'go-on';
}

/** The answers with all that a part would still ask as skipped. */
export function withPartSkipped({ framework, answers, context }: Session, { section }: Question): Answers {
  let skipped = answers;
  for (;;) {
    const question = nextQuestion(framework, skipped, context);
    if (!question || question.section !== section) return skipped;
    skipped = record(framework, skipped, question, {}, context);
  }
}

const WISH = 'wish';

function partQuestion({ framework, answers, context }: Session, question: Question): Asked {
  const { asking, prompt } = context.speech;
  const words = asking.parts;
  const count = questionsBeside(framework, answers, context, question).length;
  return {
    id: WISH,
    position: positionOf(framework, question, context.speech),
    elapsed: undefined,
    tag: undefined,
    ask: words.next(sectionOf(framework, question)?.title ?? ''),
    hint: words.questions(count),
    why: [words.why],
    enter: { label: words.goOn, answers: { [WISH]: 'go-on' } },
    form: {
      form: 'choice',
      options: [
        { ...words.skip, answers: { [WISH]: 'skip' } },
        { ...words.later, answers: { [WISH]: 'later' } },
      ],
    },
    canGoBack: true,
    words: prompt,
  };
}

function questionsBeside(
  framework: Framework,
  answers: Answers,
  context: Context,
  { section }: Question,
): readonly Question[] {
  return asked(framework, answers, context).filter((question) => question.section === section);
}
