import { expect, test } from 'vitest';
import { readGiven } from '../../../src/core/given-answers.ts';
import { comingDay } from '../../../src/core/questions/day.ts';
import { contextWith, questionIn } from '../../support/northwind.ts';
import { DEEP, LOSS } from '../../support/shipped.ts';

const background = { framework: LOSS, answers: { outcome: 'lost-competitor' }, touches: [] };
const context = contextWith({ background });

test.each([
  ['in 6 months', '2027-05-20'],
  ['2027-06-30', '2027-06-30'],
  ['today', '2026-11-20'],
  ['friday', '2026-11-27'],
])('%s is a day to come', async (given, on) => {
  expect(await readGiven(DEEP, { regret: 'yes', 'regret-on': given }, context)).toEqual({
    answers: { regret: 'yes', 'regret-on': on },
    problems: [],
  });
});

test('a day that is over is none, typed or from a file', async () => {
  const { problems } = await readGiven(DEEP, { regret: 'yes', 'regret-on': '2026-11-19' }, context);
  expect(problems).toEqual(['regret-on: Thursday 19 November 2026 is over.']);
  const form = comingDay.form(questionIn(DEEP, 'regret-on'), context, {});
  if (form.form !== 'line') throw new Error('A day is typed.');
  expect(await form.read('yesterday')).toEqual({ problem: 'Thursday 19 November 2026 is over.' });
  expect(await form.read('2027-06-30')).toMatchObject({ value: { 'regret-on': '2027-06-30' } });
});
