import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conclude } from '../../src/core/new-debrief.ts';
import { missingRequired, readGiven } from '../../src/core/given-answers.ts';
import { asked, nextQuestion, previousQuestion } from '../../src/core/interview.ts';
import { type Framework, type Question, SLOTS } from '../../src/core/framework.ts';
import { named } from '../../src/core/settings/named.ts';
import type { Context } from '../../src/core/questions/kind.ts';
import { withSteps } from '../../src/core/step-framework.ts';
import { weekday } from '../../src/core/days/day.ts';
import { contextWith, NORTHWIND, pastLoss } from '../support/northwind.ts';
import { TODAY } from '../support/days.ts';
import { type Dice, type Road, walk } from '../support/road.ts';
import { rounds } from '../support/rounds.ts';
import { DEEP, DEEP_WIN, LOSS, SECOND_LOOK, STEP_FRAMEWORKS, WIN } from '../support/shipped.ts';

const settled = contextWith({
  history: { losses: [pastLoss(), pastLoss({ missed: ['role', 'why-now'] })], reasonCounts: {} },
});
const firstTime = contextWith({ settings: { ...settled.settings, currency: undefined } });
/** What somebody has set who knows whom they sell to, and how. */
const OWN_LISTS = {
  processSteps: named(['agenda sent', 'decision map drawn']),
  idealCustomer: named(['has a deadline', '50 to 500 people', 'somebody owns the problem']),
  nonNegotiables: named(['half in advance']),
  redFlags: named(['three vendors before us']),
};
/** Of a review: the quick pass before it, with a log that knows of a missed call. */
const withFirst = contextWith({
  settings: { ...settled.settings, ...OWN_LISTS },
  background: {
    framework: LOSS,
    answers: { ...NORTHWIND, again: 'only-if' },
    touches: [{ on: TODAY, channel: 'call', missed: true, replyMinutes: undefined, note: undefined }],
  },
});

/** A deep look always has the quick pass behind it, and a second look never knows of it. */
const CONTEXTS = {
  quick: [settled, firstTime],
  deep: [withFirst, { ...withFirst, settings: settled.settings }],
  'second-look': [settled],
} as const satisfies Record<Framework['pass'], readonly Context[]>;

/** Any throw of the dice, as often as a road needs it. */
function anyDice(): fc.Arbitrary<Dice> {
  return fc.infiniteStream(fc.nat()).map((stream) => (count) => Number(stream.next().value) % count);
}

/** The deep looks with each list of steps that can be chosen, and with all of them at once. */
const WITH_STEPS = [...STEP_FRAMEWORKS.map((one) => [one]), STEP_FRAMEWORKS].flatMap((steps) =>
  [DEEP, DEEP_WIN].map((deep): [string, Framework] => [
    `${deep.id} with ${steps.map(({ id }) => id).join(', ')}`,
    withSteps(deep, steps),
  ]),
);

/** The questions of our own are walked through most; what lists of steps add to them is the same for each list. */
function roadsThrough(framework: Framework): number {
  return WITH_STEPS.some(([, joined]) => joined === framework) ? 10 : 40;
}

async function onEveryRoad(framework: Framework, check: (road: Road, context: Context) => void | Promise<void>) {
  await fc.assert(
    fc.asyncProperty(anyDice(), fc.constantFrom(...CONTEXTS[framework.pass]), async (dice, context) => {
      await check(await walk(framework, context, dice), context);
    }),
    { numRuns: rounds(roadsThrough(framework)) },
  );
}

describe.each([
  ['loss', LOSS],
  ['win', WIN],
  ['deep', DEEP],
  ['deep-win', DEEP_WIN],
  ['second-look', SECOND_LOOK],
  ...WITH_STEPS,
])('every road through the questions of %s', (_id, framework) => {
  test('ends, and asks nothing twice', async () => {
    await onEveryRoad(framework, ({ asked: ids, answers }, context) => {
      expect(new Set(ids).size).toBe(ids.length);
      expect(nextQuestion(framework, answers, context)).toBeUndefined();
    });
  });

  test('keeps to the order of the questions', async () => {
    await onEveryRoad(framework, ({ asked: ids, answers }, context) => {
      expect(ids).toEqual(
        asked(framework, answers, context)
          .map(({ id }) => id)
          .filter((id) => ids.includes(id)),
      );
    });
  });

  test('can be walked back from the last question to the first', async () => {
    await onEveryRoad(framework, ({ answers }, context) => {
      const back: Question[] = [];
      let question = asked(framework, answers, context).at(-1);
      for (; question; question = previousQuestion(framework, answers, context, question)) back.push(question);
      expect(back.toReversed()).toEqual(asked(framework, answers, context));
      expect(back.at(-1)).toBe(framework.questions[0]);
    });
  });

  test('gives all that is required', async () => {
    await onEveryRoad(framework, ({ answers }) => {
      expect(missingRequired(framework, answers)).toEqual([]);
    });
  });

  test('leads to at most five actions, in a quick pass the call first, and none on a weekend', async () => {
    await onEveryRoad(framework, ({ answers }, context) => {
      const { actions } = conclude(framework, answers, context, 104).plan;
      const slots = actions.map(({ rule }) => framework.rules.find(({ id }) => id === rule)?.slot);
      expect(slots.filter((slot) => slot === 'call')).toHaveLength(
        framework.pass === 'quick' ? 1 : slots.indexOf('call') + 1,
      );
      expect(slots[0]).toBe(framework.pass === 'quick' ? 'call' : slots[0]);
      expect(slots.length).toBeLessThanOrEqual(5);
      expect(slots).toEqual(SLOTS.filter((slot) => slots.includes(slot)));
      for (const { due } of actions) expect(weekday(due)).toBeLessThanOrEqual(5);
    });
  });

  test('leads to sentences without a gap in them', async () => {
    await onEveryRoad(framework, ({ answers }, context) => {
      for (const { text, because } of conclude(framework, answers, context, 104).plan.actions) {
        for (const sentence of [text, because]) {
          expect(sentence).toMatch(/^\S.*\S$/s);
          expect(sentence).not.toMatch(/undefined|null|NaN|\[object| {2}| [.,]/);
        }
      }
    });
  });

  test('reads back from its own answers as the same road', async () => {
    await onEveryRoad(framework, async ({ answers }, context) => {
      expect(await readGiven(framework, answers, context)).toEqual({ answers, problems: [] });
    });
  });

  test('reads back from JSON as the same road', async () => {
    await onEveryRoad(framework, async ({ answers }, context) => {
      const file = JSON.parse(JSON.stringify(answers)) as Record<string, unknown>;
      expect((await readGiven(framework, file, context)).answers).toEqual(answers);
    });
  });
});
