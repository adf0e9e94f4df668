import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/core/days/day.ts';
import { EVERY, periodBefore, periodOf, periodsBetween, readPeriod } from '../../../src/core/report/report-period.ts';
import { anyDay, anyDayWithin, day, TODAY } from '../../support/days.ts';

test.each([
  ['this-month', '2026-11', '2026-11-01', '2026-11-30'],
  ['last-month', '2026-10', '2026-10-01', '2026-10-31'],
  ['this-quarter', '2026-Q4', '2026-10-01', '2026-12-31'],
  ['last-quarter', '2026-Q3', '2026-07-01', '2026-09-30'],
  ['this-year', '2026', '2026-01-01', '2026-12-31'],
  ['last-year', '2025', '2025-01-01', '2025-12-31'],
  ['2026-Q1', '2026-Q1', '2026-01-01', '2026-03-31'],
  [' 2026-q2 ', '2026-Q2', '2026-04-01', '2026-06-30'],
  ['2024-02', '2024-02', '2024-02-01', '2024-02-29'],
  ['2025', '2025', '2025-01-01', '2025-12-31'],
])('%s is %s', (typed, name, first, last) => {
  expect(readPeriod(typed, TODAY)).toEqual({ name, first, last });
});

test.each(['next-quarter', '2026-Q5', '2026-13', '2026-00', 'q3', '26', '', '0000', '9999', 'last', '2026-11-20'])(
  '%j is no period',
  (typed) => {
    expect(readPeriod(typed, TODAY)).toBeUndefined();
  },
);

test('last quarter is in the year before when this one is the first', () => {
  expect(readPeriod('last-quarter', day('2026-02-03'))?.name).toBe('2025-Q4');
});

describe.each(EVERY)('each %s', (every) => {
  test('holds the days that fall into it, begins after the one before it, and reads as it is named', () => {
    fc.assert(
      fc.property(anyDay(), (today) => {
        const period = periodOf(today, every);
        expect(period.first <= today && today <= period.last).toBe(true);
        expect(addDays(periodBefore(period, every).last, 1)).toBe(period.first);
        expect(readPeriod(period.name, TODAY)).toEqual(period);
      }),
    );
  });

  test('follows the other without a gap', () => {
    fc.assert(
      fc.property(anyDayWithin(day('2020-01-01'), 900), fc.nat(900), (first, days) => {
        const last = addDays(first, days);
        const periods = periodsBetween(first, last, every);
        expect(periods.map((period) => period.first)).toEqual(
          periods.map((period, place) => (place === 0 ? period.first : addDays(periods[place - 1]?.last ?? last, 1))),
        );
        expect(periods[0]?.name).toBe(periodOf(first, every).name);
        expect(periods.at(-1)?.name).toBe(periodOf(last, every).name);
      }),
    );
  });
});
