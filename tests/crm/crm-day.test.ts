import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldsOf } from '../../src/core/days/day.ts';
import { inOrder, orderNamed, readCrmDay } from '../../src/crm/crm-day.ts';
import { day } from '../support/days.ts';

describe('a day of an export', () => {
  test.each([
    ['2026-03-05', '2026-03-05'],
    ['2026/03/05', '2026-03-05'],
    ['20260305', '2026-03-05'],
    ['2026-03-05 10:22', '2026-03-05'],
    ['2024-01-22T16:14:25.000+0000', '2024-01-22'],
    ['2023-09-26 15:15:00.000000 UTC', '2023-09-26'],
    ['05-Mar-2026', '2026-03-05'],
    ['5 Mar 26', '2026-03-05'],
    ['Mar 5, 2026', '2026-03-05'],
    ['March 5, 2026 10:22 AM', '2026-03-05'],
    ['5. März 2026', '2026-03-05'],
    ['5 de marzo de 2026', '2026-03-05'],
    ['5 févr. 2026', '2026-02-05'],
    ['31/12/2024', '2024-12-31'],
    ['12/31/2024', '2024-12-31'],
    ['3.4.2026', '2026-04-03'],
    ['4/4/2026', '2026-04-04'],
    ['45356', '2024-03-05'],
    ['45356.4319', '2024-03-05'],
  ])('%s is %s', (text, expected) => {
    expect(readCrmDay(text)).toMatchObject({ kind: 'day', day: expected });
  });

  test.each([
    'Q3 2026',
    '2026-02-31',
    '31/02/2026',
    '1772704920000000000',
    '1772704920',
    'soon',
    '13/13/2026',
    '5 Foo 2026',
  ])('%s is none, and is not rolled over', (text) => {
    expect(readCrmDay(text)).toEqual({ kind: 'unread' });
  });

  test('with slashes can be two days, and the order of its column tells which', () => {
    const read = readCrmDay('3/4/2025, 10:22 AM');
    expect(inOrder(read, undefined)).toBeUndefined();
    expect(inOrder(read, 'day-first')).toBe('2025-04-03');
    expect(inOrder(read, 'month-first')).toBe('2025-03-04');
  });

  test('that allows one reading only is not read against the order', () => {
    expect(inOrder(readCrmDay('31/12/2024'), 'month-first')).toBeUndefined();
    expect(inOrder(readCrmDay('2024-12-31'), 'month-first')).toBe('2024-12-31');
  });

  test('is the same day however it is written', () => {
    const days = fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const iso = day(date.toISOString().slice(0, 10));
        const { year, month, date: dayOfMonth } = fieldsOf(iso);
        expect(readCrmDay(`${iso}T23:59:59Z`)).toMatchObject({ day: iso });
        expect(inOrder(readCrmDay(`${dayOfMonth}/${month}/${year}`), 'day-first')).toBe(iso);
        expect(inOrder(readCrmDay(`${month}/${dayOfMonth}/${year}`), 'month-first')).toBe(iso);
      }),
    );
  });
});

test.each([
  ['DD/MM/YYYY', 'day-first'],
  ['dmy', 'day-first'],
  ['mm/dd/yyyy', 'month-first'],
  ['month-first', 'month-first'],
  ['YYYY-MM-DD', 'month-first'],
  ['backwards', undefined],
])('--date-format %s is %s', (text, order) => {
  expect(orderNamed(text)).toBe(order);
});
