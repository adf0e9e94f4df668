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
