import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysBetween } from '../../src/core/days/day.ts';
import { readReplyTime, sayReplyTime } from '../../src/core/days/reply-time.ts';
import { countTouches, sayCounts, silencesIn, timelineJson } from '../../src/core/timeline.ts';
import { CHANNELS, type Touch } from '../../src/core/touch.ts';
import { anyDayWithin, day } from '../support/days.ts';

function touch(on: string, different: Partial<Touch> = {}): Touch {
  return { on: day(on), channel: 'call', missed: false, replyMinutes: undefined, note: undefined, ...different };
}

const anyTouches = fc
  .array(
    fc.record<Touch>({
      on: anyDayWithin(day('2026-01-01'), 400),
      channel: fc.constantFrom(...CHANNELS),
      missed: fc.boolean(),
      replyMinutes: fc.option(fc.nat(9999), { nil: undefined }),
      note: fc.constant(undefined),
    }),
    { maxLength: 12 },
  )
  .map((touches) => touches.toSorted((one, other) => daysBetween(other.on, one.on)));

describe('counting', () => {
  test('a missed call is counted by itself and is no contact', () => {
    const touches = [
      touch('2026-11-02'),
      touch('2026-11-03', { missed: true }),
      touch('2026-11-04', { channel: 'demo' }),
    ];
    expect(countTouches(touches)).toEqual({
      contacts: 2,
      byChannel: [
        ['call', 1],
        ['demo', 1],
      ],
      missedCalls: 1,
      slowestReplyMinutes: undefined,
    });
  });

  test('contacts by channel come to all contacts, and with the missed calls to all entries', () => {
    fc.assert(
      fc.property(anyTouches, (touches) => {
        const { contacts, byChannel, missedCalls } = countTouches(touches);
        expect(byChannel.reduce((sum, [, count]) => sum + count, 0)).toBe(contacts);
        expect(contacts + missedCalls).toBe(touches.length);
      }),
    );
  });

  test('one line has what there is and leaves out the rest', () => {
    expect(sayCounts([])).toBeUndefined();
    expect(sayCounts([touch('2026-11-02')])).toBe('1 contact');
    const slow = touch('2026-11-03', { missed: true, replyMinutes: 3 * 24 * 60 });
    expect(sayCounts([touch('2026-11-02', { replyMinutes: 20 }), slow])).toBe(
      '1 contact, 1 missed call, slowest reply 3 days',
    );
  });
});

describe('silences', () => {
  test('are two weeks and more, and not a day less', () => {
    const touches = [touch('2026-09-01'), touch('2026-09-14'), touch('2026-09-28')];
    expect(silencesIn(touches, undefined)).toEqual([{ from: '2026-09-14', to: '2026-09-28', days: 14 }]);
  });

  test('may end with the decision', () => {
    expect(silencesIn([touch('2026-10-30')], day('2026-11-20'))).toEqual([
      { from: '2026-10-30', to: '2026-11-20', days: 21 },
    ]);
  });

  test('do not begin with a decision that came before the first entry', () => {
    expect(silencesIn([touch('2026-11-20')], day('2026-09-01'))).toEqual([]);
  });

  test('never hold an entry of the log inside', () => {
    fc.assert(
      fc.property(anyTouches, (touches) => {
        for (const { from, to, days } of silencesIn(touches, undefined)) {
          expect(touches.filter(({ on }) => on > from && on < to)).toEqual([]);
          expect(days).toBe(daysBetween(from, to));
        }
      }),
    );
  });

  test('no log is no timeline', () => {
    expect(timelineJson([], day('2026-11-20'))).toBeNull();
  });
});

describe('how long a reply took', () => {
  test.each([
    ['45m', 45, '45 minutes'],
    ['1h', 60, '1 hour'],
    ['26h', 1560, '1 day'],
    [' 2D ', 2880, '2 days'],
    ['1w', 10_080, '7 days'],
    ['0m', 0, '0 minutes'],
  ])('%s is %i minutes and is said as %s', (text, minutes, said) => {
    expect(readReplyTime(text)).toBe(minutes);
    expect(sayReplyTime(minutes)).toBe(said);
  });

  test.each(['', '2', 'd', '2 days', '-1d', '1.5h', '2d3h', '99999d'])('%j is not understood', (text) => {
    expect(readReplyTime(text)).toBeUndefined();
  });
});
