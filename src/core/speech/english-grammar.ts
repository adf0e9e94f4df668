import { quotedValue } from '../text/quoted-value.ts';
import { sayDay } from '../days/say-day.ts';
import { capitalised } from '../text/sentence.ts';
import type { DayGrammar } from './day-grammar.ts';
import type { AmountGrammar } from './speech.ts';

const HOW = {
  past: 'Try 2026-11-20, yesterday, last friday or 2 weeks ago.',
  future: 'Try 2027-03-01, next friday, in 3 months, march 2027 or Q2.',
};
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const UNITS = { day: 'day', week: 'week', month: 'month', year: 'year' } as const;

/** `yesterday`, `last friday`, `in 2 weeks`, `20 nov`. */
export const ENGLISH_DAYS: DayGrammar = {
  near: new Map([
    ['today', 0],
    ['yesterday', -1],
    ['tomorrow', 1],
  ]),
  weekday: (typed) => {
    const [, which, name = ''] = /^(?:on )?(?:(last|this|next) )?([a-z]{3,9})$/.exec(typed) ?? [];
    const weekday = WEEKDAYS.findIndex((full) => full === name || full.slice(0, 3) === name) + 1;
    const side = which === undefined ? undefined : which === 'last' ? 'past' : 'future';
    return weekday === 0 ? undefined : { weekday, side };
  },
  distance: (typed) => {
    const [, ahead, count = '', unit = '', ago] =
      /^(in )?(an?|one|\d{1,3}) (day|week|month|year)s?( ago)?$/.exec(typed) ?? [];
    const known = UNITS[unit as keyof typeof UNITS];
    if (known === undefined || (ahead === undefined) === (ago === undefined)) return undefined;
    return { count: /^\d/.test(count) ? Number(count) : 1, unit: known, side: ago ? 'past' : 'future' };
  },
  spans: async () => (await import('./english-spans.ts')).ENGLISH_SPANS,
  spanDay: (day, part) => `${sayDay(day)}, ${IN_SPAN[part]}`,
  monthName: /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/,
  parser: async () => (await import('chrono-node')).en.strict,
  notUnderstood: (typed, direction) =>
    `${capitalised(quotedValue(typed))} is not a day that is understood. ${HOW[direction]}`,
  twoReadings: (typed, one, other) =>
    `${typed} could be ${sayDay(one)} (${one}) or ${sayDay(other)} (${other}). Please write the one you mean.`,
  noSuchDay: (typed) => `There is no day ${typed} in the calendar.`,
  tooFar: (day) => `${day} is too far from today to be meant. Please check the year.`,
};

const IN_SPAN = {
  start: 'the first business day then',
  middle: 'about the middle',
  end: 'the last business day then',
  before: 'before the holidays',
  after: 'after the holidays',
};

/** `148k`, `1.2m`, `4k/mo`, `for 12 months`. */
export const ENGLISH_AMOUNTS: AmountGrammar = {
  thousand: ['k'],
  million: ['million', 'mio', 'mn', 'm'],
  month: ['months', 'month', 'mos', 'mo', 'm'],
  year: ['years', 'year', 'yrs', 'yr', 'y'],
  per: ['/', 'per ', 'a '],
  during: ['for', 'over'],
  roughly: [
    'about',
    'around',
    'roughly',
    'approximately',
    'approx.',
    'approx',
    'circa',
    'ca.',
    'ca',
    'maybe',
    '~',
    '≈',
  ],
};
