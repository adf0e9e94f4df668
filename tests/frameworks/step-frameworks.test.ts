import { describe, expect, test } from 'vitest';
import { readGiven } from '../../src/core/given-answers.ts';
import { complaintsAbout } from '../../src/core/checks/framework-checks.ts';
import { planActions } from '../../src/core/plan.ts';
import { withSteps } from '../../src/core/step-framework.ts';
import { contextWith, NORTHWIND } from '../support/northwind.ts';
import { DEEP, DEEP_WIN, LOSS, REASONS, STEP_FRAMEWORKS, WIN } from '../support/shipped.ts';

const LETTERS: Readonly<Record<string, readonly string[]>> = {
  bant: ['Budget', 'Authority', 'Need', 'Timeline'],
  meddpicc: [
    'Metrics',
    'Economic buyer',
    'Decision criteria',
    'Decision process',
    'Paper process',
    'Identify pain',
    'Champion',
    'Competition',
  ],
  spiced: ['Situation', 'Pain', 'Impact', 'Critical event', 'Decision'],
  scotsman: ['Solution', 'Competition', 'Originality', 'Timescales', 'Size', 'Money', 'Authority', 'Need'],
};

const AFTER = { loss: { deep: DEEP, quick: LOSS }, win: { deep: DEEP_WIN, quick: WIN } } as const;

test('BANT, MEDDPICC, SCOTSMAN and SPICED are shipped', () => {
  expect(STEP_FRAMEWORKS.map(({ id }) => id)).toEqual(['bant', 'meddpicc', 'scotsman', 'spiced']);
});

describe.each(STEP_FRAMEWORKS.map((one) => [one.id, one] as const))('the steps of %s', (id, framework) => {
  test('have the names that the trade has for them, in the order of their letters', () => {
    expect(framework.steps.map(({ name }) => name)).toEqual(LETTERS[id]);
  });

  test.each(['loss', 'win'] as const)('hold in the deep look after a %s', (after) => {
    const { deep, quick } = AFTER[after];
    expect(complaintsAbout(withSteps(deep, [framework]), REASONS, quick)).toEqual([]);
  });

  test.each(['loss', 'win'] as const)('are one screen after a %s, in a part that is there', (after) => {
    const { deep } = AFTER[after];
    const asked = withSteps(deep, [framework]).questions.filter((question) => !deep.questions.includes(question));
    expect(asked).toMatchObject([{ id, kind: 'steps', section: 'happened', class: 'fact' }]);
  });

  test.each(framework.steps.flatMap((step) => ['late', 'never'].map((value) => [step.id, value] as const)))(
    '%s %s becomes the action, with the deal it was missed in',
    async (step, value) => {
      const given = { [id]: { [step]: value } };
      const { answers, problems } = await readGiven(withSteps(DEEP, [framework]), given, CONTEXT);
      expect(problems).toEqual([]);
      const [action, ...others] = planActions(withSteps(DEEP, [framework]), answers, CONTEXT);
      expect(others).toEqual([]);
      expect(action).toMatchObject({ rule: `${id}.${step}`, because: expect.stringContaining('Northwind Logistics') });
      expect(action?.text).toMatch(/^When .*, I will .*\.$/);
    },
  );

  test('that were done, or that nobody remembers, lead to nothing', async () => {
    for (const value of ['before', 'unknown']) {
      const all = Object.fromEntries(framework.steps.map((step) => [step.id, value]));
      const { answers } = await readGiven(withSteps(DEEP, [framework]), { [id]: all }, CONTEXT);
      expect(planActions(withSteps(DEEP, [framework]), answers, CONTEXT)).toEqual([]);
    }
  });

  test('that were all missed lead to one action, for the heaviest', async () => {
    const all = Object.fromEntries(framework.steps.map((step) => [step.id, 'never']));
    const { answers } = await readGiven(withSteps(DEEP, [framework]), { [id]: all }, CONTEXT);
    const [heaviest] = framework.steps.toSorted((one, other) => other.weight - one.weight);
    expect(planActions(withSteps(DEEP, [framework]), answers, CONTEXT).map(({ rule }) => rule)).toEqual([
      `${id}.${heaviest?.id}`,
    ]);
  });

  test('say whose way of working it is, and that the words are ours', () => {
    expect(framework.credit).toMatch(/^[A-Z]+: .+\. The words are ours\.$/);
  });
});

const CONTEXT = contextWith({ background: { framework: LOSS, answers: NORTHWIND, touches: [] } });

test('no two steps of a framework weigh the same, so that the action does not hang on their order', () => {
  for (const { steps } of STEP_FRAMEWORKS) expect(new Set(steps.map(({ weight }) => weight)).size).toBe(steps.length);
});
