import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  dayOf,
  daysBetween,
  fieldsOf,
  isoDay,
  isUsable,
  weekday,
  wholeMonthsBetween,
} from '../../../src/core/days/day.ts';
import { anyDay, day } from '../../support/days.ts';

test.each(['2026-11-20', '2024-02-29', '2000-02-29', '1999-12-31'])('%s is a day', (text) => {
  expect(isoDay(text)).toBe(text);
});

test.each([
  ['2026-02-31', 'February has no 31st'],
  ['2026-02-29', '2026 is no leap year'],
  ['1900-02-29', 'a century is no leap year'],
  ['2026-04-31', 'April has no 31st'],
  ['2026-13-01', 'a year has twelve months'],
  ['2026-00-10', 'months begin at one'],
  ['2026-11-00', 'dates begin at one'],
  ['2026-1-1', 'ISO days are padded'],
  ['2026-11-20T09:00', 'an instant is no day'],
  [' 2026-11-20', 'spaces are not part of it'],
])('%s is no day: %s', (text) => {
  expect(isoDay(text)).toBeUndefined();
});

test.each([
  ['1899-12-31', false],
  ['1900-01-01', true],
  ['2199-12-31', true],
  ['2200-01-01', false],
])('of %s it is %s that dates can be counted from it', (text, expected) => {
  expect(isUsable(day(text))).toBe(expected);
});

test('a day outside four-digit years does not exist', () => {
  expect(dayOf(10_000, 1, 1)).toBeUndefined();
});

test.each([
  ['2026-11-20', '2026-11-20', 0],
  ['2026-11-20', '2026-11-21', 1],
  ['2026-11-21', '2026-11-20', -1],
  ['2024-02-28', '2024-03-01', 2],
  ['2026-02-28', '2026-03-01', 1],
  ['2026-01-01', '2027-01-01', 365],
  ['1969-12-31', '1970-01-01', 1],
])('from %s to %s it is %i days', (from, to, days) => {
  expect(daysBetween(day(from), day(to))).toBe(days);
});

test.each([
  ['2026-11-16', 1],
  ['2026-11-20', 5],
  ['2026-11-21', 6],
  ['2026-11-22', 7],
  ['1950-01-01', 7],
])('%s is day %i of the week', (text, number) => {
  expect(weekday(day(text))).toBe(number);
});

test.each([
  ['2026-01-07', '2026-10-07', 9],
  ['2026-01-07', '2026-10-06', 8],
  ['2026-05-31', '2026-06-30', 1],
  ['2026-05-31', '2026-06-29', 0],
  ['2025-11-20', '2027-02-20', 15],
])('from %s to %s it is %i whole months', (from, to, months) => {
  expect(wholeMonthsBetween(day(from), day(to))).toBe(months);
});

test('beyond the last year there is no day to name', () => {
  expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError);
});

describe('laws', () => {
  test('the days between two days lead from one to the other', () => {
    fc.assert(
      fc.property(anyDay(), anyDay(), (from, to) => {
        expect(addDays(from, daysBetween(from, to))).toBe(to);
      }),
    );
  });

  test('text order is calendar order', () => {
    fc.assert(
      fc.property(anyDay(), anyDay(), (one, other) => {
        expect(Math.sign(daysBetween(one, other))).toBe(one < other ? 1 : one === other ? 0 : -1);
      }),
    );
  });

  test('a week later is the same day of the week', () => {
    fc.assert(
      fc.property(anyDay(), (one) => {
        expect(weekday(addDays(one, 7))).toBe(weekday(one));
      }),
    );
  });

  test('the fields of a day make the day again', () => {
    fc.assert(
      fc.property(anyDay(), (one) => {
        const { year, month, date } = fieldsOf(one);
        expect(dayOf(year, month, date)).toBe(one);
      }),
    );
  });

  test('the calendar agrees with the platform', () => {
    fc.assert(
      fc.property(anyDay(), fc.integer({ min: -5000, max: 5000 }), (one, count) => {
        const instant = new Date(`${one}T00:00:00Z`);
        instant.setUTCDate(instant.getUTCDate() + count);
        expect(addDays(one, count)).toBe(instant.toISOString().slice(0, 10));
      }),
    );
  });
});
