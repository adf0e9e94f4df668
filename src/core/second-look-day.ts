import { movedOffWeekend } from './days/calendar.ts';
import { addDays, type Day } from './days/day.ts';

/** How long it takes until a loss is far enough away (Amy Volas learned most "from a distance"; the days are ours). */
export const SECOND_LOOK_DAYS = 90;

/** When a loss gets its second look. Distance is what it needs, so for a loss long past it counts from the debrief. */
export function secondLookDay(
  decidedOn: Day,
  debriefedOn: Day,
): { readonly on: Day; readonly countsFrom: 'decision' | 'debrief' } {
  const on = addDays(decidedOn, SECOND_LOOK_DAYS);
  return on > debriefedOn
    ? { on: movedOffWeekend(on), countsFrom: 'decision' }
    : { on: movedOffWeekend(addDays(debriefedOn, SECOND_LOOK_DAYS)), countsFrom: 'debrief' };
}
