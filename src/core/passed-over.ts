import type { Day } from './days/day.ts';
import type { Item } from './follow-through.ts';
import type { TheirDay } from './their-day.ts';

/** The first day that they named which a contact falls behind when it is moved to another; undefined where it falls behind none. */
export function passedOver({ kind, theirDays, on: from }: Item, to: Day): TheirDay | undefined {
  if (kind !== 'follow-up' && kind !== 'touch' && kind !== 'check') return undefined;
  return theirDays.filter(({ on }) => from <= on && on < to).toSorted((one, other) => (one.on < other.on ? -1 : 1))[0];
}
