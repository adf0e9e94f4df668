import { expect, test } from 'vitest';
import { textIn } from '../../../src/core/answers.ts';
import type { History } from '../../../src/core/history.ts';
import { reason } from '../../../src/core/questions/reason.ts';
import type { Context } from '../../../src/core/questions/kind.ts';
import { contextWith, questionIn } from '../../support/northwind.ts';
import { LOSS, REASONS } from '../../support/shipped.ts';

function offered(id: string, context: Context = contextWith()): readonly (string | undefined)[] {
  const form = reason.form(questionIn(LOSS, id), context, {});
  return form.form === 'choice' ? form.options.map(({ answers }) => textIn(answers, id)) : [];
}

function counting(reasonCounts: History['reasonCounts']): Context {
  return contextWith({ history: { losses: [], reasonCounts } });
}

const BOOK = [
  'price',
  'needs-misread',
  'access-authority',
  'single-threaded',
  'no-urgency',
  'timing-trigger',
  'trust-risk',
  'product-gap',
  'implementation',
  'incumbent-tie',
  'process-execution',
  'procurement-legal',
  'terms-nonnegotiable',
  'bad-fit',
  'other',
];

test('price or budget is one line, whatever it was', () => {
  expect(offered('reason')).toEqual(BOOK);
});

test('the six most used come first, most used on top, and the rest keeps its order', () => {
  const context = counting({
    other: 1,
    'bad-fit': 7,
    'trust-risk': 6,
    price: 5,
    'no-urgency': 4,
    'product-gap': 3,
    'incumbent-tie': 2,
  });
  const usual = ['bad-fit', 'trust-risk', 'price', 'no-urgency', 'product-gap', 'incumbent-tie'];
  expect(offered('reason', context)).toEqual([...usual, ...BOOK.filter((code) => !usual.includes(code))]);
});

test('as often used, they keep the order of the book', () => {
  expect(offered('reason', counting({ other: 2, 'no-urgency': 2 })).slice(0, 2)).toEqual(['no-urgency', 'other']);
});

test('codes that are no longer known are passed over', () => {
  expect(offered('reason', counting({ 'bad-luck': 9 }))).toEqual(BOOK);
});

test('underneath a price there is no price', () => {
  expect(offered('underneath')).toEqual(BOOK.filter((code) => code !== 'price'));
});

test('a retired reason is offered no more, but an old answer still reads', async () => {
  const retired = REASONS.reasons.map((one) => (one.code === 'other' ? { ...one, retired: true } : one));
  const context = contextWith({ reasons: { ...REASONS, reasons: retired } });
  const [part] = reason.parts(questionIn(LOSS, 'reason'));
  expect(offered('reason', context)).not.toContain('other');
  expect(await part?.read('other', context)).toEqual({ value: 'other' });
  expect(part?.say('other', context)).toBe('something else');
});

test.each([
  ['price', 'Price or budget'],
  ['budget-absent', 'a price you could not meet'],
  ['trust-risk', 'a vendor that felt safer'],
])('%s is said as %s', (code, words) => {
  const [part] = reason.parts(questionIn(LOSS, 'reason'));
  expect(part?.say(code, contextWith())).toBe(words);
});

test('a file may give either code of a price directly, but not underneath one', async () => {
  const [given] = reason.parts(questionIn(LOSS, 'reason'));
  const [underneath] = reason.parts(questionIn(LOSS, 'underneath'));
  expect(await given?.read('budget-absent', contextWith())).toEqual({ value: 'budget-absent' });
  expect(await underneath?.read('budget-absent', contextWith())).toEqual({ problem: '' });
});

test('every line has a key of its own', () => {
  const form = reason.form(questionIn(LOSS, 'reason'), contextWith(), {});
  const keys = form.form === 'choice' ? form.options.map(({ key }) => key) : [];
  expect(keys).toEqual('abcdefghijklmno'.split(''));
});
