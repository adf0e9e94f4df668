import type { Read } from '../answers.ts';
import type { Day } from '../days/day.ts';
import { pastDay, readDay } from '../days/read-day.ts';
import type { Speech } from '../speech/speech.ts';
import { type Kind, type Part, REFUSED } from './kind.ts';

/** The day on which a deal ended: today or earlier. */
export const day: Kind = {
  parts: ({ id }) => [
    {
      id,
      allowed: ({ today }) => `a day up to today, such as ${today}`,
      read: async (value, { today, speech }) =>
        typeof value === 'string' ? pastDay(await readDay(value, today, 'past', speech), today, speech) : REFUSED,
      say: (value, { speech }) => speech.days.long(value as Day),
    },
  ],
  form: ({ id }, { today, speech }) => ({
    form: 'line',
    read: async (typed) => {
      const read = pastDay(await readDay(typed, today, 'past', speech), today, speech);
      return 'problem' in read ? read : { ...read, value: { [id]: read.value } };
    },
  }),
};

/** A day to come, or today. */
export const comingDay: Kind = {
  parts: ({ id }) => [
    {
      ...anyDayPart(id),
      allowed: ({ today }) => `a day from today on, such as ${today}`,
      read: async (value, { today, speech }) =>
        typeof value === 'string' ? notOver(await readDay(value, today, 'future', speech), today, speech) : REFUSED,
    },
  ],
  form: ({ id }, { today, speech }) => ({
    form: 'line',
    read: async (typed) => {
      const read = notOver(await readDay(typed, today, 'future', speech), today, speech);
      return 'problem' in read ? read : { ...read, value: { [id]: read.value } };
    },
  }),
};

function notOver(read: Read<Day>, today: Day, { answers }: Speech): Read<Day> {
  return 'problem' in read || read.value >= today ? read : { problem: answers.isOver(read.value) };
}

/** An id whose value is any day, past or to come. */
export function anyDayPart(id: string): Part {
  return {
    id,
    allowed: ({ today }) => `a day, such as ${today}`,
    read: (value, { today, speech }) => (typeof value === 'string' ? readDay(value, today, 'future', speech) : REFUSED),
    say: (value, { speech }) => speech.days.long(value as Day),
  };
}
