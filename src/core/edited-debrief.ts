import type { Answers, AnswerValue, Contact, Steps } from './answers.ts';
import type { Cause } from './cause.ts';
import type { Deal, DealRecord, Debrief, KeptAnswer } from './debrief.ts';
import type { Framework, Question } from './framework.ts';
import { applicable, partsOf } from './interview.ts';
import { conclude } from './new-debrief.ts';
import type { Context } from './questions/kind.ts';
import { countedSteps } from './questions/steps.ts';
import { type PlanChange, replan } from './replan.ts';
import { sayQuestion } from './words.ts';

/** A record whose deal has been debriefed. */
export type DebriefedRecord = DealRecord & { readonly debrief: NonNullable<DealRecord['debrief']> };

/** Corrected answers of a debrief on file, with everything that follows from them. */
export interface EditedDebrief {
  readonly deal: Deal;
  readonly debrief: Debrief;
  readonly kept: readonly KeptAnswer[];
  /** The steps as they are counted. */
  readonly steps: Steps;
  /** Undefined where it stays as it is. */
  readonly contact: Correction<Contact> | undefined;
  /** The same for what I think it was. */
  readonly cause: Correction<Cause> | undefined;
  readonly plan: readonly PlanChange[];
  /** Empty if nothing was changed. */
  readonly values: readonly ValueChange[];
  readonly words: readonly WordChange[];
}

/** What stood there and what is to stand there; undefined for nothing. */
export interface Correction<Value> {
  readonly before: Value | undefined;
  readonly after: Value | undefined;
}

/** One answer by its id; null for skipped. */
export interface ValueChange {
  readonly id: string;
  readonly before: AnswerValue | null;
  readonly after: AnswerValue | null;
}

/** The words under one question; undefined for skipped. */
export interface WordChange {
  readonly question: Question;
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** Whether the question still applies. */
  readonly applies: boolean;
}

/**
 * The answers of a debrief as they are edited: with the day and the currency that were taken where none was given, so that
 * neither becomes another one because it is another day.
 */
export function answersToEdit(record: DebriefedRecord): Answers {
  const { answers } = record.debrief;
  const taken = Object.entries(takenFor(record)).filter(([id]) => (answers[id] ?? null) === null);
  return { ...answers, ...Object.fromEntries(taken) };
}

/** What a debrief takes for an answer that is left out. */
function takenFor({ deal, debrief }: DebriefedRecord): Answers {
  const isPriced = typeof debrief.answers['amount'] === 'number';
  return {
    ...(deal.decidedOn && { 'decided-on': deal.decidedOn }),
    ...(isPriced && deal.amount && { currency: deal.amount.currency }),
  };
}

/** The answers without what was only taken for one, and still is. */
function withoutTaken(answers: Answers, record: DebriefedRecord): Answers {
  const before = record.debrief.answers;
  const taken = Object.entries(takenFor(record)).filter(
    ([id, value]) => (before[id] ?? null) === null && answers[id] === value,
  );
  const left = Object.entries(answers).filter(([id]) => !taken.some(([one]) => one === id));
  const skipped = taken.filter(([id]) => Object.hasOwn(before, id)).map(([id]) => [id, null] as const);
  return { ...Object.fromEntries(left), ...Object.fromEntries(skipped) };
}

/** The context in which a debrief is edited: its own deal is no earlier loss, and its amount keeps its currency. */
export function contextToEdit(context: Context, { deal, debrief }: DealRecord): Context {
  const { history, settings } = context;
  return {
    ...context,
    debriefedOn: debrief?.on,
    settings: { ...settings, currency: deal.amount?.currency ?? settings.currency },
    history: { ...history, losses: history.losses.filter(({ dealId }) => dealId !== deal.id) },
    // What is on file for this name is this deal's own, and an answer by now.
    contactOf: () => undefined,
  };
}

/** What other answers make of a debrief: only what differs from before is touched, so what came from elsewhere stays. */
export function editedDebrief(
  framework: Framework,
  record: DebriefedRecord,
  answers: Answers,
  context: Context,
): EditedDebrief {
  const { seconds } = record.debrief;
  const given = answersToEdit(record);
  const ended = withEnd(answers, record);
  const before = conclude(framework, given, context, seconds);
  const after = conclude(framework, ended, context, seconds);
  const saved = { ...withoutTaken(ended, record), ...foreignAnswers(framework, record) };
  return {
    deal: editedDeal(record, before.deal, after.deal),
    debrief: { ...after.debrief, answers: saved },
    kept: keptAfter(record, after.kept, saved),
    steps: countedSteps(framework.questions, saved),
    contact: correction(before.contact, after.contact),
    cause: correction(before.causes[0], after.causes[0]),
    plan: replan(record, before.plan, after.plan, context.today),
    values: valueChanges(record.debrief.answers, saved),
    words: wordChanges(framework, given, ended, context),
  };
}

/** A deal that has ended has a day on which it did. */
function withEnd(answers: Answers, { deal }: DealRecord): Answers {
  return deal.decidedOn === undefined ? answers : { ...answers, 'decided-on': answers['decided-on'] ?? deal.decidedOn };
}

/** Answers to questions that the framework no longer has; they stay as they are. */
function foreignAnswers({ questions }: Framework, { debrief }: DebriefedRecord): Answers {
  const known = new Set(questions.flatMap(partsOf).map(({ id }) => id));
  return Object.fromEntries(Object.entries(debrief.answers).filter(([id]) => !known.has(id)));
}

function editedDeal({ deal: { id: _id, uuid: _uuid, ...onFile } }: DealRecord, before: Deal, after: Deal): Deal {
  const was = new Map<string, unknown>(Object.entries(before));
  const changed = Object.entries(after).filter(([name, value]) => !isSame(was.get(name), value));
  return { ...onFile, ...Object.fromEntries(changed) };
}

/** An answer that was not touched keeps the words under which it was given. */
function keptAfter({ debrief }: DebriefedRecord, after: readonly KeptAnswer[], saved: Answers): readonly KeptAnswer[] {
  const before = new Map(debrief.kept.map((answer) => [answer.id, answer]));
  const ids = new Set([...after.map(({ id }) => id), ...before.keys()]);
  return [...ids]
    .filter((id) => Object.hasOwn(saved, id))
    .flatMap((id) => {
      const old = before.get(id);
      return old && isSame(old.value, saved[id]) ? old : (after.find((answer) => answer.id === id) ?? []);
    });
}

function correction<Value>(before: Value | undefined, after: Value | undefined): Correction<Value> | undefined {
  return isSame(before, after) ? undefined : { before, after };
}

function valueChanges(before: Answers, after: Answers): readonly ValueChange[] {
  const ids = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...ids]
    .map((id) => ({ id, before: before[id] ?? null, after: after[id] ?? null }))
    .filter((change) => !isSame(change.before, change.after));
}

function wordChanges(framework: Framework, before: Answers, after: Answers, context: Context): readonly WordChange[] {
  const [was, is] = [applicable(framework, before, context), applicable(framework, after, context)];
  return framework.questions
    .map((question) => ({
      question,
      before: was.includes(question) ? sayQuestion(framework, question, before, context) : undefined,
      after: is.includes(question) ? sayQuestion(framework, question, after, context) : undefined,
      applies: is.includes(question),
    }))
    .filter((change) => change.before !== change.after && !SAID_WITH_OFFER.has(change.question.kind));
}

// The words of the offer have its currency.
const SAID_WITH_OFFER = new Set(['currency']);

/** Whether two values say the same, in whatever order their fields stand. */
function isSame(one: unknown, other: unknown): boolean {
  return inOrder(one) === inOrder(other);
}

function inOrder(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return JSON.stringify(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
