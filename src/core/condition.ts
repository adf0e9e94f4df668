/**
 * When a question is asked or a rule applies. Conditions are data, never a string language and never code, so the same
 * condition serves the interview, a file of answers, the checks before a run, and generated tests.
 *
 * Every key must hold. A plain key names a fact: `{ outcome: postponed }` means it equals, `{ steps.role: [late, never] }`
 * that it is one of these. `all`, `any` and `none` hold further conditions.
 */
export interface Condition {
  readonly [fact: string]: Test | readonly Condition[];
}

/** What a fact must be. */
export type Test = FactValue | readonly FactValue[] | Operators;

/** What a condition can say of one fact besides the values it may have; numbers are in the units of the fact. */
export interface Operators {
  readonly not?: FactValue | readonly FactValue[];
  readonly answered?: boolean;
  readonly 'at-least'?: number;
  readonly 'at-most'?: number;
}

/** A fact as conditions see it: an answer, one step of an answer (`steps.role`), or something derived (`control`). */
export type FactValue = string | number;

/** Looks a fact up by name; undefined while it is not known. */
export type Facts = (name: string) => FactValue | undefined;

/** Whether a condition holds. A missing condition always does; an unknown fact fails every test but `answered: false` and `not`. */
export function holds(condition: Condition | undefined, facts: Facts): boolean {
  return Object.entries(condition ?? {}).every(([key, test]) => {
    if (key === 'all') return nested(test).every((inner) => holds(inner, facts));
    if (key === 'any') return nested(test).some((inner) => holds(inner, facts));
    if (key === 'none') return !nested(test).some((inner) => holds(inner, facts));
    return passes(test as Test, facts(key));
  });
}

/** The names of all facts that a condition looks at. */
export function factsNamedIn(condition: Condition | undefined): readonly string[] {
  return Object.entries(condition ?? {}).flatMap(([key, test]) =>
    isJunction(key) ? nested(test).flatMap(factsNamedIn) : [key],
  );
}

/** Every value that a condition compares a fact with, as pairs of fact and value. */
export function valuesNamedIn(condition: Condition | undefined): readonly (readonly [string, FactValue])[] {
  return Object.entries(condition ?? {}).flatMap(([key, test]) => {
    if (isJunction(key)) return nested(test).flatMap(valuesNamedIn);
    return comparedWith(test as Test).map((value) => [key, value] as const);
  });
}

function passes(test: Test, value: FactValue | undefined): boolean {
  if (!isOperators(test)) return value !== undefined && asList(test).includes(value);
  if (test.answered !== undefined && test.answered !== (value !== undefined)) return false;
  if (test.not !== undefined && value !== undefined && asList(test.not).includes(value)) return false;
  if (test['at-least'] !== undefined && !(Number(value) >= test['at-least'])) return false;
  return test['at-most'] === undefined || Number(value) <= test['at-most'];
}

function comparedWith(test: Test): readonly FactValue[] {
  if (!isOperators(test)) return asList(test);
  const bounds = [test['at-least'], test['at-most']].filter((bound) => bound !== undefined);
  return [...(test.not === undefined ? [] : asList(test.not)), ...bounds];
}

function isJunction(key: string): boolean {
  return key === 'all' || key === 'any' || key === 'none';
}

function nested(test: Test | readonly Condition[]): readonly Condition[] {
  return test as readonly Condition[];
}

function isOperators(test: Test): test is Operators {
  return typeof test === 'object' && !Array.isArray(test);
}

function asList(value: FactValue | readonly FactValue[]): readonly FactValue[] {
  return Array.isArray(value) ? (value as readonly FactValue[]) : [value as FactValue];
}
