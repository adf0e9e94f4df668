import { expect, test } from 'vitest';
import { sayDay, sayDistance, sayDuration, sayMonth, sayShortDay } from '../../../src/core/days/say-day.ts';
import { day, TODAY } from '../../support/days.ts';

test('a day is said with its weekday', () => {
  expect(sayDay(TODAY)).toBe('Friday 20 November 2026');
});

test('a day in a list is short', () => {
  expect(sayShortDay(day('2027-08-05'))).toBe('5 Aug 2027');
});

test.each([
  ['2026-02-03', 'February'],
  ['2025-02-03', 'February 2025'],
  ['2027-02-03', 'February 2027'],
])('%s is in %s', (text, said) => {
  expect(sayMonth(day(text), TODAY)).toBe(said);
});

test.each([
  ['2026-11-18', '2 days late'],
  ['2026-11-19', '1 day late'],
  ['2026-11-20', 'today'],
  ['2026-11-21', 'tomorrow'],
  ['2026-11-25', 'in 5 days'],
])('%s is %s', (text, said) => {
  expect(sayDistance(day(text), TODAY)).toBe(said);
});

test.each([
  [0, '0:00'],
  [59.9, '0:59'],
  [108, '1:48'],
  [3725, '62:05'],
])('%d seconds are %s', (seconds, said) => {
  expect(sayDuration(seconds)).toBe(said);
});
