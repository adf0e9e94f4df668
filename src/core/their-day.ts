import { movedOffWeekend } from './days/calendar.ts';
import { addDays, type Day } from './days/day.ts';
import { sayDay, takenAs } from './days/say-day.ts';
import type { PlannedEntry } from './debrief.ts';

/** A day that they named after their no, by the answer that holds it. */
export interface TheirDay {
  readonly answer: 'call-on' | 'decides-on' | 'trigger-on';
  readonly on: Day;
  /** The words for a time that it was given in, such as "Q2"; null where a day was named. */
  readonly words: string | null;
}

/** What to do about a day that they named, before all else that is planned. */
export type OnTheirDay = Pick<PlannedEntry, 'kind' | 'on' | 'rule' | 'because'>;

/**
 * The next contact on behalf of the first day of theirs that is still to come, if it falls no later than another day:
 * a day they named is never passed over for a quarterly touch.
 */
export function onTheirNextDay(days: readonly TheirDay[], today: Day, latest: Day): OnTheirDay | undefined {
  const [next] = days.filter(({ on }) => on > today).toSorted((one, other) => (one.on < other.on ? -1 : 1));
  const contact = next && CONTACTS[next.answer](next, today);
  return contact && contact.on <= latest ? contact : undefined;
}

/** So long before they decide there is still something to say, and they have it in mind. Ours. */
const SHORTLY_BEFORE = 7;

const CONTACTS: Readonly<Record<TheirDay['answer'], (theirs: TheirDay, today: Day) => OnTheirDay>> = {
  'call-on': ({ on, words }) => ({
    kind: 'follow-up',
    on: movedOffWeekend(on),
    rule: 'named-date',
    because: words === null ? 'the day they named' : `they named ${takenAs(`"${words}"`, on)}`,
  }),
  'decides-on': ({ on, words }, today) => {
    const early = movedOffWeekend(addDays(on, -SHORTLY_BEFORE));
    const isEarly = early > today;
    return {
      kind: 'follow-up',
      on: isEarly ? early : movedOffWeekend(on),
      rule: 'decision-date',
      because: `${isEarly ? 'shortly before they' : 'they'} decide${words === null ? ` on ${sayDay(on)}` : `: ${takenAs(`"${words}"`, on)}`}`,
    };
  },
  'trigger-on': ({ on, words }) => ({
    kind: 'check',
    on: movedOffWeekend(on),
    rule: 'trigger',
    because: words === null ? 'the day of the event' : `the day of the event: ${takenAs(`"${words}"`, on)}`,
  }),
};
