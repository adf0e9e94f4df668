import { type Answers, type AnswerValue, stepsIn } from '../answers.ts';
import { type Condition, factsNamedIn, type FactValue, holds, valuesNamedIn } from '../condition.ts';
import { isoDay, type Day } from '../days/day.ts';
import { domainOf } from './fact-domains.ts';
import { factsOf, namedInFirst } from '../facts.ts';
import type { Framework } from '../framework.ts';
import { NO_HISTORY } from '../history.ts';
import { applicable, partsOf, partWithId } from '../interview.ts';
import type { Context } from '../questions/kind.ts';
import { countedAnswer } from '../questions/own-list.ts';
import { type NamedStep, namedSteps, rowsOf } from '../questions/steps.ts';
import type { ReasonBook } from '../reasons.ts';
import { DEFAULT_SETTINGS, type Settings } from '../settings/settings.ts';
import { ENGLISH } from '../speech/english.ts';

/**
 * Whether any answers make a condition hold. All combinations of the answers that it looks at, directly or through other
 * questions' conditions, are tried with the very functions that the interview uses; an answer only counts where its
 * question applies. A review also looks at answers of the `earlier` quick pass.
 */
export function canHold(
  condition: Condition | undefined,
  framework: Framework,
  reasons: ReasonBook,
  earlier?: Framework,
): boolean {
  if (condition === undefined) return true;
  const names = involved(factsNamedIn(condition), framework, earlier);
  const choices = names.map((name) => ({
    name,
    values: valuesOf(condition, name, domainOf(framework, reasons, name, earlier)),
  }));
  // Beyond this the question is too wide to settle by trying, and the condition counts as one that can hold. Nobody is told:
  // it is no fault, and of ours a case shows for each rule that it fires.
  if (choices.reduce((product, { values }) => product * values.length, 1) > MOST_TRIES) return true;
  return anyOf(choices, ({ own, first }) => {
    const background = earlier && { framework: earlier, answers: first, touches: [] };
    return SETTINGS.some((settings) => {
      const context: Context = { ...NOTHING_KNOWN, settings, reasons, background };
      return (
        isConsistent(own, framework, context) &&
        (!earlier || isConsistent(first, earlier, context)) &&
        holds(condition, factsOf(framework, own, context))
      );
    });
  });
}

const MOST_TRIES = 300_000;

const A_NAME = [{ id: 'one', name: 'one' }];
/** With a name in every list of their own, and with none. */
const SETTINGS: readonly Settings[] = [
  {
    ...DEFAULT_SETTINGS,
    processSteps: A_NAME,
    idealCustomer: A_NAME,
    nonNegotiables: A_NAME,
    redFlags: A_NAME,
  },
  DEFAULT_SETTINGS,
];

const NOTHING_KNOWN: Omit<Context, 'reasons' | 'settings'> = {
  today: isoDay('2026-01-01') as Day,
  speech: ENGLISH,
  history: NO_HISTORY,
  dealNames: [],
  contactOf: () => undefined,
};

/** The answers that a fact comes from: its own, or those it is derived from. */
export function sourcesOf(name: string, framework: Framework): readonly string[] {
  if (name.startsWith('set.')) return [];
  return SOURCES[name] ?? tagSources(name, framework) ?? [name];
}

const SOURCES: Readonly<Record<string, readonly string[]>> = {
  'primary-reason': ['reason', 'requoted', 'underneath'],
  control: ['reason', 'requoted', 'underneath'],
  door: ['again', 'outcome', 'reason', 'requoted', 'underneath'],
  'outcome-group': ['outcome'],
  'currency.known': [],
};

function involved(names: readonly string[], framework: Framework, earlier?: Framework): readonly string[] {
  const found = new Set<string>();
  const inFirst = new Set<string>();
  const visit = (name: string): void => {
    const first = namedInFirst(name);
    if (first !== undefined) return void inFirst.add(first);
    const sources = sourcesOf(name, framework);
    if (!sources.includes(name)) return sources.forEach(visit);
    if (found.has(name)) return undefined;
    found.add(name);
    const asked = countedIn(framework, name)?.question ?? partWithId(framework.questions, name)?.question;
    return factsNamedIn(asked?.when).forEach(visit);
  };
  names.forEach(visit);
  const own = [...found].filter(
    (name) =>
      stepCalled(framework, name) !== undefined ||
      countedIn(framework, name) !== undefined ||
      partWithId(framework.questions, name) !== undefined,
  );
  return earlier ? [...own, ...involved([...inFirst], earlier).map((name) => `first.${name}`)] : own;
}

function tagSources(name: string, framework: Framework): readonly string[] | undefined {
  const tag = /^(?:missed|done)\.(.*)$/.exec(name)?.[1];
  if (tag === undefined) return undefined;
  const steps = framework.questions.flatMap(namedSteps).filter(({ row }) => row.tag === tag);
  const others = framework.questions.flatMap(rowsOf).filter((row) => row.tag === tag);
  return [...steps.map(({ fact }) => fact), ...others.flatMap(({ answers }) => answers ?? [])];
}

function stepCalled({ questions }: Framework, name: string): NamedStep | undefined {
  return questions.flatMap(namedSteps).find(({ fact }) => fact === name);
}

function valuesOf(
  condition: Condition,
  name: string,
  domain: readonly FactValue[] | undefined,
): readonly (AnswerValue | null)[] {
  if (domain) return [null, ...domain];
  const compared = valuesNamedIn(condition).flatMap(([fact, value]) => (fact === name ? [value] : []));
  const around = compared.flatMap((value): readonly FactValue[] =>
    typeof value === 'number' ? [value - 1, value, value + 1] : [value],
  );
  return [null, ...around, 'words'];
}

/** Answers to try: those of the framework itself, and those of the quick pass before it. */
interface Tried {
  readonly own: Answers;
  readonly first: Answers;
}

function* assignments(
  choices: readonly { readonly name: string; readonly values: readonly (AnswerValue | null)[] }[],
): Generator<Tried> {
  const [first, ...rest] = choices;
  if (!first) return yield { own: {}, first: {} };
  for (const others of assignments(rest)) {
    for (const value of first.values) yield tryingValue(others, first.name, value);
  }
  return undefined;
}

function anyOf(choices: Parameters<typeof assignments>[0], test: (tried: Tried) => boolean): boolean {
  for (const tried of assignments(choices)) if (test(tried)) return true;
  return false;
}

function tryingValue({ own, first }: Tried, name: string, value: AnswerValue | null): Tried {
  const inFirst = namedInFirst(name);
  return inFirst === undefined
    ? { own: withValue(own, name, value), first }
    : { own, first: withValue(first, inFirst, value) };
}

function withValue(answers: Answers, name: string, value: AnswerValue | null): Answers {
  if (name.startsWith(COUNT)) return withCount(answers, name.slice(COUNT.length), value);
  // An id has no full stop, so one that has it names a step and its screen.
  const [screen = name, step] = name.split('.');
  if (step === undefined) return { ...answers, [name]: value };
  const steps = { ...(answers[screen] as Record<string, string> | undefined) };
  if (typeof value === 'string') steps[step] = value;
  return { ...answers, [screen]: steps };
}

/** So many rows answered with an option, beside those with another. */
function withCount(answers: Answers, name: string, value: AnswerValue | null): Answers {
  if (typeof value !== 'number') return answers;
  const [id = '', option = ''] = name.split('.');
  const rows = Array.from({ length: Math.max(0, value) }, (_, row) => [`${option}-${row}`, option] as const);
  return { ...answers, [id]: { ...stepsIn(answers, id), ...Object.fromEntries(rows) } };
}

/** The question whose rows a fact such as `count.process.skipped` counts. */
function countedIn(framework: Framework, name: string): ReturnType<typeof countedAnswer> {
  return name.startsWith(COUNT) ? countedAnswer(framework, name.slice(COUNT.length)) : undefined;
}

const COUNT = 'count.';

function isConsistent(answers: Answers, framework: Framework, context: Context): boolean {
  const allowed = new Set(
    applicable(framework, answers, context).flatMap((question) => partsOf(question).map(({ id }) => id)),
  );
  return Object.entries(answers).every(([id, value]) => value === null || allowed.has(id));
}
