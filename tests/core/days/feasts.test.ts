import { describe, expect, test } from 'vitest';
import { easterSunday } from '../../../src/core/days/feasts.ts';

// From the tables of the U.S. Census Bureau and the United States Naval Observatory; 2038 has the latest day that can be.
describe('Easter Sunday', () => {
  test.each([
    [1900, '1900-04-15'],
    [1954, '1954-04-18'],
    [1961, '1961-04-02'],
    [1981, '1981-04-19'],
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2011, '2011-04-24'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2028, '2028-04-16'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
    [2076, '2076-04-19'],
  ])('of %i is %s', (year, expected) => {
    expect(easterSunday(year)).toBe(expected);
  });
});
