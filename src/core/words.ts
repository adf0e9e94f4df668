import { type Answers, type AnswerValue, contactIn, stepsIn } from './answers.ts';
import { missedWords, namedInFirst } from './facts.ts';
import { classOf, type Framework, type Question } from './framework.ts';
import { applicable, partsAnsweredBy, partsOf, partWithId } from './interview.ts';
import { OWN_WORDS } from './own-words.ts';
import { kindOf } from './questions/index.ts';
import type { Context } from './questions/kind.ts';
import { answeredWith, countedAnswer, rowName } from './questions/own-list.ts';
import { rowsOf } from './questions/steps.ts';
import { findReason, primaryReason } from './reasons.ts';
import { brief } from './text/sentence.ts';
import type { Words } from './text/template.ts';

/**
 * The person's answers as words, for the templates of a framework: any answer by its id, a step by `steps.why-now`, and a
 * few that are put together; in a review those of the quick pass too, as `first.winner`. What was skipped has none.
 */
export function wordsOf(framework: Framework, answers: Answers, context: Context): Words {
  return (name) => {
    const inFirst = namedInFirst(name);
    if (inFirst !== undefined) return firstWords(inFirst, context);
    const combine = COMBINED.get(name);
    if (combine) return combine(answers, context);
    const [kind = name, detail = ''] = name.split(/\.(.*)/s);
    if (kind === 'names') return namesWith(framework, answers, detail, context);
    const screen = framework.questions.find(({ id, kind: asked }) => id === kind && asked === 'steps');
    if (screen && detail !== '' && detail !== QUOTE) return stepWords(screen, answers, detail);
    if (kind === 'missed') return missedWords(framework, detail, answers).join(', ') || undefined;
    const said = sayAnswer(framework, answers, kind, context);
    if (said === undefined) return undefined;
    return detail === QUOTE ? quoted(framework, kind, said, context) : brief(said);
  };
}

function firstWords(name: string, context: Context): string | undefined {
  const { background } = context;
  return background && wordsOf(background.framework, background.answers, context)(name);
}

/** Asks for an answer as a sentence that says whose words they are: `You wrote: "…".` */
export const QUOTE = 'quote';

/** Names besides answer ids, for the checks on a framework. */
export function combinedNames(): readonly string[] {
  return [...COMBINED.keys(), ...OWN_WORDS];
}

/** The words for one answer, as screens show it; undefined if it was skipped. */
export function sayAnswer(framework: Framework, answers: Answers, id: string, context: Context): string | undefined {
  const value = answers[id];
  const found = partWithId(applicable(framework, answers, context), id);
  return value === undefined || value === null || !found ? undefined : found.part.say(value, context, answers);
}

/** The words for all that a question was answered with, or undefined if all of it was skipped. */
export function sayQuestion(
  framework: Framework,
  question: Question,
  answers: Answers,
  context: Context,
): string | undefined {
  const { say } = kindOf(question);
  if (say) return say(answers, context, question);
  const said = partsAnsweredBy(framework, question, answers, context).flatMap((part) => {
    const value: AnswerValue | null | undefined = answers[part.id];
    return value === null || value === undefined ? [] : [part.say(value, context, answers)];
  });
  return said.filter((text) => text !== '').join(', ') || undefined;
}

const COMBINED = new Map<string, (answers: Answers, context: Context) => string | undefined>([
  ['contact', (answers) => contactIn(answers)?.name],
  ['contact.first', (answers) => contactIn(answers)?.name.split(' ')[0]],
  ['reason.label', (answers, { reasons }) => findReason(reasons, primaryReason(answers))?.label],
]);

/** `steps.role` as it was answered ("late"), `steps.role.missed` as the words for having missed it. */
function stepWords(screen: Question, answers: Answers, name: string): string | undefined {
  const [step = name, form] = name.split('.');
  const value = stepsIn(answers, screen.id)?.[step] ?? '';
  const row = rowsOf(screen).find(({ id }) => id === step);
  return form === 'missed' ? row?.missed?.[value] : row?.options[value];
}

/** The person's names for what they answered with an option: `names.process.skipped`. */
function namesWith(framework: Framework, answers: Answers, name: string, context: Context): string | undefined {
  const counted = countedAnswer(framework, name);
  const rows = counted && answeredWith(answers, counted.question.id, counted.option);
  return rows && (context.speech.listed(rows.map((row) => rowName(counted.question, row, context))) || undefined);
}

function quoted(framework: Framework, id: string, said: string, { speech }: Context): string {
  const question = framework.questions.find((one) => partsOf(one).some((part) => part.id === id));
  const isTheirs = question !== undefined && classOf(question, id) === 'their-words';
  return isTheirs ? speech.plan.theySaid(brief(said)) : speech.plan.youWrote(brief(said));
}
