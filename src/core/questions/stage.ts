import { plainly } from '../answers.ts';
import type { Options } from '../framework.ts';
import { readCode } from './choice.ts';
import type { Context, Kind } from './kind.ts';
import { keyed } from './option-keys.ts';

/** A stage of the person's own sale, from the settings. */
export const stage: Kind = {
  parts: ({ id }) => [
    {
      id,
      allowed: (context) => Object.keys(stages(context)).join(', '),
      read: (value, context) => readCode(value, stages(context)),
      say: (value, context) => stages(context)[plainly(value)] ?? plainly(value),
    },
  ],
  form: ({ id }, context) => ({
    form: 'choice',
    options: keyed(stages(context)).map(({ value, label, key }) => ({ key, label, answers: { [id]: value } })),
  }),
};

function stages({ settings }: Context): Options {
  return Object.fromEntries(settings.stages.map(({ id, name }) => [id, name]));
}
