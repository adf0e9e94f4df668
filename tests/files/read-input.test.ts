import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readInput } from '../../src/files/read-input.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

const TEXT = '{ "deal": "Größe & Söhne 東京",\r\n  "outcome": "postponed" }\r\n';

test.each([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${TEXT}`)],
  ['UTF-16 as PowerShell writes it', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
  ['UTF-16 the other way round', Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16()],
])('a file in %s is read letter by letter', async (_encoding, bytes) => {
  const path = join(temporaryFolder(), 'answers.json');
  writeFileSync(path, bytes);
  expect(await readInput(path)).toBe(TEXT);
});

test.each([
  ['UTF-8', Buffer.from('{ "deal":\n "M\u00fcller" }', 'latin1'), 'Line 2 of'],
  ['UTF-16LE', Buffer.concat([Buffer.from('\ufeff{\n}', 'utf16le'), Buffer.of(0)]), 'Line 2 of'],
])('bytes that are not %s are refused with their line, and no letter is lost', async (encoding, bytes, line) => {
  const path = join(temporaryFolder(), 'answers.json');
  writeFileSync(path, bytes);
  await expect(readInput(path)).rejects.toMatchObject({
    exitCode: 4,
    message: `${line} ${path} is not ${encoding} text. Nothing was kept.`,
  });
});
