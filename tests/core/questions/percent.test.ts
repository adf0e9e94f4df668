import { expect, test } from 'vitest';
import { numberIn } from '../../../src/core/answers.ts';
import { percent } from '../../../src/core/questions/percent.ts';
import { contextWith, questionIn } from '../../support/northwind.ts';
import { LOSS } from '../../support/shipped.ts';

const question = questionIn(LOSS, 'forecast');
const [part] = percent.parts(question);

test('one key is one tenth', () => {
  const form = percent.form(question, contextWith(), {});
  expect(
    form.form === 'choice' && form.options.map(({ key, answers }) => `${key}=${numberIn(answers, 'forecast')}`),
  ).toEqual(['0=0', '1=10', '2=20', '3=30', '4=40', '5=50', '6=60', '7=70', '8=80', '9=90', 't=100']);
});

test.each([
  [0, 0],
  [85, 85],
  [100, 100],
  ['85', 85],
  ['85%', 85],
  [' 85 % ', 85],
])('%j reads as %i', async (value, expected) => {
  expect(await part?.read(value, contextWith())).toEqual({ value: expected });
});

test.each([-1, 101, 0.5, '', ' ', '%', '1e1', '0x10', '8.5', true, null, Number.NaN])(
  '%j is refused',
  async (value) => {
    expect(await part?.read(value, contextWith())).toEqual({ problem: '' });
  },
);
