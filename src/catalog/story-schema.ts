import { z } from 'zod';
import { ENTRY_OUTCOMES } from '../core/entry-outcome.ts';
import { OUTCOMES } from '../core/outcome.ts';
import { STORY_DAY } from '../core/story.ts';
import { CHANNELS } from '../core/touch.ts';

const words = z.string().trim().min(1);
const days = z.number().int().min(0).max(900);
const day = z.string().regex(STORY_DAY, 'write 12 days ago, in 3 days, or 3q-5');
const rule = z.string().regex(/^[a-z][a-z-]*$/, 'write the id of a rule');

const touch = z.strictObject({
  before: days,
  channel: z.enum(CHANNELS),
  note: words.optional(),
  missed: z.boolean().optional(),
  'reply-took': words.optional(),
});

const opinion = z.union([
  z.strictObject({
    after: days,
    from: words,
    words,
    reason: words.optional(),
    'look-deeper': z.enum(['yes', 'not-now']),
    why: words.optional(),
  }),
  z.strictObject({ after: days, from: words, saw: words, try: words }),
]);

const deal = z.strictObject({
  name: words,
  segment: words,
  persona: words,
  source: words,
  product: words,
  region: words,
  opened: days,
  decided: day.optional(),
  known: z
    .strictObject({
      outcome: z.enum(OUTCOMES).optional(),
      amount: z.number().positive().optional(),
      currency: words.optional(),
      months: z.number().int().positive().optional(),
      winner: words.optional(),
      forecast: z.number().int().min(0).max(100).optional(),
      stage: words.optional(),
    })
    .optional(),
  debrief: z
    .strictObject({
      after: days,
      seconds: z.number().int().positive(),
      // What each answer may be is for the questionnaire to say, when the story is played.
      answers: z.record(z.string(), z.union([z.string(), z.number(), z.record(z.string(), z.string())])),
    })
    .optional(),
  deep: z
    .strictObject({
      after: days,
      answers: z.record(z.string(), z.string()),
      regret: z.enum(['happened', 'not-yet']).optional(),
    })
    .optional(),
  log: z.array(touch).optional(),
  feedback: z
    .strictObject({
      sent: days,
      reply: z.strictObject({ after: days, words, reason: words.optional() }).optional(),
    })
    .optional(),
  opinions: z.array(opinion).optional(),
  lesson: z.strictObject({ after: days, text: words }).optional(),
  calls: z.array(z.enum(ENTRY_OUTCOMES)).optional(),
  leaves: z.array(rule).optional(),
  drops: z.record(rule, words).optional(),
});

/** What `data/demo.yaml` may say. */
export const storySchema = z.strictObject({
  rep: words,
  currency: words,
  showcase: words,
  'tidy-until': day,
  deals: z.array(deal).min(1),
  focuses: z.array(z.strictObject({ area: words, begun: day, for: words, stopped: day.optional() })),
  experiments: z.array(z.strictObject({ ended: day, verdict: z.enum(['kept', 'dropped']) })),
  phrases: z.array(z.strictObject({ phrase: words, from: words, stage: words, kept: day, used: z.array(words) })),
});
