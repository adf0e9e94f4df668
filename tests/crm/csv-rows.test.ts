import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { stringify } from 'csv-stringify/sync';
import { describe, expect, test } from 'vitest';
import { type CsvRow, csvRows, firstRows } from '../../src/crm/csv-rows.ts';

/** Rows of a text that comes in pieces of so many characters. */
async function rowsOf(text: string, delimiter = ',', size = text.length || 1): Promise<readonly CsvRow[]> {
  // Decoding never cuts a character in two.
  const characters = Array.from(text);
  async function* pieces(): AsyncGenerator<string> {
    for (let at = 0; at < characters.length; at += size) yield characters.slice(at, at + size).join('');
  }
  const rows: CsvRow[] = [];
  for await (const some of csvRows(pieces(), delimiter)) rows.push(...some);
  return rows;
}

describe('rows of CSV', () => {
  test.each([
    ['ends with a line break', 'a,b\nc,d\n'],
    ['ends without one', 'a,b\nc,d'],
    ['has CRLF and LF mixed', 'a,b\r\nc,d\n'],
    ['has CR only', 'a,b\rc,d\r'],
  ])('are told apart where the file %s', async (_what, text) => {
    expect(await rowsOf(text)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  test('keep line breaks, delimiters and quotes inside quotes', async () => {
    expect(await rowsOf('"a\r\nb";"c;d";"say ""hi"""\n', ';')).toEqual([['a\r\nb', 'c;d', 'say "hi"']]);
  });

  test('may have a quote in the middle of a cell', async () => {
    expect(await rowsOf('19" rack,"5"" pipe"\n')).toEqual([['19" rack', '5" pipe']]);
  });

  test('may be of any length', async () => {
    expect(await rowsOf('a,b,c\nd\n\ne,f,g,h\n')).toEqual([['a', 'b', 'c'], ['d'], [''], ['e', 'f', 'g', 'h']]);
  });

  test('are refused by the number of the row in which a quote has no end', async () => {
    await expect(rowsOf('a,b\nc,"d\n')).rejects.toThrow('Row 2 begins a quote that is never closed');
    await expect(rowsOf(`a,b\nc,"${'d'.repeat(2 ** 21)}`, ',', 2 ** 16)).rejects.toThrow(
      'Row 2 is longer than a megabyte',
    );
  });

  test('carry any text, in pieces of any size', async () => {
    const table = fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 4 }), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.integer({ min: 1, max: 40 }),
        async (rows, delimiter, size) => {
          const text = stringify(rows, { delimiter, quoted: true });
          expect(await rowsOf(text, delimiter, size)).toEqual(rows);
        },
      ),
    );
  });

  test('at the beginning of a file that was cut are those that are whole', () => {
    expect(firstRows('a,b\nc,d\ne,"f', ',', false).map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });
});

const require = createRequire(import.meta.url);

describe('csv-spectrum, the acid test of CSV readers', () => {
  const folder = pathToFileURL(require.resolve('csv-spectrum'));
  const names = readdirSync(new URL('csvs', folder))
    .map((file) => file.replace('.csv', ''))
    // What it expects there has another telephone number than its own file.
    .filter((name) => name !== 'location_coordinates');

  test.each(names)('%s', async (name) => {
    const text = readFileSync(fileURLToPath(new URL(`csvs/${name}.csv`, folder)), 'utf8');
    const expected: unknown = JSON.parse(readFileSync(fileURLToPath(new URL(`json/${name}.json`, folder)), 'utf8'));
    const [headings = [], ...rows] = await rowsOf(text);
    expect(rows.map((row) => Object.fromEntries(headings.map((heading, at) => [heading, row[at]])))).toEqual(expected);
  });
});
