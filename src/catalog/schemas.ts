import { z } from 'zod';
import { OUTCOMES } from '../core/outcome.ts';
import { DUE } from '../core/plan.ts';
import { PASSES, SLOTS } from '../core/framework.ts';
import { OWN_NAME_LISTS } from '../core/settings/settings.ts';
import { LOG_FACTS, type LogFact } from '../core/log-facts.ts';

const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'an id is lower-case letters, digits and dashes')
  // Every object has these already, so as an id they would seem to be answered before they are asked.
  .refine((value) => value !== 'constructor' && value !== 'prototype', 'this word cannot be an id');
const words = z.string().trim().min(1);
const factValue = z.union([z.string(), z.number()]);
const factValues = z.union([factValue, z.array(factValue).min(1)]);

const operators = z
  .strictObject({
    not: factValues.optional(),
    answered: z.boolean().optional(),
    'at-least': z.number().optional(),
    'at-most': z.number().optional(),
  })
  .refine((value) => Object.keys(value).length > 0, 'say what the fact must be');

const condition: z.ZodType<Record<string, unknown>> = z.lazy(() =>
  z.record(z.string(), z.union([factValues, operators, z.array(condition).min(1)])),
);

const source = z.union([
  z.literal('ours'),
  z.strictObject({ article: z.string(), passage: words }),
  z.strictObject({ method: words, whose: words }),
]);
const answerClass = z.enum(['fact', 'their-words', 'reflection']);
const options = z.record(id, words);

const row = z.strictObject({
  id,
  tag: words,
  ask: words,
  short: words,
  missed: options.optional(),
  answers: id.optional(),
  options,
  why: words,
  from: source.optional(),
});

const question = z.strictObject({
  id,
  short: words,
  number: z
    .string()
    .regex(/^\d{1,2}[a-z]?$/, 'a number is written "8" or 8a')
    .optional(),
  tag: words.optional(),
  kind: z.string(),
  section: id.optional(),
  'from-log': z.enum(Object.keys(LOG_FACTS) as [LogFact, ...LogFact[]]).optional(),
  class: z.union([answerClass, z.record(id, answerClass)]),
  when: condition.optional(),
  'ask-when': condition.optional(),
  ask: words,
  hint: words.optional(),
  wording: z.array(z.strictObject({ when: condition, ask: words, hint: words.optional() })).optional(),
  why: words,
  from: source.optional(),
  required: z.boolean().optional(),
  options: options.optional(),
  groups: z.record(words, options).optional(),
  rows: z.array(row).optional(),
  setting: z.enum(OWN_NAME_LISTS).optional(),
  enter: z.enum(['today', 'from-rules']).optional(),
  'second-try': z.strictObject({ 'lead-in': z.array(words), 'starts-with': z.array(words), say: words }).optional(),
  instead: z.strictObject({ id, 'starts-with': z.array(words), bare: z.array(words), 'ask-more': words }).optional(),
  without: z.array(id).optional(),
});

const escalation = z.strictObject({ action: words, because: words });

const rule = z.strictObject({
  id,
  slot: z.enum(SLOTS),
  when: condition.optional(),
  weight: z.number().int().min(1).max(100),
  action: words,
  because: words,
  message: words.optional(),
  due: z.string().regex(DUE, 'write today, 1 business day or 7 days'),
  from: source.optional(),
  'next-time': words.optional(),
  'in-my-words': z.strictObject({ id, 'stands-alone': z.array(words), drop: z.array(words) }).optional(),
  repeats: id.optional(),
  again: escalation.optional(),
  third: escalation.optional(),
});

/** What a framework file may say. */
export const frameworkSchema = z.strictObject({
  id,
  version: z.number().int().min(1),
  title: words,
  for: words.optional(),
  after: z.enum(['loss', 'win']),
  pass: z.enum(PASSES).default('quick'),
  'steps-behind': id.optional(),
  sections: z
    .array(z.strictObject({ id, title: words }))
    .min(1)
    .optional(),
  fulfils: z.array(id).optional(),
  questions: z.array(question).min(1),
  'feedback-request': z.strictObject({ subject: words, text: words }).optional(),
  rules: z.array(rule).min(1),
  closing: z
    .array(
      z.strictObject({ tag: words, say: z.array(z.strictObject({ when: condition.optional(), text: words })).min(1) }),
    )
    .default([]),
});

/** Words that stand before a colon, and are told apart by it where they are read again. */
const label = words.regex(/^[^:;{}]+$/, 'leave out : ; { and }');

/** What the file of a step framework may say. */
export const stepFrameworkSchema = z.strictObject({
  id,
  version: z.number().int().min(1).default(1),
  title: label,
  for: words,
  pass: z.literal('steps'),
  ask: words.default('before the {demo-stage|demo}, did you know …'),
  why: words,
  from: source.optional(),
  steps: z
    .array(
      z.strictObject({
        id,
        name: label,
        ask: words,
        why: words,
        from: source.optional(),
        'next-time': words.regex(/^[^{}]+$/, 'leave out { and }').optional(),
        weight: z.number().int().min(1).max(100).default(40),
      }),
    )
    .min(1),
});

/** What `data/reasons.yaml` may say. */
export const reasonsSchema = z.strictObject({
  lines: z.record(id, words),
  reasons: z
    .array(
      z.strictObject({
        code: id,
        line: id.optional(),
        label: words,
        definition: words,
        control: z.enum(['fixed', 'influence', 'control']),
        compensate: words,
        'follow-up-days': z.number().int().min(1).max(730),
        retired: z.boolean().optional(),
      }),
    )
    .min(1),
});

/** What `data/polite-noes.yaml` may say. */
export const politeNoesSchema = z
  .array(
    z.strictObject({
      id,
      phrases: z.array(words).min(1),
      unless: z.array(words).optional(),
      outcomes: z.array(z.enum(OUTCOMES)).optional(),
      caution: words,
      from: source,
    }),
  )
  .min(1);

/** What `data/articles.yaml` may say. */
export const articlesSchema = z.record(z.string(), z.strictObject({ title: words, author: words }));

/** What a file of translations may say is what its original has; that is looked at by itself. */
export const translationSchema = z.record(z.string(), z.unknown());

/** What the file of a questionnaire says, once its shape is right. */
export type FrameworkFile = z.infer<typeof frameworkSchema>;
export type StepFrameworkFile = z.infer<typeof stepFrameworkSchema>;
export type PoliteNoesFile = z.infer<typeof politeNoesSchema>;
export type Articles = z.infer<typeof articlesSchema>;
export type SourceEntry = z.infer<typeof source>;
