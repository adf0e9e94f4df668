import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '../../support/any-text.ts';
import type { Read } from '../../../src/core/answers.ts';
import { type Day, daysBetween, fieldsOf, weekday } from '../../../src/core/days/day.ts';
import { type Direction, pastDay, readDay } from '../../../src/core/days/read-day.ts';
import { sayDay } from '../../../src/core/days/say-day.ts';
import { anyDay, day, TODAY } from '../../support/days.ts';

async function read(text: string, direction: Direction = 'past', today = TODAY): Promise<string> {
  const found = await readDay(text, today, direction);
  return 'problem' in found ? found.problem : found.value;
}

describe('the same day whichever way one looks', () => {
  test.each([
    ['2026-11-20', '2026-11-20'],
    ['2026-2-3', '2026-02-03'],
    ['2026/02/03', '2026-02-03'],
    [' 2026-11-20 ', '2026-11-20'],
    ['today', '2026-11-20'],
    ['Today', '2026-11-20'],
    ['yesterday', '2026-11-19'],
    ['tomorrow', '2026-11-21'],
    ['last friday', '2026-11-13'],
    ['last monday', '2026-11-16'],
    ['Last  Mon', '2026-11-16'],
    ['next friday', '2026-11-27'],
    ['next monday', '2026-11-23'],
    ['this wednesday', '2026-11-25'],
    ['in 2 weeks', '2026-12-04'],
    ['in 1 day', '2026-11-21'],
    ['in a week', '2026-11-27'],
    ['in 3 months', '2027-02-20'],
    ['in one year', '2027-11-20'],
    ['2 weeks ago', '2026-11-06'],
    ['a month ago', '2026-10-20'],
    ['31/12/2026', '2026-12-31'],
    ['12/31/2026', '2026-12-31'],
    ['31-12-2026', '2026-12-31'],
    ['31.12.2026', '2026-12-31'],
    ['3.4.2026', '2026-04-03'],
    ['04/04/2026', '2026-04-04'],
    ['31/12/26', '2026-12-31'],
    ['20 nov 2026', '2026-11-20'],
    ['Nov 20th, 2026', '2026-11-20'],
    ['friday 13 november 2026', '2026-11-13'],
  ])('%s is %s', async (text, expected) => {
    expect([await read(text, 'past'), await read(text, 'future')]).toEqual([expected, expected]);
  });

  test('a month more than a short month holds clamps', async () => {
    expect(await read('in 1 month', 'future', day('2027-01-31'))).toBe('2027-02-28');
  });
});

describe('a month, a quarter or a year to come', () => {
  test.each([
    ['next week', '2026-11-23'],
    ['mid next week', '2026-11-25'],
    ['end of next week', '2026-11-27'],
    ['end of the week', '2026-11-20'],
    ['late this week', '2026-11-20'],
    ['later this month', '2026-11-30'],
    ['this week', '2026-11-20'],
    ['this month', '2026-11-30'],
    ['this quarter', '2026-12-31'],
    ['this year', '2026-12-31'],
    ['this november', '2026-11-30'],
    ['this march', '2027-03-01'],
    ['next march', '2027-03-01'],
    ['next month', '2026-12-01'],
    ['march', '2027-03-01'],
    ['March 2028', '2028-03-01'],
    ['in march', '2027-03-01'],
    ['may', '2027-05-03'],
    ['beginning of May', '2027-05-03'],
    ['mid april', '2027-04-15'],
    ['mid-may 2027', '2027-05-17'],
    ['end of march', '2027-03-31'],
    ['late october 2027', '2027-10-29'],
    ['end of november', '2026-11-30'],
    ['november', '2027-11-01'],
    ['end of the month', '2026-11-30'],
    ['end of next month', '2026-12-31'],
    ['Q1 2027', '2027-01-01'],
    ['Q2', '2027-04-01'],
    ['in Q4', '2027-10-01'],
    ['end of Q4', '2026-12-31'],
    ['mid Q2', '2027-05-17'],
    ['second quarter of 2027', '2027-04-01'],
    ['next quarter', '2027-01-01'],
    ['end of the quarter', '2026-12-31'],
    ['next year', '2027-01-01'],
    ['early 2028', '2028-01-03'],
    ['end of next year', '2027-12-31'],
    ['end of the year', '2026-12-31'],
    ['next spring', '2027-03-01'],
    ['in the spring', '2027-03-01'],
    ['spring 2028', '2028-03-01'],
    ['early summer', '2027-06-01'],
    ['mid summer', '2027-07-15'],
    ['end of summer', '2027-08-31'],
    ['fall', '2027-09-01'],
    ['this autumn', '2026-11-30'],
    ['autumn', '2027-09-01'],
    ['next winter', '2026-12-01'],
    ['end of winter', '2027-02-26'],
    ['easter', '2027-03-30'],
    ['after Easter', '2027-03-30'],
    ['before easter', '2027-03-25'],
    ['by easter 2028', '2028-04-13'],
    ['christmas', '2026-12-28'],
    ['by xmas', '2026-12-23'],
    ['before christmas 2027', '2027-12-23'],
    ['new year', '2027-01-04'],
    ['in the new year', '2027-01-04'],
    ['early in the new year', '2027-01-04'],
    ["after New Year's", '2027-01-04'],
    ['before new year', '2026-12-31'],
  ])('%s is %s', async (text, expected) => {
    expect(await read(text, 'future')).toBe(expected);
  });

  test('says which day it was taken for', async () => {
    expect(await readDay('may', TODAY, 'future')).toMatchObject({
      understood: 'Monday 3 May 2027, the first business day then',
    });
  });

  test.each([
    ['end of the week', 'Friday 20 November 2026, the last business day then'],
    ['next spring', 'Monday 1 March 2027, the first business day then'],
    ['easter', 'Tuesday 30 March 2027, after the holidays'],
    ['before christmas', 'Wednesday 23 December 2026, before the holidays'],
  ])('says of %s that it was taken for %s', async (text, understood) => {
    expect(await readDay(text, TODAY, 'future')).toMatchObject({ understood });
  });

  test('says of the season and the month that run that their last day was taken', async () => {
    const said = [
      await readDay('this winter', day('2026-12-31'), 'future'),
      await readDay('this november', TODAY, 'future'),
      await readDay('this march', TODAY, 'future'),
    ];
    expect(said).toMatchObject([
      { understood: 'Friday 26 February 2027, the last business day then' },
      { understood: 'Monday 30 November 2026, the last business day then' },
      { understood: 'Monday 1 March 2027, the first business day then' },
    ]);
  });

  test.each([
    ['this week', '2026-11-21', '2026-11-27'],
    ['end of the week', '2026-11-22', '2026-11-27'],
    ['end of the month', '2027-01-31', '2027-02-26'],
    ['this month', '2027-01-30', '2027-02-26'],
    ['this quarter', '2027-10-31', '2027-12-31'],
    ['end of the year', '2028-12-31', '2029-12-31'],
    ['this summer', '2027-07-01', '2027-08-31'],
    ['this winter', '2027-01-15', '2027-02-26'],
    ['summer', '2027-07-01', '2028-06-01'],
    ['before easter', '2027-03-27', '2028-04-13'],
    ['easter', '2027-03-28', '2027-03-30'],
    ['new year', '2027-01-01', '2027-01-04'],
  ])('%s on %s is %s', async (text, today, expected) => {
    expect(await read(text, 'future', day(today))).toBe(expected);
  });

  test.each(['march', 'easter', 'this week', 'next spring'])('%s is no day on which something ended', async (text) => {
    expect(await read(text, 'past')).toBe(
      `"${text}" is not a day that is understood. Try 2026-11-20, yesterday, last friday or 2 weeks ago.`,
    );
  });

  test.each([
    'march madness',
    'q5',
    '2027',
    'end of time',
    'march or april',
    'next',
    'week',
    'the week',
    'month',
    'weekend',
    'springs',
    'end of easter',
    'new',
  ])('%s is none', async (text) => {
    expect(await read(text, 'future')).toBe(
      `"${text}" is not a day that is understood. Try 2027-03-01, next friday, in 3 months, march 2027 or Q2.`,
    );
  });

  test('is a business day that is not over, whichever month is named', () =>
    fc.assert(
      fc.asyncProperty(
        anyDay(),
        fc.constantFrom('', 'early ', 'mid ', 'end of '),
        fc.constantFrom(
          'january',
          'june',
          'december',
          'q1',
          'q3',
          'spring',
          'winter',
          'next autumn',
          'next week',
          'next month',
          'next quarter',
          'next year',
        ),
        async (today, part, name) => {
          const found = day(await read(part + name, 'future', today));
          expect(found >= today).toBe(true);
          expect(weekday(found)).toBeLessThan(6);
        },
      ),
    ));

  test('is not over either where it is the end of what runs', () =>
    fc.assert(
      fc.asyncProperty(
        anyDay(),
        fc.constantFrom('this week', 'this month', 'end of the quarter', 'end of the year', 'this winter', 'this may'),
        async (today, name) => {
          const found = day(await read(name, 'future', today));
          expect(found >= today).toBe(true);
          expect(weekday(found)).toBeLessThan(6);
        },
      ),
    ));
});

describe('a day without its year or its week', () => {
  test.each([
    ['friday', '2026-11-13', '2026-11-27'],
    ['monday', '2026-11-16', '2026-11-23'],
    ['sat', '2026-11-14', '2026-11-21'],
    ['5 jan', '2026-01-05', '2027-01-05'],
    ['20 nov', '2026-11-20', '2026-11-20'],
    ['31 december', '2025-12-31', '2026-12-31'],
    ['25/11', '2025-11-25', '2026-11-25'],
    ['11/18', '2026-11-18', '2027-11-18'],
    ['20/11', '2026-11-20', '2026-11-20'],
    ['11-20', '2026-11-20', '2026-11-20'],
    ['13/4', '2026-04-13', '2027-04-13'],
    ['4/4', '2026-04-04', '2027-04-04'],
    ['3.4.', '2026-04-03', '2027-04-03'],
    ['3.12', '2025-12-03', '2026-12-03'],
    ['29/2', '2024-02-29', '2028-02-29'],
  ])('%s is %s looking back and %s looking ahead', async (text, back, ahead) => {
    expect([await read(text, 'past'), await read(text, 'future')]).toEqual([back, ahead]);
  });
});

describe('a day that could be meant two ways', () => {
  test.each(['03/04/2026', '03-04-2026', '3/4/2026', '03/04/26'])('%s is refused with both readings', async (text) => {
    expect(await read(text)).toBe(
      `${text} could be Friday 3 April 2026 (2026-04-03) or Wednesday 4 March 2026 (2026-03-04). Please write the one you mean.`,
    );
  });

  test.each<[string, Direction, string]>([
    ['3/4', 'past', 'Friday 3 April 2026 (2026-04-03) or Wednesday 4 March 2026 (2026-03-04)'],
    ['3/4', 'future', 'Saturday 3 April 2027 (2027-04-03) or Thursday 4 March 2027 (2027-03-04)'],
    ['11/12', 'past', 'Thursday 11 December 2025 (2025-12-11) or Thursday 12 November 2026 (2026-11-12)'],
    ['11-12', 'future', 'Friday 11 December 2026 (2026-12-11) or Friday 12 November 2027 (2027-11-12)'],
  ])('%s, looking for one in the %s, is refused with both readings', async (text, direction, readings) => {
    expect(await read(text, direction)).toBe(`${text} could be ${readings}. Please write the one you mean.`);
  });
});

describe('a day that does not exist', () => {
  test.each([
    '2026-02-31',
    '2026-13-01',
    '31/02/2026',
    '31.4.2026',
    '2026-00-00',
    '29/02/2027',
    '31/4',
    '30.2.',
    '13/13',
    '0/5',
  ])('%s is not rolled over', async (text) => {
    expect(await read(text)).toBe(`There is no day ${text} in the calendar.`);
  });

  test.each(['31 february 2026', '29 feb 2027'])('%s is not rolled over either', async (text) => {
    expect(await read(text)).toContain('is not a day that is understood');
  });
});

test.each([
  'soon',
  '',
  '12',
  '2026',
  'march 2027',
  'may',
  'next quarter',
  'today at 5pm',
  '20 nov to 25 nov',
  'in 2 weeks ago',
  '2 weeks',
  'in 0.5 weeks',
  'constructor',
  '__proto__',
  'frida',
])('%j is not a day that is understood, and says how to write one', async (text) => {
  expect(await read(text)).toBe(
    `"${text}" is not a day that is understood. Try 2026-11-20, yesterday, last friday or 2 weeks ago.`,
  );
});

test.each(['1899-12-31', '2200-01-01', '0000-01-15', '9999-12-31', '31.12.2200', 'in 999 years', '999 years ago'])(
  '%s is too far from today to be meant',
  async (text) => {
    expect(await read(text)).toContain('is too far from today to be meant. Please check the year.');
  },
);

test('what was understood is said in full', async () => {
  expect(await readDay('yesterday', TODAY, 'past')).toEqual({
    value: '2026-11-19',
    understood: 'Thursday 19 November 2026',
  });
});

function given(text: string): Read<Day> {
  return pastDay({ value: day(text) }, TODAY);
}

describe('a day on which a deal can have ended', () => {
  test.each(['2026-11-20', '2026-11-19', '2016-11-20'])('is %s', (text) => {
    expect(given(text)).toEqual({ value: text });
  });

  test('has come', () => {
    expect(given('2026-11-21')).toEqual({
      problem: 'Saturday 21 November 2026 has not come yet. Today is Friday 20 November 2026.',
    });
  });

  test('is not more than ten years ago', () => {
    expect(given('2016-11-18')).toEqual({
      problem: 'Friday 18 November 2016 is more than ten years ago. Please check the year.',
    });
  });

  test('is no matter where no day was understood', () => {
    expect(pastDay({ problem: 'no' }, TODAY)).toEqual({ problem: 'no' });
  });
});

describe('laws', () => {
  test('every day reads back from its ISO form, and from how it is said', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyDay(),
        anyDay(),
        fc.constantFrom<Direction>('past', 'future'),
        async (one, today, direction) => {
          expect(await read(one, direction, today)).toBe(one);
          expect(await read(sayDay(one), direction, today)).toBe(one);
        },
      ),
      { numRuns: 50 },
    );
  });

  test('day first or month first, numbers are read as the only day they can be, or not at all', async () => {
    await fc.assert(
      fc.asyncProperty(anyDay(), fc.constantFrom('/', '-'), fc.boolean(), async (one, mark, isDayFirst) => {
        const { year, month, date } = fieldsOf(one);
        const text = (isDayFirst ? [date, month, year] : [month, date, year]).join(mark);
        const isClear = date > 12 || date === month;
        const found = await read(text);
        expect(isClear ? found === one : found.includes(`(${one})`)).toBe(true);
      }),
    );
  });

  test('numbers without a year are the nearest such day on the side that is meant', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyDay(),
        anyDay(),
        fc.constantFrom<Direction>('past', 'future'),
        async (one, today, direction) => {
          const { month, date } = fieldsOf(one);
          const found = day(await read(`${date}.${month}.`, direction, today));
          expect(fieldsOf(found)).toMatchObject({ month, date });
          expect(direction === 'past' ? found <= today : found >= today).toBe(true);
          expect((month === 2 && date === 29) || Math.abs(daysBetween(today, found)) <= 366).toBe(true);
        },
      ),
    );
  });

  test('no text makes it throw', async () => {
    const words = fc.constantFrom(
      'last',
      'friday',
      'in',
      '2',
      'weeks',
      'nov',
      '20',
      '2026',
      '/',
      '-',
      'ago',
      'to',
      '31',
      'feb',
      '5pm',
      '٣',
    );
    const text = fc.oneof(
      anyText(),
      fc.array(words, { maxLength: 6 }).map((parts) => parts.join(' ')),
    );
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom<Direction>('past', 'future'), async (one, direction) => {
        expect(await readDay(one, TODAY, direction)).toBeTypeOf('object');
      }),
      { numRuns: 300 },
    );
  });
});
