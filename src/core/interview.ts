import type { Answers } from './answers.ts';
import { holds } from './condition.ts';
import { factsOf } from './facts.ts';
import type { Framework, Question } from './framework.ts';
import { kindOf } from './questions/index.ts';
import type { Context, Part } from './questions/kind.ts';

/** The next question to ask: the first, in order, that is asked and not yet answered or skipped. Undefined when all are. */
export function nextQuestion(framework: Framework, answers: Answers, context: Context): Question | undefined {
  return asked(framework, answers, context).find((question) => !isAnswered(question, answers));
}

/** The question that was asked before this one. */
export function previousQuestion(
  framework: Framework,
  answers: Answers,
  context: Context,
  current: Question,
): Question | undefined {
  const place = framework.questions.indexOf(current);
  return asked(framework, answers, context).findLast((question) => framework.questions.indexOf(question) < place);
}

/** The questions that are asked with these answers, in order. */
export function asked(framework: Framework, answers: Answers, context: Context): readonly Question[] {
  const facts = factsOf(framework, answers, context);
  return framework.questions.filter((question) => holds(question.when, facts) && holds(question['ask-when'], facts));
}

/** The questions that these answers allow an answer to, in order. */
export function applicable(framework: Framework, answers: Answers, context: Context): readonly Question[] {
  const facts = factsOf(framework, answers, context);
  return framework.questions.filter((question) => holds(question.when, facts));
}

/**
 * The answers after a question is answered anew. Its own ids that were not given count as skipped, what it once answered in
 * passing is forgotten, and answers to questions that no longer apply vanish: going back must not leave what it led to.
 */
export function record(
  framework: Framework,
  answers: Answers,
  question: Question,
  given: Answers,
  context: Context,
): Answers {
  const before = applicable(framework, answers, context);
  const givenTo = new Map(Object.keys(answers).map((id) => [id, partWithId(before, id)?.question]));
  const lasting = Object.entries(answers).filter(([id]) => givenTo.get(id) !== question);
  const skipped = Object.fromEntries(ownParts(question).map(({ id }) => [id, null]));
  for (const id of Object.keys(given)) givenTo.delete(id);
  const then = { askedBefore: asked(framework, answers, context), givenTo };
  return withoutStale(framework, { ...Object.fromEntries(lasting), ...skipped, ...given }, then, context);
}

/** `7 of 13`; undefined for a question outside the count. */
export function positionOf(framework: Framework, question: Question): string | undefined {
  const last = framework.questions.findLast(({ number }) => number !== undefined)?.number;
  return question.number === undefined ? undefined : `${question.number} of ${Number.parseInt(last ?? '', 10)}`;
}

/** All ids that a question answers. */
export function partsOf(question: Question): readonly Part[] {
  return kindOf(question).parts(question);
}

/** The part of a framework that an id belongs to, with its question; the question that applies, if several give it. */
export function partWithId(
  questions: readonly Question[],
  id: string,
): { readonly question: Question; readonly part: Part } | undefined {
  const found = questions.flatMap((question) => partsOf(question).map((part) => ({ question, part })));
  const matching = found.filter(({ part }) => part.id === id);
  return matching.find(({ part }) => !part.inPassing) ?? matching[0];
}

/** The parts that a question answers by itself: what it could take in passing is left out where another question asks for it. */
export function partsAnsweredBy(
  framework: Framework,
  question: Question,
  answers: Answers,
  context: Context,
): readonly Part[] {
  const others = applicable(framework, answers, context).filter((other) => other !== question);
  const elsewhere = new Set(others.flatMap((other) => ownParts(other).map(({ id }) => id)));
  return partsOf(question).filter(({ id, inPassing }) => !inPassing || !elsewhere.has(id));
}

function isAnswered(question: Question, answers: Answers): boolean {
  return ownParts(question).every(({ id }) => answers[id] !== undefined);
}

function ownParts(question: Question): readonly Part[] {
  return partsOf(question).filter(({ inPassing }) => !inPassing);
}

/** How things stood before an answer changed. */
interface Before {
  readonly askedBefore: readonly Question[];
  readonly givenTo: ReadonlyMap<string, Question | undefined>;
}

/**
 * Drops answers until every one that is left belongs to a question that applies, and that is still asked if it was; one
 * that goes may take others along. An answer goes with the question it was given to, even where another would take it in
 * passing.
 */
function withoutStale(
  framework: Framework,
  answers: Answers,
  { askedBefore, givenTo }: Before,
  context: Context,
): Answers {
  const stillAsked = asked(framework, answers, context);
  const questions = applicable(framework, answers, context).filter(
    (question) => stillAsked.includes(question) || !askedBefore.includes(question),
  );
  const allowed = new Set(questions.flatMap((question) => partsOf(question).map(({ id }) => id)));
  const kept = Object.entries(answers).filter(([id]) => {
    const owner = givenTo.get(id);
    return allowed.has(id) && (owner === undefined || questions.includes(owner));
  });
  const isStable = kept.length === Object.keys(answers).length;
  return isStable ? answers : withoutStale(framework, Object.fromEntries(kept), { askedBefore, givenTo }, context);
}
