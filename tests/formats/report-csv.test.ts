import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportCsv } from '../../src/formats/report-csv.ts';
import { anyText } from '../support/any-text.ts';
import { readCsv } from '../support/read-csv.ts';
import { figureWith, sampleFigure, sampleReport } from '../support/sample-report.ts';

function csvOf(id: string): readonly (readonly string[])[] {
  return readCsv(reportCsv(sampleReport([sampleFigure(id)])));
}

describe('one figure', () => {
  test('is its table, with a column for each currency and plain numbers', () => {
    const [titles, first] = csvOf('reasons');
    expect(titles?.join()).toBe(
      'key,label,losses,total,share,low,high,value.EUR,value.USD,value.unknownAmounts,control,confirmed,evidence',
    );
    expect(first?.join()).toBe(
      'access-authority,Never met the one who decides,11,27,0.4074074074074074,0.039,0.281,812000,20000,0,control,true,pattern',
    );
  });

  test('leaves empty what is not known', () => {
    expect(csvOf('win-rates').at(-1)?.join()).toBe('no-decision,Ended without a decision,3,4,,,,,,,too-few');
  });

  test('keeps a number below zero a number', () => {
    expect(csvOf('steps')[2]).toContain('-0.04');
  });

  test('has the ends of a span and the levels of a field in columns of their own', () => {
    expect(csvOf('cycle')[0]?.join()).toBe(
      'key,label,deals,medianDays,quartiles.lower,quartiles.upper,lastOn,evidence',
    );
    expect(csvOf('drivers')[0]?.join()).toContain(
      'levels.done.won,levels.done.total,levels.missed.won,levels.missed.total',
    );
  });
});

describe('several figures', () => {
  const records = readCsv(reportCsv(sampleReport()));

  test('are one long table, a line for each value', () => {
    expect(records[0]).toEqual(['figure', 'key', 'label', 'column', 'value', 'evidence']);
    expect(records).toContainEqual([
      'reasons',
      'trust-risk',
      'A safer vendor, references or security',
      'value.EUR',
      '48000',
      'pattern',
    ]);
    expect(new Set(records.map((record) => record.length))).toEqual(new Set([6]));
  });

  test('have no line for what is not known', () => {
    expect(records.filter(([, , , , value]) => value === '')).toEqual([]);
  });
});

describe('a text from outside', () => {
  const dangerous = fc
    .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '＝'), anyText())
    .map((two) => two.join(''));

  test('is never a formula', () =>
    fc.assert(
      fc.property(fc.oneof(anyText(), dangerous), fc.boolean(), (text, isAlone) => {
        const figures = [figureWith(text), ...(isAlone ? [] : [sampleFigure('cycle')])];
        const cells = readCsv(reportCsv(sampleReport(figures))).flat();
        expect(cells.filter((cell) => /^[=+@\t\r＝＋－＠]/.test(cell) || /^-(?!\d)/.test(cell))).toEqual([]);
      }),
    ));

  test('stays in its cell, whatever quotes and commas it has', () => {
    const [, record] = readCsv(reportCsv(sampleReport([figureWith('Contoso "North", Ltd.\nand sons')])));
    expect(record?.slice(0, 3)).toEqual(['Contoso "North", Ltd. ⏎ and sons', 'Contoso "North", Ltd. ⏎ and sons', '3']);
  });
});
