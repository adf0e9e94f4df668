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
