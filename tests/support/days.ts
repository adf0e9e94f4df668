import fc from 'fast-check';
import { addDays, type Day, isoDay } from '../../src/core/days/day.ts';

/** A day that is known to be one. */
export function day(text: string): Day {
  const found = isoDay(text);
  if (found === undefined) throw new Error(`${text} is no day.`);
  return found;
}

/** The day on which Northwind Logistics said no: a Friday. */
export const TODAY = day('2026-11-20');

/** Any day of a working life, leap days and turns of the century included. */
export function anyDay(): fc.Arbitrary<Day> {
  return fc.integer({ min: 0, max: 60_000 }).map((days) => addDays(day('1950-01-01'), days));
}

/** Any day between a first and a last one. */
export function anyDayWithin(first: Day, days: number): fc.Arbitrary<Day> {
  return fc.integer({ min: 0, max: days }).map((count) => addDays(first, count));
}
