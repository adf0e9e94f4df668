import { expect, test } from 'vitest';
import type { Burst } from '../../src/terminal/bursts.ts';
import { steps } from '../support/asked-questions.mjs';
import { answersAfter, entered, key, pasted, PLAIN, pressing, rowsAfter, rowsOf, text } from '../support/pressing.ts';

test('shows all rows with their tags and what is chosen, and marks the present one', async () => {
  expect((await rowsAfter(steps, text('b'))).slice(1)).toEqual([
    'Before the demo, did you know:',
    'Enter: next row   ? why   < row above',
    '  Qualifying  their time frame?                 before',
    '> Qualifying  their reason for a solution now?  late',
    '  Discovery   what mattered most to them?',
    '  b before   l late   n never   u not sure',
    '> ',
  ]);
});

test('what was picked looks like an answer, never like praise, and the keys like those of a choice', async () => {
  const shown = rowsOf(steps, await pressing(steps, text('n')), {
    ...PLAIN,
    paint: (part, as) => `[${as ?? ''}|${part}]`,
  });
  expect(shown.find((row) => row.includes('their time frame?'))).toContain('[strong|never]');
  expect(shown.find((row) => row.includes('b] before') || row.includes('[id|b]'))).toContain('[id|b]');
  expect(shown.join('\n')).not.toContain('[good|');
});

test('a key picks for the row and moves on; the last row answers', async () => {
  expect(await answersAfter(steps, text('b'), text('l'), text('n'))).toEqual({
    steps: { 'row-1': 'before', 'row-2': 'late', 'row-3': 'never' },
  });
});

test('Enter leaves a row as it is', async () => {
  expect(await answersAfter(steps, key('enter'), key('enter'), key('enter'))).toEqual({
    steps: { 'row-1': 'unknown', 'row-2': 'late', 'row-3': 'unknown' },
  });
});

test('a quick hand fills several rows at once', async () => {
  expect(await answersAfter(steps, text('bbn'))).toEqual({
    steps: { 'row-1': 'before', 'row-2': 'before', 'row-3': 'never' },
  });
});

test.each([text('bbnb'), text('bad'), entered('b\nb'), pasted('bbn')])(
  'a pasted text fills nothing: %j',
  async (burst) => {
    const rows = await rowsAfter(steps, burst);
    expect(rows.at(-1)).toContain('Several keys came at once');
    expect(rows[3]).toBe('> Qualifying  their time frame?');
  },
);

test('< goes to the row above, and back from the first', async () => {
  expect(await answersAfter(steps, text('b'), text('<'), text('n'), text('b'), text('b'))).toEqual({
    steps: { 'row-1': 'never', 'row-2': 'before', 'row-3': 'before' },
  });
  expect(await answersAfter(steps, text('<'))).toBe('back');
});

test('what the rows have so far is held for a pause, and nothing where none was touched', async () => {
  expect(await held(text('b'), text('n'))).toEqual({
    steps: { 'row-1': 'before', 'row-2': 'never', 'row-3': 'unknown' },
  });
  expect(await held(key('down'), key('enter'))).toBeUndefined();
});

async function held(...bursts: readonly Burst[]): Promise<unknown> {
  const end = await pressing(steps, ...bursts);
  return 'kind' in end ? end : end.prompt.held;
}

test('arrows move without choosing', async () => {
  expect(await answersAfter(steps, key('down'), key('down'), key('up'), text('n'), key('enter'))).toEqual({
    steps: { 'row-1': 'unknown', 'row-2': 'never', 'row-3': 'unknown' },
  });
});

test('? shows why the present row is asked', async () => {
  expect((await rowsAfter(steps, text('b'), text('?'))).at(-1)).toBe('  The second.');
});

test('keeps the chosen words in the transcript', async () => {
  expect(await rowsAfter(steps, text('b'), key('enter'), key('enter'))).toEqual([
    'Before the demo, did you know:  before, late, left open',
  ]);
});

test('at 40 columns every row is whole, and the tag stands before it', async () => {
  expect(rowsOf(steps, await pressing(steps), { ...PLAIN, columns: 40 }).slice(3, 8)).toEqual([
    '> Qualifying: their time frame?',
    '  Qualifying: their reason for a',
    '  solution now?  late',
    '  Discovery: what mattered most to',
    '  them?',
  ]);
});
