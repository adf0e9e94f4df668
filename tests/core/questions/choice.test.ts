import { expect, test } from 'vitest';
import { choice, optionsOf, readCode } from '../../../src/core/questions/choice.ts';
import { stage } from '../../../src/core/questions/stage.ts';
import { contextWith, questionIn } from '../../support/northwind.ts';
import { LOSS } from '../../support/shipped.ts';

const outcome = questionIn(LOSS, 'outcome');

test('a grouped choice shows each option under its heading', () => {
  const form = choice.form(outcome, contextWith(), {});
  const shown = form.form === 'choice' ? form.options.map(({ key, group }) => `${key} ${group ?? ''}`) : [];
  expect(shown).toEqual([
    'a Someone has it',
    'b Someone has it',
    'c Someone has it',
    'd Nobody has it',
    'e Nobody has it',
    'f Nobody has it',
    'g Nobody has it',
    'h Nobody has it',
    'i We ended it',
    'j We ended it',
  ]);
});

test('options are read across their groups', () => {
  expect(Object.keys(optionsOf(outcome))).toHaveLength(10);
});

test.each([
  ['yes', 'yes'],
  [true, 'yes'],
  [false, 'no'],
])('%j reads as %s', (value, code) => {
  expect(readCode(value, { yes: 'yes', no: 'no' })).toEqual({ value: code });
});

test.each(['maybe', 'Yes', '', 1, null, ['yes'], 'constructor', 'toString', '__proto__'])('%j is refused', (value) => {
  expect(readCode(value, { yes: 'yes', no: 'no' })).toEqual({ problem: '' });
});

test('the stages are those of the settings', async () => {
  const settings = { ...contextWith().settings, stages: [{ id: 'pilot', name: 'the pilot' }] };
  const context = contextWith({ settings });
  const question = questionIn(LOSS, 'turning-point');
  const [part] = stage.parts(question);
  expect(stage.form(question, context, {})).toMatchObject({
    options: [{ label: 'the pilot', answers: { 'turning-point': 'pilot' } }],
  });
  expect(await part?.read('pilot', context)).toEqual({ value: 'pilot' });
  expect(await part?.read('demo', context)).toEqual({ problem: '' });
  expect(part?.say('pilot', context)).toBe('the pilot');
});
