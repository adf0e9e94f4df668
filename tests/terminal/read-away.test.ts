import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { Paused } from '../../src/core/user-error.ts';
import { readAway } from '../../src/terminal/read-away.ts';

/** A keyboard on which this was typed before anybody looked. */
function keyboard(typed: string): NodeJS.ReadableStream {
  const input = Object.assign(new PassThrough(), { setRawMode: () => {} });
  if (typed !== '') input.write(typed);
  return input;
}

test('says whether there was anything, and leaves nothing of it', async () => {
  const input = keyboard('y\r');
  expect(await readAway(input)).toBe(true);
  expect(await readAway(input)).toBe(false);
  expect(input.read()).toBeNull();
});

test('says that there was nothing', async () => {
  expect(await readAway(keyboard(''))).toBe(false);
});

test('Ctrl-C in it pauses', async () => {
  await expect(readAway(keyboard('y\u0003'))).rejects.toBeInstanceOf(Paused);
});

test('leaves what is no keyboard alone', async () => {
  const input = new PassThrough();
  input.write('y\r');
  expect(await readAway(input)).toBe(false);
  expect(input.read()?.toString()).toBe('y\r');
});
