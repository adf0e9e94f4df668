import { describe, expect, test } from 'vitest';
import { decoded, detectEncoding, type Encoding, readEncoding } from '../../src/crm/encoding.ts';
import { Surprise } from '../../src/crm/surprise.ts';

const TEXT = 'Deal;Betrag\nNordwind Süd;148.000,00 €\n';
/** In Windows-1252 the euro stands at 0x80. */
const WINDOWS = Buffer.from(TEXT.replace('€', '\u0080'), 'latin1');

async function* pieces(bytes: Uint8Array, size = 1): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function textOf(bytes: Uint8Array, encoding: Encoding, isNamed = false, size = 1): Promise<string> {
  let text = '';
  const input = { name: 'deals.csv', bytes: () => pieces(bytes, size) };
  for await (const piece of decoded(input, encoding, isNamed)) text += piece;
  return text;
}

describe('the encoding of a file', () => {
  test.each([
    ['utf-8', Buffer.from(TEXT)],
    ['utf-8', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(TEXT)])],
    ['utf-16le', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
    ['utf-16le', Buffer.from(TEXT, 'utf16le')],
    ['utf-16be', Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16()],
    ['windows-1252', WINDOWS],
  ] as const)('is seen to be %s, and read in pieces of a byte', async (encoding, bytes) => {
    expect(detectEncoding(bytes)).toBe(encoding);
    expect(await textOf(bytes, encoding)).toBe(TEXT);
  });

  test('is UTF-8 although the beginning ends in the middle of a character', () => {
    const bytes = Buffer.from(TEXT);
    expect(detectEncoding(bytes.subarray(0, bytes.indexOf('ü') + 1))).toBe('utf-8');
  });

  test('that shows further on is a surprise, and what the person named is not read otherwise', async () => {
    await expect(textOf(WINDOWS, 'utf-8')).rejects.toThrow(Surprise);
    await expect(textOf(WINDOWS, 'utf-8', true)).rejects.toThrow('Line 2 of deals.csv is not utf-8 text.');
  });

  test.each([
    ['where lines end as on Windows', Buffer.from('a\r\nb\r\n\xfc\r\n', 'latin1'), 'utf-8', 3],
    ['where they end as once on a Mac', Buffer.from('a\rb\r\rc\xfc', 'latin1'), 'utf-8', 4],
    ['in the first line', Buffer.from('\xfc\na\n', 'latin1'), 'utf-8', 1],
    ['behind characters of several bytes', Buffer.concat([Buffer.from('ü\n€\n'), Buffer.from([0xff])]), 'utf-8', 3],
    ['where the end is cut off', Buffer.from('a\nü').subarray(0, 3), 'utf-8', 2],
    ['in UTF-16', Buffer.from('a\n\udc00\nb', 'utf16le'), 'utf-16le', 2],
    ['in UTF-16 the other way round', Buffer.from('a\n\n\udc00b', 'utf16le').swap16(), 'utf-16be', 3],
  ] as const)(
    'the line of what is not of it is named %s, however it is read',
    async (_where, bytes, encoding, line) => {
      for (const size of [1, 2, 3, 1024])
        await expect(textOf(bytes, encoding, true, size)).rejects.toThrow(
          `Line ${line} of deals.csv is not ${encoding}`,
        );
    },
  );

  test('goes by the names people use', () => {
    expect(['UTF8', 'ISO-8859-1', 'cp1252', 'utf-16'].map(readEncoding)).toEqual([
      'utf-8',
      'windows-1252',
      'windows-1252',
      'utf-16le',
    ]);
    expect(() => readEncoding('morse')).toThrow('--encoding morse is not known.');
  });
});
