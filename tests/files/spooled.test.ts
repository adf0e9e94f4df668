import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { spooled } from '../../src/files/spooled.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

async function* given(pieces: readonly string[]): AsyncGenerator<string, void> {
  yield* pieces;
}

/** Where temporary files go during a test. */
function temporaryFilesIn(folder: string): void {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  onTestFinished(() => {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  });
}

async function whole(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

describe('a text that is all taken before any of it is given', () => {
  test('is the same, however much of it is held', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme' })), fc.nat(40), async (pieces, most) => {
        expect(await whole(spooled(given(pieces), most))).toBe(pieces.join(''));
      }),
    );
  });

  test('is the same where letters of several bytes are cut in two', async () => {
    const pieces = Array.from({ length: 300 }, (_, n) => `${'€'.repeat(1000 + n)}\n`);
    expect(await whole(spooled(given(pieces), 10))).toBe(pieces.join(''));
  });

  test.skipIf(process.platform === 'win32')('leaves nothing that anybody else could find', async () => {
    const folder = temporaryFolder();
    temporaryFilesIn(folder);
    for await (const piece of spooled(given(['their words', ' and mine']), 1)) {
      expect(piece).not.toBe('');
      expect(readdirSync(folder)).toEqual([]);
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  test.skipIf(process.platform === 'win32')('says where there is no room for it', async () => {
    temporaryFilesIn('/dev/null/nowhere');
    await expect(whole(spooled(given(['their words']), 1))).rejects.toMatchObject({ name: 'UserError', exitCode: 8 });
  });
});
