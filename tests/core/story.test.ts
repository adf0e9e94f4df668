import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, fieldsOf, weekday } from '../../src/core/days/day.ts';
import { storyDay } from '../../src/core/story.ts';
import { anyDay, day } from '../support/days.ts';

describe('a day of a story', () => {
  test.each([
    ['14 days ago', '2026-11-20', '2026-11-06'],
    ['11 days ago', '2026-11-20', '2026-11-09'],
    ['in 3 days', '2026-11-17', '2026-11-20'],
    ['in 0 days', '2026-11-20', '2026-11-20'],
    ['1q-0', '2026-11-20', '2026-09-30'],
    ['1q-6', '2026-11-20', '2026-09-24'],
    ['3q-0', '2026-11-20', '2026-03-31'],
    ['4q-4', '2026-11-20', '2025-12-26'],
    ['8q-0', '2027-01-01', '2025-03-31'],
    ['1q-0', '2028-04-01', '2028-03-31'],
  ])('%s, told on %s, is %s', (text, today, told) => {
    expect(storyDay(text, day(today))).toBe(told);
  });

  test.each([
    ['a Saturday', '13 days ago', '2026-11-06'],
    ['a Sunday', '12 days ago', '2026-11-06'],
    ['a Saturday to come', 'in 8 days', '2026-11-27'],
  ])('%s becomes the Friday before it', (_weekend, text, told) => {
    expect(storyDay(text, day('2026-11-20'))).toBe(told);
  });

  test.each(['yesterday', '3q', '0q-1', 'q3-5', '-3 days ago', '2026-11-20', ''])('is not written %j', (text) => {
    expect(storyDay(text, day('2026-11-20'))).toBeUndefined();
  });

  test('is never on a weekend', () => {
    const anyText = fc.oneof(
      fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 92 })).map(([q, left]) => `${q}q-${left}`),
      fc.integer({ min: 0, max: 900 }).map((days) => `${days} days ago`),
      fc.integer({ min: 0, max: 900 }).map((days) => `in ${days} days`),
    );
    fc.assert(
      fc.property(anyText, anyDay(), (text, today) => {
        const told = storyDay(text, today);
        expect(told && weekday(told)).toBeLessThanOrEqual(5);
      }),
    );
  });

  test('keeps its distance from the end of its quarter, whatever day it is', () => {
    const back = fc.integer({ min: 1, max: 9 });
    const left = fc.integer({ min: 0, max: 80 });
    fc.assert(
      fc.property(back, left, anyDay(), (quarters, days, today) => {
        const told = storyDay(`${quarters}q-${days}`, today);
        const later = told && addDays(told, days);
        // A weekend moves it by two days at most.
        const isNearEnd = later !== undefined && [0, 1, 2].some((shift) => isQuarterEnd(addDays(later, shift)));
        expect(isNearEnd).toBe(true);
        expect(told && daysBetween(told, today)).toBeGreaterThan(days);
      }),
    );
  });
});

function isQuarterEnd(found: ReturnType<typeof day>): boolean {
  const { month, date } = fieldsOf(addDays(found, 1));
  return date === 1 && month % 3 === 1;
}
