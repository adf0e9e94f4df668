import * as fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Asked, Form } from '../../src/core/asked.ts';
import type { Burst } from '../../src/terminal/bursts.ts';
import { createPaint } from '../../src/terminal/paint.ts';
import { outcome, said, steps, winner } from '../support/asked-questions.mjs';
import { entered, key, PLAIN, pasted, pressing, rowsOf, text } from '../support/pressing.ts';
import { loadWidths } from '../../src/core/text/wide-text.ts';

beforeAll(() => loadWidths('中'));

const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '\u001b[2J',
      '\u001b]0;owned\u0007',
      '\u009b31m',
      '\r',
      '\n',
      '\u0007',
      '\u202e',
      '\u200b',
      '\u0000',
    ),
    fc.constantFrom('Globex ', 'é', '中', '👩‍👩‍👧'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
});

const form: fc.Arbitrary<Form> = fc.oneof(
  hostile.map((words) => ({ ...winner.form, suggestions: [words], read: () => ({ problem: words }) })),
  hostile.map((words) => ({ ...said.form, current: words, read: () => ({ value: {}, understood: words }) })),
  hostile.map((words) => ({ ...outcome.form, options: [{ key: 'a', label: words, group: words, answers: {} }] })),
  hostile.map((words) => ({
    ...steps.form,
    rows: [{ tag: words, ask: words, why: [words], current: 'b', options: [{ key: 'a', label: words, value: 'b' }] }],
  })),
);

const asked: fc.Arbitrary<Asked> = fc.tuple(form, hostile, hostile, hostile).map(([form, ask, hint, label]) => ({
  ...said,
  form,
  ask,
  hint,
  tag: hint,
  why: [hint],
  enter: { label, answers: {} },
}));

/** Colours are ours, and the only control sequence that a row may hold. */
const COLOUR = new RegExp(String.raw`\x1b\[[\d;]*m`, 'g');
/** What a terminal obeys. */
const OBEYED = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

test('an answer that takes the place of one above says so, and one that is kept stands there once', async () => {
  const enter = { label: 'keep "Globex"', said: 'Globex', answers: { winner: 'Globex' }, isKept: true };
  const anew = { ...winner, isAnew: true, enter };
  expect(await done(anew, entered('Initech'))).toEqual(['Who has it now?  Initech  (this one counts)']);
  expect(await done(anew, entered('Globex'))).toEqual([]);
  expect(await done(anew, key('enter'))).toEqual([]);
  expect(await done({ ...winner, isAnew: true }, key('enter'))).toEqual([
    'Who has it now?  unknown  (this one counts)',
  ]);
  expect(await done({ ...winner, enter }, entered('Initech'))).toEqual(['Who has it now?  Initech']);
});

/** What an answered question leaves behind. */
async function done(asked: Asked, ...bursts: readonly Burst[]): Promise<readonly string[]> {
  return rowsOf(asked, await pressing(asked, ...bursts), PLAIN);
}

test('a long answer leaves room for the word that it counts', async () => {
  const rows = await done({ ...winner, isAnew: true }, entered('Globex '.repeat(20)));
  expect(rows).toHaveLength(2);
  expect(rows[1]).toMatch(/^ {2}Globex .*…  \(this one counts\)$/);
});

test('no text can drive the terminal: rows hold nothing that it obeys but our own colours', async () => {
  const paint = await createPaint(1);
  await fc.assert(
    fc.asyncProperty(
      asked,
      hostile,
      fc.boolean(),
      fc.integer({ min: 30, max: 120 }),
      async (asked, words, ascii, columns) => {
        const look = { columns, ascii, paint };
        const enter = { text: words, key: 'enter' as const, pasted: false };
        for (const bursts of [[], [text('?')], [pasted(words)], [enter], [text(words)]]) {
          const rows = rowsOf(asked, await pressing(asked, ...bursts), look);
          expect(rows.map((row) => row.replaceAll(COLOUR, '')).filter((row) => OBEYED.test(row))).toEqual([]);
        }
      },
    ),
  );
});

test('an ASCII screen shows plain characters for fine ones', async () => {
  const rows = rowsOf(winner, await pressing(winner), { ...PLAIN, ascii: true });
  expect(rows[0]).toBe('6 of 13 - 0:48 - No ego');
});

test('a screen of 200 columns holds the question on its usual lines', async () => {
  expect(rowsOf(winner, await pressing(winner), { ...PLAIN, columns: 200 })).toHaveLength(6);
});

test('a question outside the count shows no place and no time', async () => {
  const apart = { ...winner, position: undefined, elapsed: undefined, tag: undefined };
  expect(rowsOf(apart, await pressing(apart), PLAIN)[0]).toBe('Who has it now?');
});

test('a sentence that stands ready is shown whole, and kept in the transcript', async () => {
  const ready = 'Next time, when the next demo is booked, I will ask my contact what part they play in the decision.';
  const nextTime = {
    ...winner,
    ask: 'Next time?',
    enter: { label: `keep "${ready}"`, said: ready, answers: { 'next-time': ready } },
  };
  const shown = rowsOf(nextTime, await pressing(nextTime), PLAIN);
  expect(shown.slice(2, 4).join(' ')).toContain(`Enter: keep "${ready}"`);
  const kept = await pressing(nextTime, { text: '', key: 'enter', pasted: false });
  expect(rowsOf(nextTime, kept, { ...PLAIN, columns: 200 })).toEqual([`Next time?  ${ready}`]);
});
