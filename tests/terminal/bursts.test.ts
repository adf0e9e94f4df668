import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { PassThrough } from 'node:stream';
import { emitKeypressEvents } from 'node:readline';
import { type Burst, collectBursts } from '../../src/terminal/bursts.ts';
import type { KeyPress } from '../../src/terminal/keys.ts';

/** Feeds chunks as a terminal sends them; each is followed by silence. */
async function burstsOf(...chunks: readonly string[]): Promise<readonly Burst[]> {
  const given: Burst[] = [];
  const input = new PassThrough();
  const bursts = collectBursts((burst) => given.push(burst));
  emitKeypressEvents(input);
  input.on('keypress', (_text: string | undefined, press: KeyPress) => bursts.press(press));
  for (const chunk of chunks) {
    input.write(chunk);
    await silence(bursts);
  }
  input.destroy();
  return given;
}

/** Until nothing is held, or nothing will come of what is. */
async function silence(bursts: { readonly isHolding: () => boolean }): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (!bursts.isHolding()) return;
  }
}

const typed = (text: string): Burst => ({ text, key: undefined, pasted: false });
const key = (name: Burst['key']): Burst => ({ text: '', key: name, pasted: false });

test('keys apart are bursts of one', async () => {
  expect(await burstsOf('a', 'b', '\r')).toEqual([typed('a'), typed('b'), key('enter')]);
});

test('an Enter that more follows is text; the last one is the key', async () => {
  expect(await burstsOf('We liked you.\r\rBut.\r')).toEqual([
    { text: 'We liked you.\n\nBut.', key: 'enter', pasted: false },
  ]);
});

test('every kind of line break is one', async () => {
  expect(await burstsOf('a\r\nb\nc\rd\r\n')).toEqual([{ text: 'a\nb\nc\nd', key: 'enter', pasted: false }]);
});

test('a marked paste is one burst, ends in no key and holds together across silence', async () => {
  expect(await burstsOf('\u001b[200~We liked', ' you.\r', 'But.\r\u001b[201~', '\r')).toEqual([
    { text: 'We liked you.\nBut.\n', key: undefined, pasted: true },
    key('enter'),
  ]);
});

test('an arrow or Backspace is given at once, after what was typed before it', async () => {
  expect(await burstsOf('ab\u001b[D\u007f')).toEqual([typed('ab'), key('left'), key('erase')]);
});

test('tabs between cells of a pasted table are text', async () => {
  expect(await burstsOf('b\tGlobex\r')).toEqual([{ text: 'b\tGlobex', key: 'enter', pasted: false }]);
});

test('keys that mean nothing here are dropped', async () => {
  expect(await burstsOf('\u001bOP', '\u0000', 'a')).toEqual([typed('a')]);
});

test('an Enter right behind an arrow is the key, whatever follows', async () => {
  expect(await burstsOf('\u001b[B\rGlobex\r')).toEqual([
    key('down'),
    key('enter'),
    { text: 'Globex', key: 'enter', pasted: false },
  ]);
});

test('stop gives back what is held, and nothing after that', async () => {
  const given: Burst[] = [];
  const bursts = collectBursts((burst) => given.push(burst));
  bursts.press({ sequence: 'a' });
  bursts.press({ sequence: '\r', name: 'return' });
  expect(bursts.stop()).toEqual([{ text: 'a', key: 'enter', pasted: false }]);
  expect(bursts.stop()).toEqual([]);
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(given).toEqual([]);
});

test('no character of an unmarked paste is lost or doubled, whatever the chunks', async () => {
  const words = fc.stringMatching(/^[a-zé €\u4e2d\r]{1,40}$/);
  await fc.assert(
    fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 3 }), async (chunks) => {
      const back = (await burstsOf(...chunks)).map(({ text, key }) => text + (key === 'enter' ? '\n' : '')).join('');
      expect(back).toBe(chunks.join('').replaceAll('\r', '\n'));
    }),
    { numRuns: 15 },
  );
});
