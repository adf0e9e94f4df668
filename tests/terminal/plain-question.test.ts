import { PassThrough } from 'node:stream';
import { expect, test, vi } from 'vitest';
import type { Asked, Reply } from '../../src/core/asked.ts';
import { Paused } from '../../src/core/user-error.ts';
import { askPlainly } from '../../src/terminal/plain-question.ts';
import { callOn, offer, outcome, ownIt, said, steps, winner } from '../support/asked-questions.mjs';
import { PATIENCE } from '../support/patience.ts';

/** Asks and gives the entries one after the other, each once it is waited for; what was said, and the reply. */
async function conversation(asked: Asked, ...entries: readonly string[]): Promise<{ lines: string[]; reply: Reply }> {
  const input = new PassThrough();
  const output = new PassThrough();
  let written = '';
  output.on('data', (data: Buffer) => {
    written += data.toString();
  });
  const reply = askPlainly(asked, { input, output, ascii: false, columns: () => 400 });
  for (const [index, entry] of entries.entries()) {
    await vi.waitFor(
      () => expect(written.split('\n').filter((line) => line === '> ' || line === '>')).toHaveLength(index + 1),
      PATIENCE,
    );
    input.write(entry);
  }
  return { reply: await reply, lines: written.split('\n') };
}

async function answersTo(asked: Asked, ...entries: readonly string[]): Promise<unknown> {
  const { reply } = await conversation(asked, ...entries);
  return reply.kind === 'answers' ? reply.answers : 'back';
}

test('says the whole question in one line', async () => {
  const { lines } = await conversation(offer, '\r');
  expect(lines[0]).toBe(
    'Question 2 of 13, 48 seconds. What did you offer? For example: 148k 12m, onboarding free. Enter: skip. Question mark: why.',
  );
});

test('says what is wrong and waits, then says what was understood', async () => {
  const { lines, reply } = await conversation(offer, 'free\r', '148k\r');
  expect(lines).toContain('There is no amount in that. Try: 148k 12m');
  expect(lines).toContain('Understood: 148,000.00 EUR, 12 months, onboarding free.');
  expect(reply).toEqual({ kind: 'answers', answers: { amount: 148_000 } });
});

test('names the option that a number stands for, before anything else is asked', async () => {
  const { lines } = await conversation(callOn, '1\r', '2027-08-20\r');
  expect(lines.slice(lines.indexOf('Understood: they said call then.')).join(' ')).toContain('Which day?');
});

test('numbers choices under their headings, and takes the number or the letter', async () => {
  const { lines, reply } = await conversation(outcome, '4\r');
  expect(lines.slice(1, 9)).toEqual([
    'Someone has it:',
    '1. another vendor',
    '2. their present vendor',
    '3. they build it themselves',
    'Nobody has it:',
    '4. they named a later date or event',
    'We ended it:',
    '5. we walked away',
  ]);
  expect(reply).toEqual({ kind: 'answers', answers: { outcome: 'postponed' } });
  expect(await answersTo(outcome, 'e\r')).toEqual({ outcome: 'we-walked-away' });
});

test.each(['9\r', '0\r', 'better service\r', '1\r2\r'])(
  'an entry that is no choice picks nothing: %j',
  async (entry) => {
    const { lines, reply } = await conversation(outcome, entry, '2\r');
    expect(lines.join('\n')).toContain('Type a number from 1 to 5, then Enter.');
    expect(reply).toEqual({ kind: 'answers', answers: { outcome: 'lost-incumbent' } });
  },
);

test('asks the lines that belong to a choice, and goes back from them', async () => {
  expect(await answersTo(callOn, '1\r', 'soon\r', '2027-08-20\r')).toEqual({
    when: 'named-date',
    'call-on': '2027-08-20',
  });
  expect(await answersTo(callOn, '1\r', '<\r', '2\r', 'the audit\r', '\r')).toEqual({
    when: 'trigger',
    trigger: 'the audit',
  });
});

test('says why in a line that belongs to a choice, and asks on', async () => {
  const { lines, reply } = await conversation(callOn, '1\r', '?\r', '2027-08-20\r');
  expect(lines).toEqual(expect.arrayContaining([...callOn.why]));
  expect(reply).toEqual({ kind: 'answers', answers: { when: 'named-date', 'call-on': '2027-08-20' } });
});

test('goes through a grid row by row, and back', async () => {
  const { lines, reply } = await conversation(steps, '1\r', '<\r', '3\r', '\r', '?\r', '1\r');
  expect(lines.join(' ')).toContain('did you know: Enter: next row. Question mark: why.');
  expect(lines).toContain('1 of 3, Qualifying: their time frame? 1 before, 2 late, 3 never, 4 not sure.');
  expect(lines).toContain(
    '2 of 3, Qualifying: their reason for a solution now? Now: late. 1 before, 2 late, 3 never, 4 not sure.',
  );
  expect(lines).toContain('Volas: discovery.');
  expect(reply).toEqual({
    kind: 'answers',
    answers: { steps: { 'row-1': 'never', 'row-2': 'late', 'row-3': 'before' } },
  });
});

test('< goes back, ? says why, Enter takes what stands ready', async () => {
  expect(await answersTo(winner, '<\r')).toBe('back');
  const { lines, reply } = await conversation(winner, '?\r', '\r');
  expect(lines).toContain('Pedone: own it within two minutes, then get back on the phone.');
  expect(reply).toEqual({ kind: 'answers', answers: { winner: null } });
});

test('says that a question is needed, and that it is the first', async () => {
  expect((await conversation(outcome, '\r', '1\r')).lines.join('\n')).toContain('This one is needed');
  expect((await conversation(offer, '<\r', '\r')).lines).toContain('This is the first question.');
});

test('joins pasted lines where one is wanted, and keeps them where many are', async () => {
  expect(await answersTo(winner, 'Globex\rof Bonn\r')).toEqual({ winner: 'Globex of Bonn' });
  expect(await answersTo(said, 'We liked you.\r\rBut.\r')).toEqual({ said: 'We liked you.\n\nBut.' });
});

test('offers the second try once', async () => {
  expect(await answersTo(ownIt, 'They had no budget\r', '\r')).toEqual({ 'own-it': 'They had no budget' });
  expect(await answersTo(ownIt, 'They had no budget\r', 'They were early\r')).toEqual({ 'own-it': 'They were early' });
});

test('pauses at the end of input', async () => {
  const input = new PassThrough();
  const reply = askPlainly(winner, { input, output: new PassThrough(), ascii: false, columns: () => 400 });
  input.end();
  await expect(reply).rejects.toThrow(Paused);
});

test('breaks long lines between words, as wide as the screen is', async () => {
  const input = new PassThrough();
  const output = new PassThrough();
  let written = '';
  output.on('data', (data: Buffer) => {
    written += data.toString();
  });
  const reply = askPlainly(winner, { input, output, ascii: false, columns: () => 30 });
  input.end();
  await expect(reply).rejects.toThrow(Paused);
  const rows = written.split('\n');
  expect(Math.max(...rows.map((row) => row.length))).toBeLessThan(30);
  expect(rows.join(' ')).toContain('Question 6 of 13');
});
