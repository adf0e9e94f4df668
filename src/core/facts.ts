import { type Answers, type Contact, stepsIn } from './answers.ts';
import type { Facts, FactValue } from './condition.ts';
import { daysBetween, type Day } from './days/day.ts';
import type { Framework } from './framework.ts';
import type { PastLoss } from './history.ts';
import { outcomeGroup } from './outcome.ts';
import type { Context } from './questions/kind.ts';
import { answeredWith, countedAnswer } from './questions/own-list.ts';
import { type NamedStep, namedSteps, rowsOf } from './questions/steps.ts';
import { findReason, primaryReason } from './reasons.ts';
import { OWN_NAME_LISTS, ownNames } from './settings/settings.ts';

/**
 * The facts that conditions look at: every answer by its id, steps as `steps.why-now`, and what is derived from them; in a
 * review also those of the quick pass, as `first.outcome`. A skipped answer is an unknown fact.
 */
export function factsOf(framework: Framework, answers: Answers, context: Context): Facts {
  return (name) => {
    const inFirst = namedInFirst(name);
    if (inFirst !== undefined) return firstFact(inFirst, context);
    const derive = DERIVED.get(name);
    if (derive) return derive(answers, context);
    const [kind, detail = ''] = splitAt(name, '.');
    if (kind === 'count') return countOf(framework, answers, detail);
    if (detail !== '' && isScreen(framework, kind)) return stepValue(answers, kind, detail);
    if (kind === 'missed' || kind === 'done')
      return rowsWithTag(framework, detail).filter((row) => stateOf(row, answers) === kind).length;
    return answerFact(answers, name);
  };
}

/** What a name asks of the quick pass (`first.outcome` in a condition, `{first.winner}` in a text); undefined if it does not. */
export function namedInFirst(name: string): string | undefined {
  return name.startsWith(FIRST) ? name.slice(FIRST.length) : undefined;
}

const FIRST = 'first.';

function firstFact(name: string, context: Context): FactValue | undefined {
  const { background } = context;
  return background && factsOf(background.framework, background.answers, context)(name);
}

/** The reason is decided, the account is wanted, the door is open: facts that no question answers by itself. */
const DERIVED = new Map<string, (answers: Answers, context: Context) => FactValue | undefined>([
  ['primary-reason', (answers) => primaryReason(answers)],
  ['control', (answers, { reasons }) => findReason(reasons, primaryReason(answers))?.control],
  ['outcome-group', (answers) => outcomeGroup(answers['outcome'])],
  ['door', (answers) => (isBadBusiness(answers) ? 'closed' : 'open')],
  ['currency.known', (_answers, { settings }) => (settings.currency === undefined ? 'no' : 'yes')],
  ...OWN_NAME_LISTS.map(
    (list) =>
      [
        `set.${list}`,
        (_answers: Answers, { settings }: Context) => (ownNames(settings, list).length > 0 ? 'yes' : 'no'),
      ] as const,
  ),
]);

/** Names of derived facts, for the checks on a framework. */
export const DERIVED_FACTS: readonly string[] = [...DERIVED.keys()];

/** Days within which the same mistake counts as a repeat. */
export const REPEAT_DAYS = 180;

/**
 * Whether the account is not wanted again. Skipping the question means yes, except where the deal itself says no: it never
 * fitted, or they wanted a term that is not given.
 */
export function isBadBusiness(answers: Answers): boolean {
  const { again, outcome } = answers;
  if (typeof again === 'string') return again === 'no';
  return outcome === 'disqualified' || ['bad-fit', 'terms-nonnegotiable'].includes(primaryReason(answers) ?? '');
}

/** Earlier losses within the repeat window in which the same step was missed, latest first. */
export function earlierMisses(step: string, decidedOn: Day, { history }: Context): readonly PastLoss[] {
  return history.losses.filter((loss) => loss.missed.includes(step) && isWithinRepeatWindow(loss, decidedOn));
}

/** Earlier losses within the repeat window that were put down to the same reason, latest first. */
export function earlierWithReason(
  reason: string | undefined,
  decidedOn: Day,
  { history }: Context,
): readonly PastLoss[] {
  if (reason === undefined) return [];
  return history.losses.filter((loss) => loss.primaryReason === reason && isWithinRepeatWindow(loss, decidedOn));
}

/** The words for each missed row under a tag: "priorities asked late". */
export function missedWords(framework: Framework, tag: string, answers: Answers): readonly string[] {
  return rowsWithTag(framework, tag).flatMap((row) => missedWordsOf(row, answers) ?? []);
}

/** The words for one missed row; undefined if it was not missed. */
export function missedWordsOf(step: RowOnScreen, answers: Answers): string | undefined {
  return step.row.missed?.[rowValue(step, answers) ?? ''];
}

/** The steps that count as missed. */
export function missedSteps(framework: Framework, answers: Answers): readonly NamedStep[] {
  return framework.questions.flatMap(namedSteps).filter((step) => stateOf(step, answers) === 'missed');
}

/** How many rows were answered with an option, such as `process.skipped`. */
function countOf(framework: Framework, answers: Answers, name: string): number | undefined {
  const counted = countedAnswer(framework, name);
  return counted && answeredWith(answers, counted.question.id, counted.option)?.length;
}

function isWithinRepeatWindow(loss: PastLoss, decidedOn: Day): boolean {
  const days = daysBetween(loss.decidedOn, decidedOn);
  return days >= 0 && days <= REPEAT_DAYS;
}

/** A row with the screen that it stands on. */
type RowOnScreen = Pick<NamedStep, 'screen' | 'row'>;

function rowsWithTag(framework: Framework, tag: string): readonly RowOnScreen[] {
  return framework.questions.flatMap((question) =>
    rowsOf(question)
      .filter((row) => row.tag === tag && row.missed !== undefined)
      .map((row) => ({ screen: question.id, row })),
  );
}

/** Whether a name is that of a screen of steps, so that what follows it names a step. */
function isScreen({ questions }: Framework, name: string): boolean {
  return questions.some(({ id, kind }) => id === name && kind === 'steps');
}

/** Only "before" (and asking again) is done; what nobody remembers is neither done nor missed. */
function stateOf(step: RowOnScreen, answers: Answers): 'done' | 'missed' | undefined {
  const { row } = step;
  const value = rowValue(step, answers);
  if (value === undefined || value === 'unknown' || row.missed === undefined) return undefined;
  return Object.hasOwn(row.missed, value) ? 'missed' : 'done';
}

function rowValue({ screen, row }: RowOnScreen, answers: Answers): string | undefined {
  const value = row.answers === undefined ? stepValue(answers, screen, row.id) : answerFact(answers, row.answers);
  return value === undefined ? undefined : String(value);
}

/** A step that was not given is unknown, once its screen has been asked. */
function stepValue(answers: Answers, screen: string, step: string): FactValue | undefined {
  return answers[screen] === undefined ? undefined : (stepsIn(answers, screen)?.[step] ?? 'unknown');
}

function answerFact(answers: Answers, id: string): FactValue | undefined {
  const value = answers[id];
  if (value === null || value === undefined) return undefined;
  return typeof value === 'object' ? ((value as Partial<Contact>).name ?? 'given') : value;
}

function splitAt(text: string, mark: string): [string, string?] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
