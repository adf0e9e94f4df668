import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Column } from '../../src/core/table.ts';
import { dealsCsv } from '../../src/formats/deals-csv.ts';
import { anyText } from '../support/any-text.ts';

const NAME: Column = { key: 'name', title: 'name', kind: 'text' };
const AMOUNT: Column = { key: 'amount', title: 'amount', kind: 'money' };

function csv(rows: readonly (readonly (string | number | null)[])[], decimal?: string): string {
  return [
    ...dealsCsv({ columns: [NAME, AMOUNT], rows }, { excel: decimal === undefined ? undefined : { decimal } }),
  ].join('');
}

test('any text survives, and none begins a formula', () => {
  fc.assert(
    fc.property(fc.array(anyText().map((text) => text.toWellFormed())), (texts) => {
      const cells = parse(csv(texts.map((text) => [text, 7])), { from: 2, relax_column_count: true }).map(
        ([cell]: string[]) => cell ?? '',
      );
      expect(cells.filter((cell: string) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell))).toEqual([]);
      // What looks guarded is: one apostrophe off gives the text back.
      expect(cells.map((cell: string) => cell.replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/, ''))).toEqual(texts);
    }),
  );
});

test('a number below zero stays a number', () => {
  expect(csv([['Northwind Logistics', -12.5]])).toBe('name,amount\nNorthwind Logistics,-12.5\n');
});

test('for Excel where decimals have a comma, columns are separated by semicolons', () => {
  expect(csv([['Northwind, Logistics', 12.5]], ',')).toBe('\ufeffname;amount\r\nNorthwind, Logistics;12,5\r\n');
});

test('for Excel elsewhere, they are separated by commas', () => {
  expect(csv([['Northwind; Logistics', 12.5]], '.')).toBe('\ufeffname,amount\r\nNorthwind; Logistics,12.5\r\n');
});
