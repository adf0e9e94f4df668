import { describe, expect, test } from 'vitest';
import { readCrmBook } from '../../src/catalog/read-crm-book.ts';
import { detectLayout, type Layout, readDelimiter } from '../../src/crm/layout.ts';

const BOOK = readCrmBook('data');

function layoutOf(text: string): Layout {
  return detectLayout(text, true, BOOK, {});
}

describe('the table in a file', () => {
  test.each([',', ';', '\t', '|'])('is found with %j between its columns', (delimiter) => {
    const text = [
      ['Record ID', 'Deal Name', 'Amount'],
      ['1', 'Contoso', '61000'],
    ]
      .map((row) => row.join(delimiter))
      .join('\n');
    expect(layoutOf(text)).toMatchObject({ delimiter, headerRow: 1, headings: ['Record ID', 'Deal Name', 'Amount'] });
  });

  test('is found by its delimiter although cells hold more of another', () => {
    expect(layoutOf('Name;Amount\nContoso;61.000,50\n"a,b,c,d";1,5\n')).toMatchObject({ delimiter: ';' });
  });

  test('is found in the name that the file gives its delimiter', () => {
    expect(layoutOf('sep=|\nDeal|Outcome\n1|Lost\n')).toMatchObject({ delimiter: '|', headerRow: 2 });
  });

  test('is found below titles, and each row keeps its number', () => {
    expect(layoutOf('Deals of 2026\n\nDeal,Outcome,Closed on\nContoso,Won,2026-09-18\n')).toMatchObject({
      headerRow: 3,
      samples: [['Contoso', 'Won', '2026-09-18']],
    });
  });

  test.each([
    ['', 'The file is empty.'],
    ['2026,148000,12\n2025,61000,9\n', 'There is no row of headings'],
    ['{"deals": []}', 'This is JSON'],
    ['['.repeat(100_000), 'This is JSON'],
    ['<!doctype html><table>', 'This is a web page'],
    ['PK\u0003\u0004\u0014', 'This is an Excel workbook'],
    ['a\u0000b,c\u0000d\n', 'This is not a text file'],
    ['Record ID,Deal Name,__proto__\n1,Contoso,x\n', 'A column is called __proto__'],
    [`Record ID,Deal Name,${'a,'.repeat(600)}\n`, 'The file has 603 columns'],
  ])('is not there, and %# says so', (text, words) => {
    expect(() => layoutOf(text)).toThrow(words);
  });
});

test('a delimiter goes by its name or itself', () => {
  expect(['comma', 'semicolon', 'tab', '|'].map(readDelimiter)).toEqual([',', ';', '\t', '|']);
  expect(() => readDelimiter('ab')).toThrow('--delimiter ab cannot separate columns.');
});
