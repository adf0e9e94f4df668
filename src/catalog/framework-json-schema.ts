import { z } from 'zod';
import { frameworkSchema, stepFrameworkSchema } from './schemas.ts';

/**
 * What a framework file may say, as JSON Schema for editors. It is made from the schemas that files are held against, so the
 * two cannot differ; which of them counts follows from `pass`, so that an editor complains about that one alone.
 */
export function frameworkJsonSchema(): Record<string, unknown> {
  const made = z.toJSONSchema(z.union([stepFrameworkSchema, frameworkSchema]), { io: 'input', target: 'draft-7' });
  const { anyOf: [steps, questions] = [], ...rest } = made;
  return {
    ...rest,
    title: 'A framework of lossdebrief',
    description: 'A list of steps (pass: steps) or a questionnaire of your own. docs/frameworks.md teaches it.',
    if: { properties: { pass: { const: 'steps' } }, required: ['pass'] },
    // oxlint-disable-next-line unicorn/no-thenable -- a word of JSON Schema
    then: steps,
    else: questions,
  };
}
