import { describe, expect, test } from 'vitest';
import { readEnvironment } from '../src/environment.ts';
import type { Flags } from '../src/program/program.ts';

const STREAMS = { stdin: {}, stdout: {}, stderr: {} };
const FLAGS: Flags = { color: true, input: true };

describe('the day taken for today', () => {
  test.each(['1900-01-01', '2026-11-20', '2199-12-31'])('may be %s', (today) => {
    expect(readEnvironment({ ...FLAGS, today }, {}, STREAMS).today).toBe(today);
    expect(readEnvironment(FLAGS, { LOSSDEBRIEF_TODAY: today }, STREAMS).today).toBe(today);
  });

  test.each(['9999-12-31', '2200-01-01', '1899-12-31', '0000-01-15', '2026-02-30', 'today'])(
    'may not be %s, which no dates can be counted from',
    (today) => {
      expect(() => readEnvironment({ ...FLAGS, today }, {}, STREAMS)).toThrow(`The day ${today} given for today`);
      expect(() => readEnvironment(FLAGS, { LOSSDEBRIEF_TODAY: today }, STREAMS)).toThrow('is not a day');
    },
  );
});

describe('for a screen reader', () => {
  const terminal = { stdin: { isTTY: true }, stdout: { isTTY: true }, stderr: { isTTY: true } };
  const variables = { TERM: 'xterm-256color', FORCE_COLOR: '3' };

  test.each([
    ['the flag', { ...FLAGS, accessible: true }, {}],
    ['the variable', FLAGS, { ACCESSIBLE: '1' }],
  ])('%s leaves colours out, even where they are forced, and the pager', (_what, flags, set) => {
    expect(readEnvironment(flags, { ...variables, ...set }, terminal)).toMatchObject({
      accessible: true,
      stdoutColours: 0,
      stderrColours: 0,
      pager: undefined,
    });
  });

  test.each([{}, { ACCESSIBLE: '' }, { ACCESSIBLE: '0' }])('%j asks for nothing', (set) => {
    expect(readEnvironment(FLAGS, { ...variables, ...set }, terminal)).toMatchObject({
      accessible: false,
      stdoutColours: 3,
    });
  });
});
