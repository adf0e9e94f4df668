import { describe, expect, test } from 'vitest';
import type { GridForm } from '../../../src/core/asked.ts';
import { readGiven } from '../../../src/core/given-answers.ts';
import { stages, ticks } from '../../../src/core/questions/own-list.ts';
import { named } from '../../../src/core/settings/named.ts';
import { factsOf } from '../../../src/core/facts.ts';
import { asked } from '../../../src/core/interview.ts';
import { sayQuestion, wordsOf } from '../../../src/core/words.ts';
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

describe('ticks', () => {
  const process = questionIn(DEEP, 'process');
  const own = contextWith({
    settings: { ...context.settings, processSteps: named(['Agenda sent', 'decision map drawn', 'legal asked']) },
  });

  test('have a row for each name in that list of the settings', () => {
    const { rows } = ticks.form(process, own, { process: { 'legal-asked': 'late' } }) as GridForm;
    expect(rows.map(({ tag, ask, current }) => [tag, ask, current])).toEqual([
      ['Step', 'Agenda sent', undefined],
      ['Step', 'decision map drawn', undefined],
      ['Step', 'legal asked', 'late'],
    ]);
    expect(rows[0]?.options.map(({ key }) => key)).toEqual(['d', 'l', 's', 'n']);
  });

  test('are asked only where the list has names', () => {
    const asking = (settings: typeof own): readonly string[] => asked(DEEP, {}, settings).map(({ id }) => id);
    expect(asking(own)).toContain('process');
    expect(asking(own)).not.toContain('fit');
    expect(asking(context)).not.toContain('process');
  });

  test('are counted and named by what they were answered with', () => {
    const answers = { process: { 'agenda-sent': 'skipped', 'legal-asked': 'skipped', 'decision-map-drawn': 'done' } };
    const facts = factsOf(DEEP, answers, own);
    const words = wordsOf(DEEP, answers, own);
    expect([facts('count.process.skipped'), facts('count.process.late')]).toEqual([2, 0]);
    expect(words('names.process.skipped')).toBe('Agenda sent and legal asked');
    expect(words('names.process.late')).toBeUndefined();
  });

  test('that were skipped count as nothing known', () => {
    expect(factsOf(DEEP, { process: null }, own)('count.process.skipped')).toBeUndefined();
  });

  test('keep an answer whose name is gone from the settings, under its id', () => {
    expect(sayQuestion(DEEP, process, { process: { 'pilot-run': 'done' } }, own)).toBe('pilot-run: done');
  });

  test('from a file, what is no name of the list is refused', async () => {
    const read = await readGiven(DEEP, { process: { 'pilot-run': 'done' } }, own);
    expect(read.problems).toEqual(['process.pilot-run is not in that list of your settings.']);
  });

  test('from a file, they are refused where the list is empty', async () => {
    const read = await readGiven(DEEP, { process: { 'agenda-sent': 'done' } }, context);
    expect(read.problems).toEqual(['process is given, but it is only asked where set.process-steps is yes.']);
  });
});
