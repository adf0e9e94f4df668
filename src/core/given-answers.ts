import { type Answers, type AnswerValue, isBlank, type Read } from './answers.ts';
import { type Condition, holds } from './condition.ts';
import { dayIdOf, wordsIdOf } from './day-words.ts';
import { currencyOf } from './deal-facts.ts';
import { factsOf } from './facts.ts';
import type { Framework, Question } from './framework.ts';
import { amended, partsOf } from './interview.ts';
import { decimalsProblem } from './questions/currency.ts';
import type { Context, Part } from './questions/kind.ts';
import { quotedValue } from './text/quoted-value.ts';
import { listed } from './text/sentence.ts';

/** Answers from a file or the command line, by id, before they are understood. */
export type Given = Readonly<Record<string, unknown>>;

/**
 * Reads given answers the way the interview would take them: question by question, each condition on the answers before it.
 * Everything wrong is said at once, naming the id, the value and what is allowed. What is missing or null is skipped.
 * Given answers win over those of a draft, and take along what they make stale there.
 */
export async function readGiven(
  framework: Framework,
  given: Given,
  context: Context,
  draft: Answers = {},
): Promise<{ readonly answers: Answers; readonly problems: readonly string[] }> {
  const problems: string[] = [];
  const read = new Set<string>();
  let answers = amended(framework, draft, {}, context);
  for (const question of framework.questions) {
    if (!holds(question.when, factsOf(framework, answers, context))) continue;
    for (const part of partsOf(question).filter(({ id }) => Object.hasOwn(given, id) && !read.has(id))) {
      read.add(part.id);
      const value = await readPart(part, given[part.id], context);
      if ('problem' in value) problems.push(value.problem);
      else
        answers = amended(
          framework,
          answers,
          { [part.id]: value.value, ...wordsFor(part.id, value, answers) },
          context,
        );
    }
  }
  // One wrong answer can make others look out of place; it is mended first.
  const isUnsure = problems.some((problem) => /^(?:outcome|reason|again)\b/.test(problem));
  problems.push(...unknownIds(framework, given), ...(isUnsure ? [] : misplaced(framework, given, read)));
  const decimals = decimalsProblem(answers['amount'], currencyOf(answers, context.settings.currency), context.speech);
  return { answers, problems: decimals === undefined ? problems : [...problems, `amount: ${decimals}`] };
}

/** The required answers that are missing, by id. */
export function missingRequired(framework: Framework, answers: Answers): readonly string[] {
  return framework.questions
    .filter(({ id, required }) => required && (answers[id] ?? null) === null)
    .map(({ id }) => id);
}

/** A `--set id=value` added to given answers; `steps.why-now=late` sets one step beside those of the draft. Undefined without an `=`. */
export function parseSetting(setting: string, before: Given, draft: Answers = {}): Given | undefined {
  const [, path, value] = /^([^=]+)=(.*)$/s.exec(setting) ?? [];
  if (path === undefined || value === undefined) return undefined;
  const [, id = path, detail] = /^([^.]+)\.(.+)$/.exec(path) ?? [];
  if (detail === undefined) return { ...before, [id]: value };
  const group = before[id] ?? draft[id];
  return { ...before, [id]: { ...(typeof group === 'object' ? group : {}), [detail]: value } };
}

/** The words that a day was given in now; those of a day that it replaces are gone. */
function wordsFor(id: string, { words }: { readonly words?: string }, answers: Answers): Answers {
  const beside = wordsIdOf(id);
  if (words !== undefined) return { [beside]: words };
  return (answers[beside] ?? null) === null ? {} : { [beside]: null };
}

async function readPart(part: Part, value: unknown, context: Context): Promise<Read<AnswerValue | null>> {
  if (isBlank(value)) return { value: null };
  const read = await part.read(value, context);
  if (!('problem' in read)) return read;
  if (read.problem !== '')
    return { problem: read.problem.startsWith(part.id) ? read.problem : `${part.id}: ${read.problem}` };
  return { problem: `${part.id} is ${quotedValue(value)}. Allowed: ${part.allowed(context)}.` };
}

/** What is given under an id that no question has. */
function unknownIds(framework: Framework, given: Given): readonly string[] {
  const known = new Set(framework.questions.flatMap((question) => partsOf(question).map((part) => part.id)));
  const asked = [...known].filter((id) => dayIdOf(id) === undefined);
  return Object.keys(given)
    .filter((id) => !known.has(id) && !isBlank(given[id]))
    .map((id) => `${id} is not an id of this debrief. Known: ${asked.join(', ')}.`);
}

/** What is given to questions that do not apply. */
function misplaced(framework: Framework, given: Given, read: ReadonlySet<string>): readonly string[] {
  return Object.keys(given).flatMap((id) => {
    const owners = framework.questions.filter((question) => partsOf(question).some((part) => part.id === id));
    if (owners.length === 0 || read.has(id) || isBlank(given[id])) return [];
    return `${id} is given, but it is only asked where ${listed(owners.map(sayWhen), 'or')}.`;
  });
}

function sayWhen({ when }: Question): string {
  return when ? sayCondition(when) : 'it applies';
}

/** A condition in words, for somebody who writes a file of answers or reads a framework. */
export function sayCondition(condition: Condition): string {
  return listed(
    Object.entries(condition).map(([name, test]) => {
      const inner = conditionsIn(name, test);
      if (inner) return `${JUNCTIONS[name]}${listed(inner.map(sayCondition), name === 'all' ? 'and' : 'or')}`;
      if (Array.isArray(test)) return `${name} is ${listed(test.map(String), 'or')}`;
      if (typeof test !== 'object') return `${name} is ${test}`;
      if ('not' in test) return `${name} is not ${listed([test.not].flat().map(String), 'or')}`;
      return 'answered' in test ? `${name} is ${test.answered ? 'given' : 'missing'}` : `${name} fits`;
    }),
  );
}

const JUNCTIONS: Readonly<Record<string, string>> = { all: '', any: '', none: 'not ' };

function conditionsIn(name: string, test: Condition[string]): readonly Condition[] | undefined {
  return Object.hasOwn(JUNCTIONS, name) ? (test as readonly Condition[]) : undefined;
}
