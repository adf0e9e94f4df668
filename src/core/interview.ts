import type { Answers } from './answers.ts';
import { holds } from './condition.ts';
import { factsOf } from './facts.ts';
import { type Framework, type Question, sectionOf } from './framework.ts';
import { kindOf } from './questions/index.ts';
import type { Context, Part } from './questions/kind.ts';
import { ENGLISH } from './speech/english.ts';
import type { Speech } from './speech/speech.ts';

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

/** The question that is asked after this one, answered or not, unless this one answered it in passing; undefined after the last. */
export function followingQuestion(
  framework: Framework,
  answers: Answers,
  context: Context,
  current: Question,
): Question | undefined {
  const place = framework.questions.indexOf(current);
  const inPassing = new Set(
    partsOf(current).flatMap((part) => (part.inPassing && typeof answers[part.id] === 'string' ? [part.id] : [])),
  );
  const isAnswered = (question: Question): boolean => {
    const parts = partsOf(question);
    return parts.length > 0 && parts.every(({ id }) => inPassing.has(id));
  };
  return asked(framework, answers, context).find(
    (question) => framework.questions.indexOf(question) > place && !isAnswered(question),
  );
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
  const owners = ownersOf(framework, answers, context);
  const lasting = Object.entries(answers).filter(([id]) => owners.get(id) !== question);
  const skipped = Object.fromEntries(ownParts(question).map(({ id }) => [id, null]));
  const now = { ...Object.fromEntries(lasting), ...skipped, ...given };
  return withoutStale(framework, now, beforeOf(framework, answers, given, context), context);
}

/** The answers after some of them were given anew, from a file or by flags; the others stay unless that makes them stale. */
export function amended(framework: Framework, answers: Answers, given: Answers, context: Context): Answers {
  return withoutStale(framework, { ...answers, ...given }, beforeOf(framework, answers, given, context), context);
}

/** How many questions were answered, skipped ones left out. */
export function countAnswered({ questions }: Framework, answers: Answers): number {
  const inPassing = new Set(questions.flatMap(partsOf).flatMap((part) => (part.inPassing ? part.id : [])));
  const counts = ({ id }: Part): boolean => !inPassing.has(id) && (answers[id] ?? null) !== null;
  return questions.filter((question) => ownParts(question).some(counts)).length;
}

/** `7 of 13`, or `part 2 of 5` where there are parts; undefined for a question outside the count. */
export function positionOf(framework: Framework, question: Question, { asking }: Speech = ENGLISH): string | undefined {
  const { sections = [] } = framework;
  const section = sectionOf(framework, question);
  if (section) return asking.part(sections.indexOf(section) + 1, sections.length);
  const last = framework.questions.findLast(({ number }) => number !== undefined)?.number;
  return question.number === undefined ? undefined : asking.place(question.number, Number.parseInt(last ?? '', 10));
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

/** A skipped answer is an answer, except where one is needed. */
function isAnswered(question: Question, answers: Answers): boolean {
  return ownParts(question).every(
    ({ id }) => answers[id] !== undefined && !(question.required && answers[id] === null),
  );
}

function ownParts(question: Question): readonly Part[] {
  return partsOf(question).filter(({ inPassing }) => !inPassing);
}

/** How things stood before an answer changed. */
interface Before {
  readonly askedBefore: readonly Question[];
  /** The question that each answer was given to; answers that are new have none. */
  readonly givenTo: ReadonlyMap<string, Question | undefined>;
}

function beforeOf(framework: Framework, answers: Answers, given: Answers, context: Context): Before {
  const givenTo = new Map(ownersOf(framework, answers, context));
  for (const id of Object.keys(given)) givenTo.delete(id);
  return { askedBefore: asked(framework, answers, context), givenTo };
}

function ownersOf(framework: Framework, answers: Answers, context: Context): ReadonlyMap<string, Question | undefined> {
  const questions = applicable(framework, answers, context);
  return new Map(Object.keys(answers).map((id) => [id, partWithId(questions, id)?.question]));
}

/**
 * Drops answers until every one that is left belongs to a question that applies, and that is still asked if it was; one
 * that goes may take others along. An answer goes with the question it was given to, even where another would take it.
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
    return allowed.has(id) && (owner === undefined || partWithId(questions, id)?.question === owner);
  });
  const isStable = kept.length === Object.keys(answers).length;
  return isStable ? answers : withoutStale(framework, Object.fromEntries(kept), { askedBefore, givenTo }, context);
}
