import { describe, expect, test } from 'vitest';
import { decoded, detectEncoding, type Encoding, readEncoding } from '../../src/crm/encoding.ts';
import { Surprise } from '../../src/crm/surprise.ts';

const TEXT = 'Deal;Betrag\nNordwind Süd;148.000,00 €\n';
/** In Windows-1252 the euro stands at 0x80. */
const WINDOWS = Buffer.from(TEXT.replace('€', '\u0080'), 'latin1');

async function* pieces(bytes: Uint8Array, size = 1): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function textOf(bytes: Uint8Array, encoding: Encoding, isNamed = false): Promise<string> {
  let text = '';
  for await (const piece of decoded(pieces(bytes), encoding, isNamed)) text += piece;
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
    await expect(textOf(WINDOWS, 'utf-8', true)).rejects.toThrow('The file is not utf-8 text all through.');
  });

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
