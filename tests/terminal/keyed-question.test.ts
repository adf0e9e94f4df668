import { PassThrough } from 'node:stream';
import { render } from '@inquirer/testing';
import { expect, test, vi } from 'vitest';
import type { Asked } from '../../src/core/asked.ts';
import { Paused } from '../../src/core/user-error.ts';
import { askWithKeys } from '../../src/terminal/keyed-question.ts';
import { createTerminal } from '../../src/terminal/terminal.ts';
import { typedAhead } from '../../src/terminal/typed-ahead.ts';
import { offer, outcome, winner } from '../support/asked-questions.mjs';
import { PLAIN } from '../support/pressing.ts';
import { PATIENCE } from '../support/patience.ts';

const ask = (asked: Asked, ahead = typedAhead()): ReturnType<typeof render<unknown, Asked>> =>
  render<unknown, Asked>(
    (question, { input = process.stdin, output = process.stderr } = {}) =>
      askWithKeys(question, () => PLAIN, { input, output }, ahead),
    asked,
  );

test('what is typed is shown, read on Enter and kept as a transcript', async () => {
  const { answer, events, getFullOutput, getScreen } = await ask(offer);
  await vi.waitFor(() => expect(getScreen()).toContain('What did you offer?'), PATIENCE);
  events.type('148k');
  await vi.waitFor(() => expect(getScreen()).toContain('> 148k'), PATIENCE);
  events.keypress('enter');
  expect(await answer).toEqual({ kind: 'answers', answers: { amount: 148_000 } });
  expect(getFullOutput()).toContain('What did you offer?  148,000.00 EUR, 12 months, onboarding free');
});

test('one key answers a choice', async () => {
  const { answer, events, getScreen } = await ask(outcome);
  await vi.waitFor(() => expect(getScreen()).toContain('we walked away'), PATIENCE);
  events.type('b');
  expect(await answer).toEqual({ kind: 'answers', answers: { outcome: 'lost-incumbent' } });
});

test('the time spent is shown anew with each redraw, and does not tick by itself', async () => {
  let seconds = 48;
  const { answer, events, getScreen } = await ask({ ...winner, elapsed: () => seconds });
  await vi.waitFor(() => expect(getScreen()).toContain('0:48'), PATIENCE);
  seconds = 75;
  events.type('G');
  await vi.waitFor(() => expect(getScreen()).toContain('1:15'), PATIENCE);
  events.keypress('enter');
  await answer;
});

test('keys that come while an answer is being read are no part of it, and wait for the next question', async () => {
  let finish: (() => void) | undefined;
  const slow = {
    ...winner.form,
    read: (text: string) =>
      new Promise<{ value: { winner: string } }>((resolve) => {
        finish = () => resolve({ value: { winner: text } });
      }),
  };
  const ahead = typedAhead();
  const { answer, events, getScreen } = await ask({ ...winner, form: slow }, ahead);
  await vi.waitFor(() => expect(getScreen()).toContain('Who has it now?'), PATIENCE);
  events.type('Globex');
  await vi.waitFor(() => expect(getScreen()).toContain('> Globex'), PATIENCE);
  events.keypress('enter');
  await vi.waitFor(() => expect(finish).toBeDefined(), PATIENCE);
  events.type('148k');
  finish?.();
  expect(await answer).toEqual({ kind: 'answers', answers: { winner: 'Globex' } });
  const next = await ask(offer, ahead);
  await vi.waitFor(() => expect(next.getScreen()).toContain('> 148k'), PATIENCE);
  next.events.keypress('enter');
  expect(await next.answer).toEqual({ kind: 'answers', answers: { amount: 148_000 } });
});

test('a fault while reading an answer comes out as it is', async () => {
  const broken = {
    ...winner.form,
    read: () => {
      throw new TypeError('a bug');
    },
  };
  const { answer, events, getScreen } = await ask({ ...winner, form: broken });
  const failure = answer.catch((error: unknown) => error);
  await vi.waitFor(() => expect(getScreen()).toContain('Who has it now?'), PATIENCE);
  events.type('Globex');
  await vi.waitFor(() => expect(getScreen()).toContain('> Globex'), PATIENCE);
  events.keypress('enter');
  expect(await failure).toEqual(new TypeError('a bug'));
});

test.each([
  ['the end of input', 'end', undefined],
  ['a terminal that is gone', 'error', new Error('read EIO')],
])('%s pauses', async (_what, event, error) => {
  const { answer, input, getScreen } = await ask(winner);
  const failure = answer.catch((error: unknown) => error);
  await vi.waitFor(() => expect(getScreen()).toContain('Who has it now?'), PATIENCE);
  input.emit(event, error);
  expect(await failure).toBeInstanceOf(Paused);
});

test('a terminal that is gone pauses what is read aloud, and is no fault between two questions', async () => {
  const input = new PassThrough();
  const output = new PassThrough();
  const plain = { input, output, accessible: true, ascii: false, paint: (characters: string) => characters };
  const answer = createTerminal(plain).ask(winner);
  const failure = answer.catch((error: unknown) => error);
  await vi.waitFor(() => expect(input.listenerCount('keypress')).toBeGreaterThan(0), PATIENCE);
  input.emit('error', new Error('read EIO'));
  expect(await failure).toBeInstanceOf(Paused);
  expect(() => input.emit('error', new Error('read EIO'))).not.toThrow();
});

test.each([false, true])(
  'nothing is asked any more once there is a reason to stop (read aloud: %s)',
  async (accessible) => {
    const output = new PassThrough();
    const terminal = createTerminal({
      input: new PassThrough(),
      output,
      accessible,
      ascii: false,
      paint: (characters) => characters,
    });
    await expect(terminal.ask(winner, AbortSignal.abort(new Paused()))).rejects.toBeInstanceOf(Paused);
    expect(output.read()).toBeNull();
  },
);
