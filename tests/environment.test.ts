import { describe, expect, test } from 'vitest';
import { readEnvironment } from '../src/environment.ts';
import type { Flags } from '../src/program/program.ts';

const IN_A_PIPE = { stdin: {}, stdout: {}, stderr: {}, platform: 'linux' } as const;
const TTY = { isTTY: true };
const ON_A_TERMINAL = { stdin: TTY, stdout: TTY, stderr: TTY, platform: 'linux' } as const;
const FLAGS: Flags = { color: true, input: true };

describe('the day taken for today', () => {
  test.each(['1900-01-01', '2026-11-20', '2199-12-31'])('may be %s', (today) => {
    expect(readEnvironment({ ...FLAGS, today }, {}, IN_A_PIPE).today).toBe(today);
    expect(readEnvironment(FLAGS, { LOSSDEBRIEF_TODAY: today }, IN_A_PIPE).today).toBe(today);
  });

  test.each(['9999-12-31', '2200-01-01', '1899-12-31', '0000-01-15', '2026-02-30', 'today'])(
    'may not be %s, which no dates can be counted from',
    (today) => {
      expect(() => readEnvironment({ ...FLAGS, today }, {}, IN_A_PIPE)).toThrow(`The day ${today} given for today`);
      expect(() => readEnvironment(FLAGS, { LOSSDEBRIEF_TODAY: today }, IN_A_PIPE)).toThrow('is not a day');
    },
  );
});

describe('for a screen reader', () => {
  const variables = { TERM: 'xterm-256color', FORCE_COLOR: '3' };

  test.each([
    ['the flag', { ...FLAGS, accessible: true }, {}],
    ['the variable', FLAGS, { ACCESSIBLE: '1' }],
  ])('%s leaves colours out, even where they are forced, the pager, and what is drawn over', (_what, flags, set) => {
    expect(readEnvironment(flags, { ...variables, ...set }, ON_A_TERMINAL)).toMatchObject({
      accessible: true,
      stdoutColours: 0,
      stderrColours: 0,
      showsProgress: false,
      pager: undefined,
    });
  });

  test.each([{}, { ACCESSIBLE: '' }, { ACCESSIBLE: '0' }])('%j asks for nothing', (set) => {
    expect(readEnvironment(FLAGS, { ...variables, ...set }, ON_A_TERMINAL)).toMatchObject({
      accessible: false,
      stdoutColours: 3,
      showsProgress: true,
    });
  });
});

describe('the pager', () => {
  test.each([
    ['is less', {}, 'linux', 'less'],
    ['is less where an empty variable stands', { PAGER: '' }, 'darwin', 'less'],
    ['is what the person set', { PAGER: 'most -s' }, 'linux', 'most -s'],
    ['is what the person set on Windows too', { PAGER: 'less' }, 'win32', 'less'],
    ['is none on Windows by itself, which has no less', {}, 'win32', undefined],
  ] as const)('%s', (_what, variables, platform, pager) => {
    expect(readEnvironment(FLAGS, variables, { ...ON_A_TERMINAL, platform }).pager).toBe(pager);
  });

  test('is for a terminal alone, and for whoever wants one', () => {
    expect(readEnvironment(FLAGS, { PAGER: 'less' }, IN_A_PIPE).pager).toBeUndefined();
    expect(readEnvironment({ ...FLAGS, pager: false }, { PAGER: 'less' }, ON_A_TERMINAL).pager).toBeUndefined();
  });
});
