import { describe, expect, test } from 'vitest';
import { formatFor } from '../../../src/core/report/report-format.ts';

const NOTHING = { json: false, open: false };

describe('the format of a report', () => {
  test.each([
    ['text on the terminal', NOTHING, 'text'],
    ['JSON with --json', { ...NOTHING, json: true }, 'json'],
    ['that of the ending of the file', { ...NOTHING, output: 'North.West/Q3.HTML' }, 'html'],
    ['the one that was named, whatever the ending', { ...NOTHING, format: 'csv', output: 'q3.html' }, 'csv'],
    ['JSON, whatever the ending', { ...NOTHING, json: true, output: 'q3.html' }, 'json'],
    ['text on standard output', { ...NOTHING, output: '-' }, 'text'],
    ['a page where it is to be opened', { json: false, open: true }, 'html'],
    ['that of the ending where it is to be opened', { json: false, open: true, output: 'q3.md' }, 'markdown'],
  ] as const)('is %s', (_what, wish, format) => {
    expect(formatFor(wish)).toBe(format);
  });

  test.each([
    ['a.html', 'html'],
    ['a.htm', 'html'],
    ['a.csv', 'csv'],
    ['a.md', 'markdown'],
    ['a.json', 'json'],
    ['a.txt', 'text'],
  ])('of %s is %s', (output, format) => {
    expect(formatFor({ ...NOTHING, output })).toBe(format);
  });

  test.each(['report', 'report.pdf', 'html', '.html/report'])('cannot be told from %s', (output) => {
    expect(() => formatFor({ ...NOTHING, output })).toThrow('does not say which format');
  });

  test('cannot be two', () => {
    expect(() => formatFor({ ...NOTHING, json: true, format: 'csv' })).toThrow('two formats');
  });
});
