import type { AnswerValue, Answers } from '../core/answers.ts';

/** One answer as its row has it: JSON, or null if it was asked and skipped. */
export interface ValueRow {
  readonly id: string;
  readonly value: string | null;
}

/** A value as its column has it, JSON; null was asked and skipped. */
export function valueAsText(value: AnswerValue | null): string | null {
  return value === null ? null : JSON.stringify(value);
}

/** The value that a column holds. Only what `valueAsText` wrote stands there. */
export function valueFrom(text: string | null): AnswerValue | null {
  return text === null ? null : (JSON.parse(text) as AnswerValue);
}

/** Answers by id, in the order of the rows. An id such as `__proto__` is only a key here. */
export function answersFrom(rows: readonly ValueRow[]): Answers {
  return Object.fromEntries(rows.map(({ id, value }) => [id, valueFrom(value)]));
}
