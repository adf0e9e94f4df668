import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Row } from '../../src/core/table.ts';
import { tsv } from '../../src/formats/tsv.ts';

function rowsOf(...rows: readonly Row[]): readonly string[] {
  const columns = ['deal', 'said', 'days'].map((key) => ({ key, title: key, kind: 'text' as const }));
  const pieces = tsv({ id: 'due', title: 'Due', columns, rows, notes: [] });
  return pieces.join('').split('\n').slice(1, -1);
}

test('a table in a pipe begins with the keys of its columns', () => {
  expect(
    tsv({ id: 'due', title: 'Due', columns: [{ key: 'on', title: 'Day', kind: 'day' }], rows: [], notes: [] }),
  ).toEqual(['on\n']);
});

test('however long a table is, each of its rows is one line, in their order', () => {
  fc.assert(
    fc.property(fc.nat(1500), (length) => {
      const days = Array.from({ length }, (_, number) => number);
      expect(rowsOf(...days.map((day) => ['Contoso', null, day]))).toEqual(days.map((day) => `Contoso\t\t${day}`));
    }),
    { examples: [[255], [256], [511]] },
  );
});

test('what is missing is an empty cell', () => {
  expect(rowsOf(['Contoso', null, 3])).toEqual(['Contoso\t\t3']);
});

test.each([
  ['a tab', 'safer\tchoice', 'safer choice'],
  ['a line break', 'safer\nchoice', 'safer ⏎ choice'],
  ['an escape sequence', '\u001b[31msafer', '^[[31msafer'],
])('%s in a cell makes no other cell, row or colour', (_what, said, shown) => {
  expect(rowsOf(['Contoso', said, 3])).toEqual([`Contoso\t${shown}\t3`]);
});

test('whatever the cells hold, there are as many rows and columns as before', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.string(), fc.integer())), (rows) => {
      const lines = rowsOf(...rows);
      expect(lines).toHaveLength(rows.length);
      for (const line of lines) expect(line.split('\t')).toHaveLength(3);
    }),
  );
});
