import { type Answers, type Contact, contactIn, textIn } from './answers.ts';
import type { Framework, Question } from './framework.ts';
import { asked, record } from './interview.ts';
import { inLog } from './log-facts.ts';
import type { Context } from './questions/kind.ts';
import { readySentences } from './rules.ts';

/** What is on file already and need not be asked: whom one calls at this account, what the log tells. The review shows it, and it can be changed. */
export function knownAnswer(question: Question, answers: Answers, context: Context): Answers | undefined {
  if (answers[question.id] !== undefined) return undefined;
  const known = knownContact(question, answers, context) ?? knownFromLog(question, context);
  return known === undefined ? undefined : { [question.id]: known };
}

function knownContact({ kind }: Question, answers: Answers, { contactOf }: Context): Contact | undefined {
  const deal = textIn(answers, 'deal');
  return kind === 'contact' && deal !== undefined ? contactOf(deal) : undefined;
}

function knownFromLog({ 'from-log': fact }: Question, { background }: Context): string | undefined {
  return fact && background ? inLog(fact, background.touches) : undefined;
}

/** The answers with all that is known without asking. */
export function withKnown(framework: Framework, answers: Answers, context: Context): Answers {
  return asked(framework, answers, context).reduce(
    (known, question) => ({ ...known, ...knownAnswer(question, known, context) }),
    answers,
  );
}

/**
 * The answers after a question is answered anew, without what stood ready because of the answers before: the contact of
 * another account, and the sentence that a rule no longer offers. Both come up again, as they should now be.
 */
export function withoutOutdated(
  framework: Framework,
  before: Answers,
  question: Question,
  given: Answers,
  context: Context,
): Answers {
  const after = record(framework, before, question, given, context);
  const outdated = new Set([
    ...outdatedContact(before, after, context),
    ...outdatedSentence(framework, before, after, context),
  ]);
  return outdated.size === 0 ? after : Object.fromEntries(Object.entries(after).filter(([id]) => !outdated.has(id)));
}

function outdatedContact(before: Answers, after: Answers, { contactOf }: Context): readonly string[] {
  const [was, is] = [textIn(before, 'deal'), textIn(after, 'deal')];
  if (was === undefined || was === is) return [];
  return contactIn(after) && contactIn(after)?.name === contactOf(was)?.name ? ['contact'] : [];
}

function outdatedSentence(framework: Framework, before: Answers, after: Answers, context: Context): readonly string[] {
  const offered = framework.questions.filter(({ enter }) => enter === 'from-rules').map(({ id }) => id);
  const still = new Set(readySentences(framework, after, context));
  const gone = new Set(readySentences(framework, before, context).filter((sentence) => !still.has(sentence)));
  return offered.filter((id) => after[id] === before[id] && gone.has(textIn(after, id) ?? ''));
}
