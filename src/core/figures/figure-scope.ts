import type { Day } from '../days/day.ts';
import { classOf, type Framework, type Options, type Question } from '../framework.ts';
import type { PastExperiment, PastFocus } from '../focus.ts';
import { optionsOf } from '../questions/choice.ts';
import { type NamedStep, namedSteps, rowsOf } from '../questions/steps.ts';
import type { ReasonBook } from '../reasons.ts';
import type { DayRange, Every } from '../report/report-period.ts';
import type { Named } from '../settings/named.ts';
import type { Stage } from '../settings/settings.ts';
import type { CustomField, Dimension } from '../report/tally.ts';

/** What a report is about, and the words for what it counts. */
export interface FigureScope {
  readonly today: Day;
  readonly period: DayRange;
  readonly every: Every;
  /** Only deals with an amount in this currency. */
  readonly currency: string | undefined;
  /** The field of `--by`. */
  readonly by: Field | undefined;
  readonly steps: readonly Step[];
  /** What may go with winning besides the steps. */
  readonly fields: readonly Field[];
  /** The questions with a list of answers, of every pass. */
  readonly questions: readonly Field[];
  readonly stages: readonly Stage[];
  /** The steps of the person's own process. */
  readonly process: readonly Named[];
  readonly reasons: ReasonBook;
  /** Where the winner was better, in words. */
  readonly edges: Options;
  /** What was tried and what was worked on, over or not. */
  readonly experiments: readonly PastExperiment[];
  readonly areas: readonly PastFocus[];
}

/** A qualifying step as a figure sees it. */
export interface Step {
  readonly id: string;
  /** As a noun phrase: "their time frame". */
  readonly label: string;
  /** The values that count as missed, and those that count as done. Whatever else is noted says nothing. */
  readonly missed: readonly string[];
  readonly done: readonly string[];
  /** "Next time, when …, I will …", and the rules whose actions see to it. */
  readonly resolution: string | undefined;
  readonly rules: readonly string[];
  /** Left out where no deal in the report says anything about it. */
  readonly isOptional?: boolean;
}

/** Something by which deals can be told apart. */
export interface Field {
  /** As `--by` takes it. */
  readonly key: string;
  readonly label: string;
  /** The same where its question is named already: "the agenda" of what was prepared. */
  readonly short?: string;
  readonly dimension: Dimension;
  /** Words for its values, where they are codes. */
  readonly words: Options;
}

/** What the report can be split by: columns of a deal, coded answers, steps, and fields of one's own. */
export function knownFields(frameworks: readonly Framework[], custom: readonly CustomField[]): readonly Field[] {
  return [...ORIGINS.map(originField), ...answerFields(frameworks), ...stepFields(frameworks), ...custom.map(ownField)];
}

/** The questions of these frameworks whose answers are codes that may be counted, each once. */
export function codedQuestions(frameworks: readonly Framework[]): readonly Field[] {
  return answerFields(frameworks);
}

/** The field that `--by` names; undefined if it is none. */
export function fieldCalled(key: string, known: readonly Field[]): Field | undefined {
  return known.find((field) => field.key === key);
}

/** The fields that wins and losses both have, so that they can be compared. */
export function comparableFields(frameworks: readonly Framework[], custom: readonly CustomField[]): readonly Field[] {
  const [afterLoss, afterWin] = (['loss', 'win'] as const).map((after) =>
    answerFields(frameworks.filter((framework) => framework.after === after)),
  );
  const inBoth = afterLoss?.filter(({ key }) => afterWin?.some((other) => other.key === key)) ?? [];
  const own = custom.filter(({ values }) => values >= FEWEST_LEVELS && values <= MOST_LEVELS);
  return [...ORIGINS.filter((side) => side !== 'account').map(originField), ...inBoth, ...own.map(ownField)];
}

/** A field with one value cannot be compared, and one with more than eight says something else of each deal. */
const FEWEST_LEVELS = 2;
export const MOST_LEVELS = 8;

/** The qualifying steps that the frameworks ask for, each once. */
export function stepsOf(frameworks: readonly Framework[]): readonly Step[] {
  return namedStepsIn(frameworks).map((step) => stepOf(step, frameworks));
}

/** The word for a value; one that has none, such as whatever a CRM has in a field, stands for itself. */
export function wordIn(words: Options, value: string): string {
  return (Object.hasOwn(words, value) ? words[value] : undefined) ?? value;
}

/** The words of the options of a question. */
export function optionsCalled(frameworks: readonly Framework[], id: string): Options {
  const question = frameworks.flatMap(({ questions }) => questions).find((one) => one.id === id);
  return question ? optionsOf(question) : {};
}

const ORIGINS = ['segment', 'persona', 'source', 'product', 'owner', 'account'] as const;

function originField(side: (typeof ORIGINS)[number]): Field {
  return { key: side, label: side, dimension: side, words: {} };
}

function ownField({ name }: CustomField): Field {
  return { key: `field:${name}`, label: name, dimension: { field: name }, words: {} };
}

/** Only facts are counted, and only those with a list of answers. */
function answerFields(frameworks: readonly Framework[]): readonly Field[] {
  const fields = frameworks.flatMap(({ questions }) => questions.flatMap(answerFieldsOf));
  return [...new Map(fields.map((field) => [field.key, field])).values()];
}

function answerFieldsOf(question: Question): readonly Field[] {
  const rows = rowsOf(question).flatMap(({ answers, short, options }) =>
    answers !== undefined && classOf(question, answers) === 'fact'
      ? [{ ...answerField(answers, `${question.short.toLowerCase()}: ${short}`, options), short }]
      : [],
  );
  const isCoded = question.kind === 'choice' && question.id !== 'outcome' && classOf(question, question.id) === 'fact';
  return isCoded ? [answerField(question.id, question.short.toLowerCase(), optionsOf(question))] : rows;
}

function answerField(key: string, label: string, words: Options): Field {
  return { key, label, dimension: { answer: key }, words };
}

function stepFields(frameworks: readonly Framework[]): readonly Field[] {
  return namedStepsIn(frameworks).map(({ id, row: { short, options } }) => ({
    key: id,
    label: short,
    dimension: { step: id },
    words: options,
  }));
}

function namedStepsIn(frameworks: readonly Framework[]): readonly NamedStep[] {
  const steps = frameworks.flatMap(({ questions }) => questions.flatMap(namedSteps));
  return [...new Map(steps.map((step) => [step.id, step])).values()];
}

function stepOf({ id, row }: NamedStep, frameworks: readonly Framework[]): Step {
  const { short, missed = {}, options } = row;
  const rules = frameworks.flatMap((framework) => framework.rules).filter(({ repeats }) => repeats === id);
  return {
    id,
    label: short,
    missed: Object.keys(missed),
    done: Object.keys(options).filter((value) => value !== 'unknown' && !Object.hasOwn(missed, value)),
    // A sentence with a gap is about one deal.
    resolution: rules.flatMap((rule) => rule['next-time'] ?? []).find((sentence) => !sentence.includes('{')),
    rules: rules.map((rule) => rule.id),
  };
}
