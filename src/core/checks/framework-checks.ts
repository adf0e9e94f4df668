import type { Complaint, FrameworkCheck } from './complaint.ts';
import { factsNamedIn, type Condition, valuesNamedIn } from '../condition.ts';
import { dayIdOf } from '../day-words.ts';
import { DERIVED_FACTS } from '../facts.ts';
import { conditionsOn, type Framework, type Question, type Rule } from '../framework.ts';
import { partsOf } from '../interview.ts';
import { domainOf } from './fact-domains.ts';
import { REQUEST_NAMES } from '../feedback-request.ts';
import { kindsAreKnown, kindsHaveWhatTheyNeed } from './kind-checks.ts';
import { HISTORY_NAMES } from '../plan.ts';
import { countedNames } from '../questions/own-list.ts';
import { namedSteps, rowsOf } from '../questions/steps.ts';
import type { ReasonBook } from '../reasons.ts';
import { REVIEW_CHECKS } from './review-checks.ts';
import { canHold, sourcesOf } from './satisfiable.ts';
import { namesIn } from '../text/template.ts';
import { combinedNames, QUOTE } from '../words.ts';

/** Every complaint about a framework that fits the schema; of a review, with the quick pass it goes back to. A new check is one function and its name in this list. */
export function complaintsAbout(framework: Framework, reasons: ReasonBook, earlier?: Framework): readonly Complaint[] {
  const unreadable = [kindsAreKnown, kindsHaveWhatTheyNeed].flatMap((check) => check(framework));
  if (unreadable.length > 0) return unreadable;
  const known = CHECKS.flatMap((check) => check(framework, reasons, earlier));
  // What can never happen is only worth saying once every name and value is right.
  return known.length > 0 ? known : everythingCanHappen(framework, reasons, earlier);
}

const CHECKS: readonly FrameworkCheck[] = [
  idsAreUnique,
  classesAreComplete,
  numbersRise,
  factsAreKnown,
  valuesAreKnown,
  conditionsLookBack,
  templatesAreKnown,
  requestIsForTheBuyer,
  repeatsAreSteps,
  ownWordsAreAnswers,
  leftOutReasonsExist,
  ...REVIEW_CHECKS,
];

function idsAreUnique({ questions, rules }: Framework): readonly Complaint[] {
  return [
    ...repeated(questions).map((index) => duplicate('questions', index, questions[index]?.id)),
    ...repeated(rules).map((index) => duplicate('rules', index, rules[index]?.id)),
  ];
}

function duplicate(list: string, index: number, id: string | undefined): Complaint {
  return {
    path: [list, index, 'id'],
    problem: `the id ${id} stands twice in ${list}`,
    fix: 'give one of them another id',
  };
}

function repeated(items: readonly { readonly id: string }[]): readonly number[] {
  return items.flatMap(({ id }, index) => (items.findIndex((other) => other.id === id) < index ? index : []));
}

/** A question that answers several ids says the class of each, so that no answer lands where it may be shared by mistake. */
function classesAreComplete({ questions }: Framework): readonly Complaint[] {
  return questions.flatMap((question, index) => {
    // The words for a day are of the day's class.
    const ids = partsOf(question)
      .map(({ id }) => id)
      .filter((id) => dayIdOf(id) === undefined);
    const declared = typeof question.class === 'string' ? ids.slice(0, 1) : Object.keys(question.class);
    const isComplete = ids.length === declared.length && ids.every((id) => declared.includes(id));
    return isComplete
      ? []
      : {
          path: ['questions', index, 'class'],
          problem: `question ${question.id} answers ${ids.join(', ')}, and its class covers ${declared.join(', ')}`,
          fix: `give each id its class: { ${ids.map((id) => `${id}: fact`).join(', ')} }`,
        };
  });
}

function numbersRise({ questions }: Framework): readonly Complaint[] {
  const numbered = questions.flatMap(({ id, number }, index) => (number === undefined ? [] : { id, number, index }));
  return numbered.flatMap(({ id, number, index }, place) => {
    const before = numbered[place - 1];
    return before && rank(before.number) > rank(number)
      ? {
          path: ['questions', index, 'number'],
          problem: `question ${id} has the number ${number} after ${before.number}`,
          fix: 'number the questions in the order they stand',
        }
      : [];
  });
}

/** 8a comes after 8 and before 9. */
function rank(number: string): number {
  const letter = /[a-z]$/.exec(number)?.[0];
  return Number.parseInt(number, 10) + (letter === undefined ? 0 : (letter.charCodeAt(0) - 96) / 100);
}

function factsAreKnown(framework: Framework, _reasons: ReasonBook, earlier?: Framework): readonly Complaint[] {
  const known = knownFacts(framework, earlier);
  return conditionsOf(framework).flatMap(({ path, condition, inClosing }) =>
    factsNamedIn(condition)
      .filter((name) => !known.has(name) && !(inClosing && name === 'follow-up'))
      .map((name) => ({
        path,
        problem: `the condition looks at "${name}", which no question answers`,
        fix: `use the id of a question, or one of: ${DERIVED_FACTS.join(', ')}`,
      })),
  );
}

function valuesAreKnown(framework: Framework, reasons: ReasonBook, earlier?: Framework): readonly Complaint[] {
  return conditionsOf(framework).flatMap(({ path, condition }) =>
    valuesNamedIn(condition).flatMap(([name, value]) => {
      const domain = domainOf(framework, reasons, name, earlier);
      return domain && !domain.includes(value)
        ? { path, problem: `"${name}" can never be "${value}"`, fix: `use one of: ${domain.join(', ')}` }
        : [];
    }),
  );
}

/** A question can only depend on what was asked before it. */
function conditionsLookBack(framework: Framework): readonly Complaint[] {
  const { questions } = framework;
  return questions.flatMap((question, index) => {
    const later = new Set(questions.slice(index).flatMap((other) => partsOf(other).map(({ id }) => id)));
    for (const earlier of questions.slice(0, index)) for (const { id } of partsOf(earlier)) later.delete(id);
    const named = conditionsOn(question).flatMap(factsNamedIn);
    return named
      .filter((name) => sourcesOf(name, framework).some((source) => later.has(askedAs(source))))
      .map((name) => ({
        path: ['questions', index, 'when'],
        problem: `question ${question.id} depends on "${name}", which is asked after it`,
        fix: 'move it behind that question',
      }));
  });
}

/** The id of the question behind a fact: `process` behind `count.process.skipped`. */
function askedAs(source: string): string {
  return source.replace(/^count\./, '').replace(/\..*$/, '');
}

function templatesAreKnown(framework: Framework, _reasons: ReasonBook, earlier?: Framework): readonly Complaint[] {
  const known = new Set([...wordsIn(framework), ...(earlier ? wordsIn(earlier).map((name) => `first.${name}`) : [])]);
  return templatesOf(framework).flatMap(({ path, template, extra }) =>
    namesIn(template)
      .filter((name) => !known.has(name) && !extra.includes(name))
      .map((name) => ({
        path,
        problem: `the text uses {${name}}, which has no words`,
        fix: 'use the id of a question, or take it out',
      })),
  );
}

function wordsIn(framework: Framework): readonly string[] {
  const facts = [...knownFacts(framework)];
  const steps = new Set(framework.questions.flatMap(namedSteps).map(({ fact }) => fact));
  return [
    ...facts,
    ...countedNames(framework).map((name) => `names.${name}`),
    ...facts.map((name) => (steps.has(name) ? `${name}.missed` : `${name}.${QUOTE}`)),
    ...combinedNames(),
  ];
}

/** The request leaves the house: what is private could only slip into it by its name. */
function requestIsForTheBuyer({ 'feedback-request': request }: Framework): readonly Complaint[] {
  return Object.entries(request ?? {}).flatMap(([key, text]: readonly [string, string]) =>
    namesIn(text)
      .filter((name) => !REQUEST_NAMES.includes(name))
      .map((name) => ({
        path: ['feedback-request', key],
        problem: `the request to the buyer uses {${name}}, which is not for them`,
        fix: `use only: ${REQUEST_NAMES.join(', ')}`,
      })),
  );
}

function repeatsAreSteps({ questions, rules }: Framework): readonly Complaint[] {
  const steps = questions.flatMap(namedSteps).map(({ id }) => id);
  return rules.flatMap(({ id, repeats }, index) =>
    repeats === undefined || steps.includes(repeats)
      ? []
      : {
          path: ['rules', index, 'repeats'],
          problem: `rule ${id} repeats "${repeats}", which is no step`,
          fix: `use one of: ${steps.join(', ')}`,
        },
  );
}

function ownWordsAreAnswers({ questions, rules }: Framework): readonly Complaint[] {
  const answers = questions.flatMap((question) => partsOf(question).map(({ id }) => id));
  return rules.flatMap(({ id, 'in-my-words': own }, index) =>
    own === undefined || answers.includes(own.id)
      ? []
      : {
          path: ['rules', index, 'in-my-words', 'id'],
          problem: `rule ${id} takes the words of "${own.id}", which no question answers`,
          fix: `use one of: ${answers.join(', ')}`,
        },
  );
}

function leftOutReasonsExist({ questions }: Framework, { reasons }: ReasonBook): readonly Complaint[] {
  const codes = reasons.map(({ code }) => code);
  return questions.flatMap(({ id, without = [] }, index) =>
    without
      .filter((code) => !codes.includes(code))
      .map((code) => ({
        path: ['questions', index, 'without'],
        problem: `question ${id} leaves out "${code}", which is no reason`,
        fix: `use one of: ${codes.join(', ')}`,
      })),
  );
}

function everythingCanHappen(framework: Framework, reasons: ReasonBook, earlier?: Framework): readonly Complaint[] {
  const never =
    (list: string, what: string) =>
    (item: Question | Rule, index: number): readonly Complaint[] =>
      canHold(item.when, framework, reasons, earlier)
        ? []
        : [
            {
              path: [list, index, 'when'],
              problem: `${what} ${item.id} can never ${list === 'rules' ? 'fire' : 'be asked'}`,
              fix: 'its conditions exclude each other, or the questions they look at: change one of them',
            },
          ];
  return [
    ...framework.questions.flatMap(never('questions', 'question')),
    ...framework.rules.flatMap(never('rules', 'rule')),
  ];
}

interface PlacedCondition {
  readonly path: readonly (string | number)[];
  readonly condition: Condition | undefined;
  readonly inClosing: boolean;
}

function conditionsOf({ questions, rules, closing }: Framework): readonly PlacedCondition[] {
  return [
    ...questions.flatMap((question, index) => [
      placed(['questions', index, 'when'], question.when),
      placed(['questions', index, 'ask-when'], question['ask-when']),
      ...(question.wording ?? []).map(({ when }, place) => placed(['questions', index, 'wording', place], when)),
    ]),
    ...rules.map(({ when }, index) => placed(['rules', index, 'when'], when)),
    ...closing.flatMap(({ say }, index) =>
      say.map(({ when }, place) => placed(['closing', index, 'say', place], when, true)),
    ),
  ];
}

function placed(
  path: readonly (string | number)[],
  condition: Condition | undefined,
  inClosing = false,
): PlacedCondition {
  return { path, condition, inClosing };
}

function templatesOf({ rules, closing }: Framework): readonly {
  readonly path: readonly (string | number)[];
  readonly template: string;
  readonly extra: readonly string[];
}[] {
  return [
    ...rules.flatMap((rule, index) => [
      ...[rule.action, rule.because, rule.message ?? '', rule['next-time'] ?? ''].map((template) => ({
        path: ['rules', index],
        template,
        extra: [],
      })),
      ...[rule.again, rule.third].flatMap((escalation) =>
        escalation
          ? [escalation.action, escalation.because].map((template) => ({
              path: ['rules', index],
              template,
              extra: HISTORY_NAMES,
            }))
          : [],
      ),
    ]),
    ...closing.flatMap(({ say }, index) =>
      say.map(({ text }, place) => ({ path: ['closing', index, 'say', place], template: text, extra: ['follow-up'] })),
    ),
  ];
}

function knownFacts({ questions }: Framework, earlier?: Framework): ReadonlySet<string> {
  const rows = questions.flatMap(rowsOf);
  return new Set([
    ...DERIVED_FACTS,
    ...questions.flatMap((question) => partsOf(question).map(({ id }) => id)),
    ...questions.flatMap(namedSteps).map(({ fact }) => fact),
    ...rows.flatMap(({ tag }) => [`missed.${tag}`, `done.${tag}`]),
    ...countedNames({ questions }).map((name) => `count.${name}`),
    ...(earlier ? [...knownFacts(earlier)].map((name) => `first.${name}`) : []),
  ]);
}
