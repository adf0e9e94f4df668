import { describe, expect, test } from 'vitest';
import type { GridForm } from '../../../src/core/asked.ts';
import { readGiven } from '../../../src/core/given-answers.ts';
import { stages } from '../../../src/core/questions/stages.ts';
import { sayQuestion } from '../../../src/core/words.ts';
import { contextWith, questionIn } from '../../support/northwind.ts';
import { DEEP } from '../../support/shipped.ts';

const question = questionIn(DEEP, 'stage-by-stage');
const context = contextWith();

function grid(answers = {}): GridForm {
  return stages.form(question, context, answers) as GridForm;
}

describe('how each stage went', () => {
  test('has a row for each stage of the settings, in their order', () => {
    const own = contextWith({ settings: { ...context.settings, stages: [{ id: 'pilot', name: 'the pilot' }] } });
    const { rows } = stages.form(question, own, {}) as GridForm;
    expect(rows.map(({ ask, options }) => [ask, options.map(({ key }) => key).join('')])).toEqual([
      ['the pilot', 'wsn'],
    ]);
  });

  test('is one answer with the stages that were picked', () => {
    const values = grid().rows.map((_row, index) => (index === 3 ? 'slipped' : undefined));
    expect(grid().gather(values)).toEqual({ 'stage-by-stage': { demo: 'slipped' } });
    expect(grid().gather(values.map(() => undefined))).toEqual({ 'stage-by-stage': null });
  });

  test('starts from what was picked before', () => {
    expect(grid({ 'stage-by-stage': { demo: 'well' } }).rows[3]?.current).toBe('well');
  });

  test('is said stage by stage', () => {
    const answers = { 'stage-by-stage': { demo: 'slipped', contract: 'not-reached' } };
    expect(sayQuestion(DEEP, question, answers, context)).toBe('demo: something slipped; contract: not reached');
  });

  test.each<[unknown, unknown]>([
    [{ demo: 'slipped' }, { answers: { 'stage-by-stage': { demo: 'slipped' } }, problems: [] }],
    [
      { demo: 'slipped', lead: null },
      { answers: { 'stage-by-stage': { demo: 'slipped' } }, problems: [] },
    ],
    [
      { demo: 'bad' },
      { answers: {}, problems: ['stage-by-stage.demo is "bad". Allowed: well, slipped, not-reached.'] },
    ],
    [{ pilot: 'well' }, { answers: {}, problems: ['stage-by-stage.pilot is not a stage.'] }],
  ])('from a file, %j', async (given, read) => {
    expect(await readGiven(DEEP, { 'stage-by-stage': given }, context)).toEqual(read);
  });

  test.each(['demo', ['demo'], {}])('%j is no answer to it, and what is allowed is said', async (given) => {
    const { problems } = await readGiven(DEEP, { 'stage-by-stage': given }, context);
    expect(problems.join()).toMatch(
      /Allowed: an object with stages \(lead, qualified, .* as well, slipped, not-reached/,
    );
  });
});
