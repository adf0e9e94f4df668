import { isBlank, stepsIn, type AnswerValue, type Read, type Steps } from '../answers.ts';
import type { Question } from '../framework.ts';
import { quotedValue } from '../quoted-value.ts';
import { optionsOf, readCode } from './choice.ts';
import { type Context, type Kind, REFUSED } from './kind.ts';
import { keyed } from './option-keys.ts';

/** How each stage of the person's own sale went: one screen, one key a line. */
export const stages: Kind = {
  parts: (question) => [
    {
      id: question.id,
      allowed: (context) => allowed(question, context),
      read: (value, context) => readStages(question, value, context),
      say: (value, context) =>
        Object.entries(value as Steps)
          .map(([id, code]) => `${nameOf(id, context)}: ${optionsOf(question)[code] ?? code}`)
          .join('; '),
    },
  ],
  form: (question, { settings }, answers) => ({
    form: 'grid',
    rows: settings.stages.map(({ id, name }) => ({
      tag: 'Stage',
      ask: name,
      why: [question.why, question.credit],
      options: keyed(optionsOf(question)),
      current: stepsIn(answers, question.id)?.[id],
    })),
    gather: (values) => {
      const given = settings.stages.flatMap(({ id }, index) => {
        const value = values[index];
        return value === undefined ? [] : [[id, value] as const];
      });
      return { [question.id]: given.length > 0 ? Object.fromEntries(given) : null };
    },
  }),
};

function readStages(question: Question, value: unknown, { settings }: Context): Read<AnswerValue> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return REFUSED;
  const read: [string, string][] = [];
  for (const [id, code] of Object.entries(value).filter(([, given]) => !isBlank(given))) {
    if (!settings.stages.some((stage) => stage.id === id)) return { problem: `${question.id}.${id} is not a stage.` };
    const one = readCode(code, optionsOf(question));
    if ('problem' in one) {
      const options = Object.keys(optionsOf(question)).join(', ');
      return { problem: `${question.id}.${id} is ${quotedValue(code)}. Allowed: ${options}.` };
    }
    read.push([id, one.value]);
  }
  return read.length > 0 ? { value: Object.fromEntries(read) } : REFUSED;
}

function allowed(question: Question, { settings }: Context): string {
  const ids = settings.stages.map(({ id }) => id).join(', ');
  return `an object with stages (${ids}) as ${Object.keys(optionsOf(question)).join(', ')}`;
}

function nameOf(id: string, { settings }: Context): string {
  return settings.stages.find((stage) => stage.id === id)?.name ?? id;
}
