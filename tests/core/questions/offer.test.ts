import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '../../support/any-text.ts';
import type { Answers } from '../../../src/core/answers.ts';
import type { LineForm } from '../../../src/core/asked.ts';
import { offer } from '../../../src/core/questions/offer.ts';
import { contextWith, questionIn } from '../../support/northwind.ts';
import { LOSS } from '../../support/shipped.ts';

function lineForm(currency: string | undefined, answers: Answers): LineForm {
  const context = contextWith({ settings: { ...contextWith().settings, currency } });
  const form = offer.form(questionIn(LOSS, 'offer'), context, answers);
  if (form.form !== 'line') throw new Error('An offer is one line.');
  return form;
}

async function typed(
  line: string,
  settings: { readonly currency?: string } = { currency: 'EUR' },
  answers: Answers = {},
) {
  return await lineForm(settings.currency, answers).read(line);
}

describe('a line without an amount', () => {
  const noted = { amount: 30_000, currency: 'USD', 'contract-months': 12, terms: 'net 30' };

  test.each<[string, Answers, string]>([
    ['onboarding free', { ...noted, terms: 'onboarding free' }, '30,000.00 USD, 12 months, onboarding free'],
    ['24 months', { ...noted, 'contract-months': 24 }, '30,000.00 USD, 24 months, net 30'],
  ])('keeps the amount that is noted: %s', async (line, value, understood) => {
    expect(await typed(line, { currency: 'EUR' }, noted)).toEqual({ value, understood });
  });

  test('is unlike one with an amount, which is the whole offer', async () => {
    expect(await typed('20k', { currency: 'EUR' }, noted)).toEqual({
      value: { amount: 20_000, currency: 'USD', 'contract-months': null, terms: null },
      understood: '20,000.00 USD',
    });
  });
});

describe('one line', () => {
  test.each<[string, Answers, string]>([
    [
      '148k EUR 12m, onboarding free',
      { amount: 148_000, currency: 'EUR', 'contract-months': 12, terms: 'onboarding free' },
      '148,000.00 EUR, 12 months, onboarding free',
    ],
    ...['about 20k EUR', 'maybe 20k EUR', '~ 20k EUR', 'Ca. 20k EUR', 'around EUR 20k'].map(
      (line): [string, Answers, string] => [
        line,
        { amount: 20_000, currency: 'EUR', 'contract-months': null, terms: null },
        '20,000.00 EUR',
      ],
    ),
    ['about 10 users', { amount: null, 'contract-months': null, terms: 'about 10 users' }, 'no amount, about 10 users'],
    [
      '4k/mo 12m',
      { amount: 48_000, 'contract-months': 12, terms: null },
      '48,000.00 EUR in all (4,000.00 EUR a month), 12 months',
    ],
    [
      '48k/yr 18 months',
      { amount: 72_000, 'contract-months': 18, terms: null },
      '72,000.00 EUR in all (48,000.00 EUR a year), 18 months',
    ],
    [
      '$4,000/mo for 1 year',
      { amount: 48_000, currency: 'USD', 'contract-months': 12, terms: null },
      '48,000.00 USD in all (4,000.00 USD a month), 12 months',
    ],
    ['2y', { amount: null, 'contract-months': 24, terms: null }, 'no amount, 24 months'],
    ['12 months', { amount: null, 'contract-months': 12, terms: null }, 'no amount, 12 months'],
    ['12-month', { amount: null, 'contract-months': 12, terms: null }, 'no amount, 12 months'],
    ['148k', { amount: 148_000, 'contract-months': null, terms: null }, '148,000.00 EUR'],
    ['148k 12', { amount: 148_000, 'contract-months': 12, terms: null }, '148,000.00 EUR, 12 months'],
    [
      'onboarding free',
      { amount: null, 'contract-months': null, terms: 'onboarding free' },
      'no amount, onboarding free',
    ],
    [
      'net 30, two seats',
      { amount: null, 'contract-months': null, terms: 'net 30, two seats' },
      'no amount, net 30, two seats',
    ],
    [
      '148,000, onboarding free',
      { amount: 148_000, 'contract-months': null, terms: 'onboarding free' },
      '148,000.00 EUR, onboarding free',
    ],
    [
      '148k, 50 users, 24m',
      { amount: 148_000, 'contract-months': 24, terms: '50 users' },
      '148,000.00 EUR, 24 months, 50 users',
    ],
    [
      '148k net 30 12 months',
      { amount: 148_000, 'contract-months': 12, terms: 'net 30' },
      '148,000.00 EUR, 12 months, net 30',
    ],
    ['148k (12m)', { amount: 148_000, 'contract-months': 12, terms: null }, '148,000.00 EUR, 12 months'],
    ['12 months, 148k', { amount: 148_000, 'contract-months': 12, terms: null }, '148,000.00 EUR, 12 months'],
    [
      '10 users, 24 months',
      { amount: null, 'contract-months': 24, terms: '10 users' },
      'no amount, 24 months, 10 users',
    ],
    [
      '3 seats at 400 each',
      { amount: null, 'contract-months': null, terms: '3 seats at 400 each' },
      'no amount, 3 seats at 400 each',
    ],
    ['2 x 5000', { amount: null, 'contract-months': null, terms: '2 x 5000' }, 'no amount, 2 x 5000'],
    ['1000/q 12m', { amount: null, 'contract-months': 12, terms: '1000/q' }, 'no amount, 12 months, 1000/q'],
    ['', { amount: null, 'contract-months': null, terms: null }, 'no amount'],
  ])('%j', async (line, value, understood) => {
    expect(await typed(line)).toEqual({ value, understood });
  });
});

describe('a line that cannot be right is refused, and says why', () => {
  test.each([
    ['4k/mo', 'For how long? Please add it, as in: 4k/mo 12m'],
    ['148k 0m', 'A contract of 0 months cannot be right. Please check it.'],
    ['148k 300y', 'A contract of 3600 months cannot be right. Please check it.'],
    ['148k XYZ', '"XYZ" is not a currency in use. Please write its three letters, such as EUR or USD.'],
    ['1,234.567 USD', '1234.567 USD has more decimals than USD has. Please round it.'],
    ['48000.505', '48000.505 EUR has more decimals than EUR has. Please round it.'],
    ['10.5 JPY', '10.5 JPY has more decimals than JPY has. Please round it.'],
    ['9999999999999', 'That amount is too large. Please check it.'],
    [`1${'0'.repeat(400)}`, 'That amount is too large. Please check it.'],
  ])('%s', async (line, problem) => {
    expect(await typed(line)).toEqual({ problem });
  });
});

test('an amount without a currency is said without one while none is known', async () => {
  expect(await typed('148k', {})).toEqual({
    value: { amount: 148_000, 'contract-months': null, terms: null },
    understood: '148,000',
  });
});

test.each([
  ['JPY', 667, '667 JPY in all (1,000 JPY a year), 8 months'],
  ['EUR', 666.67, '666.67 EUR in all (1,000.00 EUR a year), 8 months'],
])('a rate that does not divide evenly is rounded as %s is', async (currency, amount, understood) => {
  expect(await typed('1000/yr 8m', { currency })).toEqual({
    value: { amount, 'contract-months': 8, terms: null },
    understood,
  });
});

test('a currency that was named before stays', async () => {
  expect(await typed('150k', { currency: 'EUR' }, { currency: 'CHF' })).toMatchObject({
    value: { amount: 150_000, currency: 'CHF' },
  });
});

test('the dollar is the one of the settings', async () => {
  expect(await typed('$4k', { currency: 'CAD' })).toMatchObject({ value: { currency: 'CAD' } });
  expect(await typed('$4k', { currency: 'EUR' })).toMatchObject({ value: { currency: 'USD' } });
});

test('no line makes it throw, and each gives an answer to all three or says one problem', async () => {
  const unit = fc.constantFrom(
    '148',
    '4',
    'k',
    'm',
    '/mo',
    ' ',
    ', ',
    '.',
    '12m',
    '2y',
    'EUR',
    '€',
    '$',
    'XYZ',
    'free',
    '50',
    '%',
    '\n',
  );
  const line = fc.oneof(
    anyText(),
    fc.array(unit, { maxLength: 8 }).map((units) => units.join('')),
  );
  await fc.assert(
    fc.asyncProperty(line, fc.constantFrom({ currency: 'EUR' }, { currency: 'JPY' }, {}), async (one, settings) => {
      const read = await typed(one, settings);
      const said =
        'problem' in read ? [read.problem] : ['amount', 'contract-months', 'terms'].filter((id) => id in read.value);
      expect(said).not.toContain('');
      expect(said).toHaveLength('problem' in read ? 1 : 3);
    }),
    { numRuns: 500 },
  );
});
