import { plainly, type Read } from '../answers.ts';
import type { Options, Question } from '../framework.ts';
import { type Kind, REFUSED } from './kind.ts';
import { keyed } from './option-keys.ts';

/** One of a list of codes, in groups if there are many. */
export const choice: Kind = {
  parts: (question) => [
    {
      id: question.id,
      allowed: () => Object.keys(optionsOf(question)).join(', '),
      read: (value) => readCode(value, optionsOf(question)),
      say: (value) => optionsOf(question)[plainly(value)] ?? plainly(value),
    },
  ],
  form: (question) => ({
    form: 'choice',
    options: keyed(optionsOf(question)).map(({ value, label, key }) => {
      const group = groupOf(question, value);
      return { key, label, answers: { [question.id]: value }, ...(group !== undefined && { group }) };
    }),
  }),
};

/** Reads a code; `true` and `false` stand for yes and no. */
export function readCode(value: unknown, options: Options): Read<string> {
  const code = typeof value === 'boolean' ? (value ? 'yes' : 'no') : value;
  return typeof code === 'string' && Object.hasOwn(options, code) ? { value: code } : REFUSED;
}

/** All options of a choice, across its groups. */
export function optionsOf(question: Question): Options {
  return question.options ?? Object.assign({}, ...Object.values(question.groups ?? {}));
}

function groupOf(question: Question, value: string): string | undefined {
  return Object.entries(question.groups ?? {}).find(([, options]) => Object.hasOwn(options, value))?.[0];
}
