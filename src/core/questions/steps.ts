import { isBlank, plainly, stepsIn, type Answers, type AnswerValue, type Read, type Steps } from '../answers.ts';
import { type Question, shownTag, type StepRow } from '../framework.ts';
import { quotedValue } from '../text/quoted-value.ts';
import { readCode } from './choice.ts';
import { type Kind, type Part, REFUSED } from './kind.ts';
import { keyed } from './option-keys.ts';

/**
 * Several short questions on one screen, one key a line, such as what was known before the demo. Most rows there are parts
 * of `steps`; others are answers of their own, and where all are, the screen answers nothing besides.
 */
export const steps: Kind = {
  parts: (question) => [
    ...(stepRows(question).length > 0 ? [stepsPart(question)] : []),
    ...rowsWithOwnAnswer(question).map(rowPart),
  ],
  say: (answers, _context, question) => sayRows(question, answers),
  form: (question, _context, answers) => ({
    form: 'grid',
    rows: rowsOf(question).map((row) => ({
      tag: shownTag(row),
      ask: row.ask,
      why: [row.why, row.credit],
      options: keyed(row.options),
      current: currentOf(row, question, answers),
    })),
    gather: (values) => gather(question, values),
  }),
};

/** A step as it is known beside its screen. */
export interface NamedStep {
  /** Under which it is counted: `why-now` on the screen `steps`, `meddpicc.champion` on any other. */
  readonly id: string;
  /** As conditions and texts name it: `steps.why-now`. */
  readonly fact: string;
  /** The question whose answer it is a part of. */
  readonly screen: string;
  readonly row: StepRow;
}

/** The steps that a question asks for, all rows of which are parts of its answer. */
export function namedSteps(question: Question): readonly NamedStep[] {
  return stepRows(question).map((row) => {
    const fact = `${question.id}.${row.id}`;
    return { id: question.id === STEPS ? row.id : fact, fact, screen: question.id, row };
  });
}

/** The steps among the answers as they are counted. What is answered under `steps` counts even where no question asks for it any more. */
export function countedSteps(questions: readonly Question[], answers: Answers): Steps {
  const named = questions.flatMap(namedSteps).flatMap(({ id, screen, row }) => {
    const value = stepsIn(answers, screen)?.[row.id];
    return value === undefined ? [] : [[id, value] as const];
  });
  return { ...stepsIn(answers), ...Object.fromEntries(named) };
}

/** Whether a step that is counted stands on a screen of its own, and not among those of the quick pass. */
export function isOnOwnScreen(id: string): boolean {
  return id.includes('.');
}

/** The screen whose steps need no name before theirs. */
export const STEPS = 'steps';

/** The rows that are parts of the answer to the screen itself. */
export function stepRows(question: Question): readonly StepRow[] {
  return rowsOf(question).filter(({ answers }) => answers === undefined);
}

/** The steps on the screen of a question; none for a question of another kind. */
export function rowsOf(question: Question): readonly StepRow[] {
  return question.rows ?? [];
}

function rowsWithOwnAnswer(question: Question): readonly StepRow[] {
  return rowsOf(question).filter(({ answers }) => answers !== undefined);
}

function stepsPart(question: Question): Part {
  return {
    id: question.id,
    allowed: () => allowedSteps(question),
    read: (value) => readSteps(question, value),
    say: (value) =>
      Object.entries(value as Steps)
        .map(([id, step]) => `${shortOf(question, id)}: ${optionOf(question, id, step)}`)
        .join('; '),
  };
}

function rowPart(row: StepRow): Part {
  return {
    id: row.answers ?? row.id,
    allowed: () => Object.keys(row.options).join(', '),
    read: (value) => readCode(value, row.options),
    say: (value) => row.options[plainly(value)] ?? plainly(value),
  };
}

function allowedSteps(question: Question): string {
  return stepRows(question)
    .map(({ id, options }) => `${id} (${Object.keys(options).join(', ')})`)
    .join('; ');
}

function readSteps(question: Question, value: unknown): Read<Steps> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return REFUSED;
  const read: [string, string][] = [];
  for (const [id, step] of Object.entries(value)) {
    const row = stepRows(question).find((known) => known.id === id);
    if (!row) return { problem: `${question.id}.${id} is not a step. Allowed: ${allowedSteps(question)}.` };
    const one = isBlank(step) ? { value: 'unknown' } : readCode(step, row.options);
    if ('problem' in one) {
      return {
        problem: `${question.id}.${id} is ${quotedValue(step)}. Allowed: ${Object.keys(row.options).join(', ')}.`,
      };
    }
    read.push([id, one.value]);
  }
  return { value: Object.fromEntries(read) };
}

function gather(question: Question, values: readonly (string | undefined)[]): Answers {
  const rows = rowsOf(question);
  const own = rows.flatMap((row, index) => (row.answers === undefined ? [] : [[row.answers, values[index] ?? null]]));
  const parts = rows.flatMap((row, index) =>
    row.answers === undefined && values[index] !== undefined ? [[row.id, values[index]]] : [],
  );
  const given = parts.length > 0 ? (Object.fromEntries(parts) as Steps) : null;
  return {
    ...(stepRows(question).length > 0 && { [question.id]: given }),
    ...(Object.fromEntries(own) as Record<string, AnswerValue | null>),
  };
}

function currentOf(row: StepRow, question: Question, answers: Answers): string | undefined {
  const given = row.answers === undefined ? stepsIn(answers, question.id)?.[row.id] : answers[row.answers];
  return typeof given === 'string' ? given : undefined;
}

function sayRows(question: Question, answers: Answers): string | undefined {
  const said = rowsOf(question).flatMap((row) => {
    const value = currentOf(row, question, answers);
    return value === undefined ? [] : [`${row.short}: ${row.options[value] ?? value}`];
  });
  return said.length > 0 ? said.join('; ') : undefined;
}

function shortOf(question: Question, id: string): string {
  return rowsOf(question).find((row) => row.id === id)?.short ?? id;
}

function optionOf(question: Question, id: string, value: string): string {
  return rowsOf(question).find((row) => row.id === id)?.options[value] ?? value;
}
