import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addBusinessDays,
  addMonths,
  movedOffWeekend,
  nextBusinessDay,
  subtractMonths,
} from '../../../src/core/days/calendar.ts';
import { daysBetween, fieldsOf, weekday } from '../../../src/core/days/day.ts';
import { anyDay, day } from '../../support/days.ts';

describe('months', () => {
  test.each([
    ['2026-05-31', 9, '2027-02-28'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-01-31', 2, '2026-03-31'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-11-20', 0, '2026-11-20'],
    ['2026-11-20', 2, '2027-01-20'],
    ['2026-12-31', 2, '2027-02-28'],
  ])('%s and %i months is %s', (start, months, end) => {
    expect(addMonths(day(start), months)).toBe(end);
  });

  test.each([
    ['2026-11-20', 0.25, '2026-11-28', 'seven and a half days round up'],
    ['2026-11-20', 0.5, '2026-12-05', 'fifteen days'],
    ['2026-11-20', 0.75, '2026-12-13', 'twenty-two and a half round up'],
    ['2026-11-20', 4.5, '2027-04-04', 'whole months first, then fifteen days'],
    ['2026-05-31', 9.5, '2027-03-15', 'the clamp comes before the part'],
  ])('%s and %d months is %s: %s', (start, months, end) => {
    expect(addMonths(day(start), months)).toBe(end);
  });

  test.each([
    ['2027-06-30', 3, '2027-03-30'],
    ['2027-05-31', 3, '2027-02-28'],
    ['2024-05-31', 3, '2024-02-29'],
    ['2027-01-15', 2, '2026-11-15'],
  ])('%s less %i months is %s', (start, months, end) => {
    expect(subtractMonths(day(start), months)).toBe(end);
  });

  test('the month is the one that was counted to, and the date never later than it was', () => {
    fc.assert(
      fc.property(anyDay(), fc.integer({ min: 0, max: 240 }), (start, months) => {
        const from = fieldsOf(start);
        const to = fieldsOf(addMonths(start, months));
        expect(to.year * 12 + to.month).toBe(from.year * 12 + from.month + months);
        expect(to.date).toBeLessThanOrEqual(from.date);
        expect(to.date).toBeGreaterThanOrEqual(Math.min(from.date, 28));
      }),
    );
  });

  test('more months are never earlier', () => {
    fc.assert(
      fc.property(anyDay(), fc.nat(960), fc.nat(960), (start, one, other) => {
        const [fewer, more] = [Math.min(one, other) / 4, Math.max(one, other) / 4];
        expect(daysBetween(addMonths(start, fewer), addMonths(start, more))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('up to the 28th, months taken away again lead back', () => {
    fc.assert(
      fc.property(anyDay(), fc.nat(240), (start, months) => {
        fc.pre(fieldsOf(start).date <= 28);
        expect(subtractMonths(addMonths(start, months), months)).toBe(start);
      }),
    );
  });
});

describe('business days', () => {
  test.each([
    ['2026-11-19', '2026-11-19', 'a Thursday stays'],
    ['2026-11-20', '2026-11-20', 'a Friday stays'],
    ['2026-11-21', '2026-11-23', 'a Saturday moves to Monday'],
    ['2026-11-22', '2026-11-23', 'a Sunday moves to Monday'],
    ['2027-02-28', '2027-03-01', 'into the next month if need be'],
  ])('%s becomes %s: %s', (start, end) => {
    expect(movedOffWeekend(day(start))).toBe(end);
  });

  test.each([
    ['2026-11-19', '2026-11-20'],
    ['2026-11-20', '2026-11-23'],
    ['2026-11-21', '2026-11-23'],
    ['2026-11-22', '2026-11-23'],
  ])('the business day after %s is %s', (start, end) => {
    expect(nextBusinessDay(day(start))).toBe(end);
  });

  test.each([
    ['2026-11-20', 0, '2026-11-20'],
    ['2026-11-21', 0, '2026-11-23'],
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-20', 5, '2026-11-27'],
    ['2026-11-21', 1, '2026-11-23'],
    ['2026-11-22', 2, '2026-11-24'],
  ])('%s and %i business days is %s', (start, count, end) => {
    expect(addBusinessDays(day(start), count)).toBe(end);
  });

  test('no business day falls on a weekend or before its start', () => {
    fc.assert(
      fc.property(anyDay(), fc.nat(30), (start, count) => {
        const end = addBusinessDays(start, count);
        expect(weekday(end)).toBeLessThanOrEqual(5);
        expect(daysBetween(start, end)).toBeGreaterThanOrEqual(count);
      }),
    );
  });
});
