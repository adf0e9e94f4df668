import { movedBackOffWeekend, movedOffWeekend } from './calendar.ts';
import { addDays, type Day, dayOf } from './day.ts';

/** Days in the year that buyers name though nobody works on them. */
export type Feast = 'easter' | 'holy-week' | 'christmas' | 'new-year';

/** The last business day before the days off around a feast, or the first one after them; undefined beyond the years of four digits. */
export function dayByFeast(feast: Feast, side: 'before' | 'after', year: number): Day | undefined {
  const off = DAYS_OFF[feast];
  const on = off.on(year);
  if (on === undefined) return undefined;
  return side === 'before'
    ? movedBackOffWeekend(addDays(on, off.from - 1))
    : movedOffWeekend(addDays(on, off.until + 1));
}

/** Easter Sunday of the Gregorian calendar. Butcher's rule, as in Jean Meeus, "Astronomical Algorithms" (1991), chapter 8. */
export function easterSunday(year: number): Day | undefined {
  const golden = year % 19;
  const [century, ofCentury] = [Math.floor(year / 100), year % 100];
  const correction = century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + correction + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - moon - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * toSunday) / 451);
  const days = moon + toSunday - 7 * late + 114;
  return dayOf(year, Math.floor(days / 31), (days % 31) + 1);
}

/** A feast's day, and the days off around it, counted from it: those that most offices share. */
const DAYS_OFF: Readonly<
  Record<Feast, { readonly on: (year: number) => Day | undefined; readonly from: number; readonly until: number }>
> = {
  easter: { on: easterSunday, from: -2, until: 1 },
  'holy-week': { on: easterSunday, from: -7, until: 1 },
  christmas: { on: (year) => dayOf(year, 12, 25), from: -1, until: 1 },
  'new-year': { on: (year) => dayOf(year, 1, 1), from: 0, until: 0 },
};
