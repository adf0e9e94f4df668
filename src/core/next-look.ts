import type { Day } from './days/day.ts';
import type { DealRecord, ReviewPass } from './debrief.ts';
import { secondLookDay } from './second-look-day.ts';

/** Which look at a deal comes next; or none for now, with the day of the second look if one is still to come. */
export type NextLook =
  | { readonly pass: ReviewPass }
  | { readonly pass: undefined; readonly secondLookOn: Day | undefined };

/**
 * Which look at a debriefed deal comes next. A second look that is due goes before a deep one that was not made, because
 * the deep one shows what was answered, and what has been read again is no longer seen from a distance.
 */
export function nextLook(record: DealRecord, today: Day): NextLook {
  const secondLookOn = dayOfSecondLook(record);
  if (secondLookOn !== undefined && secondLookOn <= today) return { pass: 'second-look' };
  return isMade(record, 'deep') ? { pass: undefined, secondLookOn } : { pass: 'deep' };
}

/** When the second look is due, by the schedule or else by the days that have passed; undefined if it is made, and for a win. */
export function dayOfSecondLook(record: DealRecord): Day | undefined {
  const { deal, debrief, otherEntries } = record;
  if (deal.outcome === 'won' || !debrief || isMade(record, 'second-look')) return undefined;
  const scheduled = otherEntries.find(({ kind, state }) => kind === 'second-look' && state === 'open');
  return scheduled?.on ?? secondLookDay(deal.decidedOn ?? debrief.on, debrief.on).on;
}

function isMade({ reviews }: DealRecord, pass: ReviewPass): boolean {
  return reviews.some((review) => review.pass === pass);
}
