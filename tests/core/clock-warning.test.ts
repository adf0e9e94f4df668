import { describe, expect, test } from 'vitest';
import { clockWarning } from '../../src/core/clock-warning.ts';

describe('a clock', () => {
  test('that has gone back more than a day is named, with both days', () => {
    expect(clockWarning('2026-11-24T12:00:00.000Z', '2026-11-20T12:00:00.000Z')).toBe(
      'The clock of this machine shows Friday 20 November 2026, but the file was changed on Tuesday 24 November 2026. ' +
        'Please check the clock: days are counted from it.',
    );
  });

  test.each([
    ['a file without changes', undefined],
    ['one that was changed before', '2026-11-19T12:00:00.000Z'],
    ['one that was changed less than a day ahead, as after a journey', '2026-11-21T11:59:00.000Z'],
  ])('is as it should be beside %s', (_, latestChange) => {
    expect(clockWarning(latestChange, '2026-11-20T12:00:00.000Z')).toBeUndefined();
  });
});
