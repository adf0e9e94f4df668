import { expect, test } from 'vitest';
import type { Answers, Read } from '../../../src/core/answers.ts';
import { currency, decimalsProblem } from '../../../src/core/questions/currency.ts';
import { contextWith, questionIn } from '../../support/northwind.ts';
import { LOSS } from '../../support/shipped.ts';

async function typed(code: string, answers: Answers = {}): Promise<Read<Answers>> {
  const form = currency.form(questionIn(LOSS, 'currency'), contextWith(), answers);
  if (form.form !== 'line') throw new Error('A currency is one line.');
  return form.read(code);
}

test('three letters are a currency, in any case', async () => {
  expect(await typed(' chf ')).toEqual({ value: { currency: 'CHF' }, understood: 'CHF' });
});

test('letters that are no currency are refused', async () => {
  expect(await typed('XYZ')).toEqual({
    problem: '"XYZ" is not a currency in use. Please write its three letters, such as EUR or USD.',
  });
});

test('a currency that the amount does not fit is refused', async () => {
  expect(await typed('JPY', { amount: 10.5 })).toEqual({
    problem: '10.5 JPY has more decimals than JPY has. Please round it.',
  });
});

test.each([
  [10.5, 'EUR'],
  [null, 'JPY'],
  [undefined, 'JPY'],
])('%s is no problem in %s', (amount, code) => {
  expect(decimalsProblem(amount, code)).toBeUndefined();
});
