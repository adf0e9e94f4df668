import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../src/core/answers.ts';
import type { Option } from '../../../src/core/asked.ts';
import { door } from '../../../src/core/questions/door.ts';
import { contextWith, questionIn } from '../../support/northwind.ts';
import { LOSS } from '../../support/shipped.ts';

function option(key: string, answers: Answers = { again: 'yes' }): Option {
  const form = door.form(questionIn(LOSS, 'door'), contextWith(), answers);
  const found = form.form === 'choice' ? form.options.find((one) => one.key === key) : undefined;
  if (!found) throw new Error(`No option has the key ${key}.`);
  return found;
}

/** What picking a key and typing these lines answers. */
async function picked(key: string, lines: readonly string[], answers?: Answers): Promise<Answers> {
  const { answers: own, followOns = [] } = option(key, answers);
  const read = await Promise.all(
    followOns.slice(0, lines.length).map(async (next, index) => await next.read(lines[index] ?? '')),
  );
  return Object.assign({}, own, ...read.map((one) => ('problem' in one ? one : one.value)));
}

const ONLY_IF: Answers = { again: 'only-if', trigger: 'the connector ships' };

test.each<[string, string, readonly string[], Answers]>([
  ['they said when to call', 'c', ['2027-05-03'], { 'call-on': '2027-05-03' }],
  ['they decide on a day', 'd', ['30 june 2027'], { 'decides-on': '2027-06-30' }],
  [
    'an event with its day',
    'e',
    ['the new\nbudget year ', 'in 3 months'],
    { trigger: 'the new budget year', 'trigger-on': '2027-02-20' },
  ],
  ['an event without a day', 'e', ['the new budget year'], { trigger: 'the new budget year' }],
  ['nothing is known', 'n', [], {}],
  ['they decide at a time', 'd', ['in  Q2'], { 'decides-on': '2027-04-01', 'decides-on-words': 'in Q2' }],
  [
    'an event comes at a time',
    'e',
    ['the plant opens', 'next spring'],
    { trigger: 'the plant opens', 'trigger-on': '2027-03-01', 'trigger-on-words': 'next spring' },
  ],
])('where %s', async (_what, key, lines, expected) => {
  expect(await picked(key, lines)).toEqual(expected);
});

describe('where a condition stands', () => {
  test('only its day is asked', async () => {
    expect(option('e', ONLY_IF).followOns).toHaveLength(1);
    expect(await picked('e', ['2027-03-01'], ONLY_IF)).toEqual({ 'trigger-on': '2027-03-01' });
  });

  test('and none was named, the event is asked as usual', () => {
    expect(option('e', { again: 'only-if', trigger: null }).followOns).toHaveLength(2);
  });
});

test('the day of an event may be left open, a named day may not', () => {
  expect(option('e').followOns?.map(({ optional }) => optional)).toEqual([false, true]);
  expect(option('c').followOns?.map(({ optional }) => optional)).toEqual([false]);
});

test('a day that is not understood is asked again', async () => {
  expect(await picked('c', ['soon'])).toHaveProperty('problem');
});
