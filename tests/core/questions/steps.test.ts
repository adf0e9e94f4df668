import { expect, test } from 'vitest';
import type { Answers } from '../../../src/core/answers.ts';
import type { GridForm } from '../../../src/core/asked.ts';
import { stepRows, steps } from '../../../src/core/questions/steps.ts';
import { sayQuestion } from '../../../src/core/words.ts';
import { contextWith, NORTHWIND, questionIn } from '../../support/northwind.ts';
import { DEEP, LOSS } from '../../support/shipped.ts';

const question = questionIn(LOSS, 'steps');

function grid(answers: Answers = {}): GridForm {
  const form = steps.form(question, contextWith(), answers);
  if (form.form !== 'grid') throw new Error('The steps are one screen.');
  return form;
}

test('the four qualifying questions and discovery are on one screen', () => {
  expect(grid().rows.map(({ tag, ask }) => `${tag}: ${ask}`)).toEqual([
    'Qualifying: when they wanted a solution',
    'Qualifying: why they wanted one now',
    "Qualifying: your contact's part in the decision",
    'Qualifying: and what your contact turned out to be',
    'Discovery: what mattered most to them, say quality or speed',
    'Discovery: and did you ask again later',
  ]);
});

test('what was picked is gathered, and what the contact was is an answer of its own', () => {
  expect(grid().gather(['before', 'late', 'never', 'info-gatherer', undefined, 'no'])).toEqual({
    steps: { timeframe: 'before', 'why-now': 'late', role: 'never', rechecked: 'no' },
    'contact-was': 'info-gatherer',
  });
});

test('nothing picked is nothing said', () => {
  expect(grid().gather([])).toEqual({ steps: null, 'contact-was': null });
});

test('earlier picks stand there when it is asked again', () => {
  expect(grid(NORTHWIND).rows.map(({ current }) => current)).toEqual([
    'before',
    'before',
    'never',
    'info-gatherer',
    'before',
    'yes',
  ]);
  expect(grid({ steps: null }).rows.map(({ current }) => current)).toEqual(Array.from({ length: 6 }));
});

test('every row has keys of its own', () => {
  for (const { options } of grid().rows) expect(new Set(options.map(({ key }) => key)).size).toBe(options.length);
  expect(grid().rows[0]?.options.map(({ key }) => key)).toEqual(['b', 'l', 'n', 'u']);
});

test('the row that answers by itself is no step', () => {
  expect(stepRows(question).map(({ id }) => id)).toEqual(['timeframe', 'why-now', 'role', 'priorities', 'rechecked']);
});

test('steps are said in their own words', () => {
  const [part] = steps.parts(question);
  expect(part?.say({ 'why-now': 'late', rechecked: 'unknown' }, contextWith())).toBe(
    'their reason to act now: late; asking again: unsure',
  );
});

test('a screen whose rows are all answers of their own answers nothing besides', () => {
  const outlook = questionIn(DEEP, 'outlook');
  const { rows, gather } = steps.form(outlook, contextWith(), {}) as GridForm;
  expect(steps.parts(outlook).map(({ id }) => id)).toEqual(rows.map((_row, index) => outlook.rows?.[index]?.answers));
  expect(gather(['yes', undefined, 'no', undefined])).toEqual({
    'way-of-working': 'yes',
    commitment: null,
    'quota-push': 'no',
    'right-buyer': null,
  });
});

test('the picks are said with what they are about', () => {
  const answers: Answers = { 'way-of-working': 'partly', 'quota-push': 'no' };
  expect(sayQuestion(DEEP, questionIn(DEEP, 'outlook'), answers, contextWith())).toBe(
    'they knew how you work: partly; pushed by your quarter: no',
  );
});
