import type { Suggestion } from './completion.ts';
import { dayIdOf } from './day-words.ts';
import type { Framework, Options, Question } from './framework.ts';
import { partsOf } from './interview.ts';
import { optionsOf } from './questions/choice.ts';
import { rowsOf } from './questions/steps.ts';
import type { ReasonBook } from './reasons.ts';
import type { Stage } from './settings/settings.ts';

/** What may be given as `id=value`: first the ids, and once one is there, the codes that it may be. */
export function answerSuggestions(
  begun: string,
  frameworks: readonly Framework[],
  reasons: ReasonBook,
  stages: readonly Stage[],
): readonly Suggestion[] {
  const questions = frameworks.flatMap((framework) => framework.questions);
  const given = begun.includes('=') ? begun.slice(0, begun.indexOf('=')) : undefined;
  const all = new Map(questions.flatMap((question) => answersOf(question, codesOf(question, reasons, stages))));
  if (given === undefined) return [...all].map(([id, { note }]) => ({ value: `${id}=`, note }));
  return Object.entries(all.get(given)?.codes ?? {}).map(([code, note]) => ({ value: `${given}=${code}`, note }));
}

/** One id that may be given, and the codes that it may be, with their words. */
type Answerable = readonly [id: string, answer: { readonly note: string; readonly codes: Options }];

function answersOf(question: Question, codes: Options): readonly Answerable[] {
  const rows = rowsOf(question).map(({ id, answers = `${question.id}.${id}`, short, options }): Answerable => [
    answers,
    { note: short, codes: options },
  ]);
  if (rows.length > 0) return rows;
  // The words for a day are kept by themselves.
  const ids = partsOf(question).filter(({ id }) => dayIdOf(id) === undefined);
  return ids.map(({ id }) => [id, { note: question.short, codes: id === question.id ? codes : {} }]);
}

function codesOf(question: Question, { reasons, lines }: ReasonBook, stages: readonly Stage[]): Options {
  if (question.kind === 'reason')
    return { ...lines, ...Object.fromEntries(reasons.map(({ code, label }) => [code, label])) };
  if (question.kind === 'stage') return Object.fromEntries(stages.map(({ id, name }) => [id, name]));
  return optionsOf(question);
}
