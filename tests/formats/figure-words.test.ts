import { describe, expect, test } from 'vitest';
import type { FigureColumn, FigureTable, FigureValue } from '../../src/core/report/report-table.ts';
import { figureWords, readRows } from '../../src/formats/figure-words.ts';
import { money, row, sampleFigure } from '../support/sample-report.ts';

/** The lines that one value of a column is said in, with plain spaces. */
function said(column: Omit<FigureColumn, 'key' | 'title'>, value: FigureValue): readonly string[] {
  const figure: FigureTable = {
    id: 'globex',
    title: 'Against Globex',
    columns: [{ key: 'it', title: 'It', ...column }],
    rows: [row('all', 'All', 'rate', { it: value })],
    notes: [],
  };
  return (figureWords(figure).rows[0]?.cells[0] ?? []).map(plain);
}

function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

test('a row of which nothing is said is not read, in a table as little as in a picture', () => {
  const rates = sampleFigure('win-rates');
  const [first, ...others] = rates.rows;
  if (first === undefined) throw new Error('The sample has no rates.');
  const silent = { ...first, key: 'silent', label: 'Nobody knows', reads: [] };
  const figure = { ...rates, rows: [silent, ...others] };
  const read = readRows(figure, figureWords(figure));
  expect(read.rows.map(({ key }) => key)).toEqual(others.map(({ key }) => key));
});

test('of a row that has nothing but a sentence, the sentence is read', () => {
  const figure: FigureTable = {
    id: 'one-thing',
    title: 'The one thing',
    columns: [
      { key: 'losses', title: 'losses', kind: 'count' },
      { key: 'sentence', title: 'in a sentence', kind: 'text' },
    ],
    rows: [{ ...row('none', 'nothing yet', 'too-few', { losses: 0, sentence: 'Too early.' }), reads: ['sentence'] }],
    notes: [],
  };
  expect(figureWords(figure).columns.map(({ key }) => key)).toEqual(['sentence']);
});

describe('a value in words', () => {
  test.each<[FigureColumn['kind'], FigureValue, readonly string[]]>([
    ['text', 'a safer vendor', ['a safer vendor']],
    ['count', 1204, ['1,204']],
    ['share', 0.434, ['43 %']],
    ['share', 0.997, ['over 99 %']],
    ['difference', 0.61, ['+61 points']],
    ['difference', -0.04, ['-4 points']],
    ['difference', 0.001, ['0 points']],
    ['difference', -0.01, ['-1 point']],
    ['ratio', 0.5749, ['0.57']],
    ['probability', 0.0312, ['0.031']],
    ['probability', 0.0004, ['under 0.001']],
    ['day', '2026-09-30', ['30 Sep 2026']],
    ['days', 1, ['1 day']],
    ['days', 97.5, ['97.5 days']],
    ['quartiles', [41, 88.46], ['41 to 88.5 days']],
    ['yes-no', true, ['yes']],
    ['yes-no', false, ['no']],
    ['money', null, []],
  ])('of kind %s: %j is %j', (kind, value, words) => {
    expect(said({ kind }, value)).toEqual(words);
  });

  test('of a code is the word for it, and the code where there is none', () => {
    const words = { control: 'in your control' };
    expect(said({ kind: 'text', words }, 'control')).toEqual(['in your control']);
    expect(said({ kind: 'text', words }, 'constructor')).toEqual(['constructor']);
  });

  test.each<[done: number, asked: number, lines: readonly string[] | undefined]>([
    [11, 16, ['11 of 16']],
    [0, 4, ['0 of 4']],
    [0, 0, undefined],
  ])('of a count that goes with what it is a count of: %i and %i is %j', (done, asked, lines) => {
    const figure: FigureTable = {
      id: 'steps',
      title: 'Steps',
      columns: [
        { key: 'done', title: 'done', kind: 'count', of: 'asked' },
        { key: 'asked', title: 'of', kind: 'count' },
      ],
      rows: [row('all', 'All', 'rate', { done, asked }), row('other', 'Other', 'rate', { done: 1, asked: 2 })],
      notes: [],
    };
    const { columns, rows } = figureWords(figure);
    expect(columns.map(({ key }) => key)).toEqual(['done']);
    expect(rows.find(({ label }) => label === 'All')?.cells[0]?.map(plain)).toEqual(lines);
  });

  test('of money is a line for each currency and one for what is not known, and never a sum of them', () => {
    expect(said({ kind: 'money' }, money(812_000, 20_000, 3))).toEqual(['812,000 EUR', '20,000 USD', '3 unknown']);
  });
});

describe('a share', () => {
  test.each([
    [3, 4, '3 of 4, too few to say'],
    [3, 5, '3 of 5 (23 % to 88 %)'],
    [11, 20, '11 of 20 (34 % to 74 %)'],
    [14, 41, '14 of 41, 34 % (22 % to 49 %)'],
    [299, 300, '299 of 300, over 99 % (98 % to 100 %)'],
    [1, 300, '1 of 300, under 1 % (0 % to 2 %)'],
    [300, 300, '300 of 300, 100 % (99 % to 100 %)'],
  ])('of %i of %i is "%s"', (count, total, words) => {
    const figure: FigureTable = {
      ...sampleFigure('win-rates'),
      rows: [row('overall', 'Overall', 'rate', { count, total, rate: count / total })],
    };
    expect(figureWords(figure).rows[0]?.cells[0]?.map(plain)).toEqual([words]);
  });

  test('takes its counts and the ends of its interval with it', () => {
    expect(figureWords(sampleFigure('win-rates')).columns.map(({ key }) => key)).toEqual(['rate', 'wonValue']);
  });
});

test('a difference takes the ends of its interval with it', () => {
  const { columns, rows } = figureWords(sampleFigure('steps'));
  expect(columns.map(({ key }) => key)).toEqual(['wonDone', 'lostDone', 'difference', 'lostValue']);
  expect(rows[0]?.cells[2]?.map(plain)).toEqual(['+61 points (+20 to +81)']);
});

test('the levels of a field are a line each, each as honest as its own deals allow', () => {
  expect(figureWords(sampleFigure('drivers')).rows[1]?.cells[0]?.map(plain)).toEqual([
    'retail: 14 of 32, 44 % (28 % to 61 %)',
    '物流: 1 of 2, too few to say',
  ]);
});

test('names beside which nothing stands are no rows', () => {
  const nothing = { wonDone: null, lostDone: null, difference: null, lostValue: null };
  const steps = { ...sampleFigure('steps'), rows: [row('role', 'Their role', 'too-few', nothing)] };
  expect(figureWords(steps)).toEqual({ columns: [], rows: [] });
});

test('a number is never parted from what it counts', () => {
  const cells = figureWords(sampleFigure('win-rates')).rows.flatMap(({ cells }) => cells.flat());
  const counted = cells.filter((cell) => /\d\s(%|EUR|USD)/.test(cell));
  expect(counted.length).toBeGreaterThan(0);
  expect(counted.filter((cell) => /\d (%|EUR|USD)/.test(cell))).toEqual([]);
});
