import { describe, expect, test } from 'vitest';
import type { DealRecord, ReviewPass } from '../../src/core/debrief.ts';
import { conclude } from '../../src/core/new-debrief.ts';
import { dayOfSecondLook, nextLook } from '../../src/core/next-look.ts';
import { secondLookDay } from '../../src/core/second-look-day.ts';
import { day, TODAY } from '../support/days.ts';
import { contextWith, NO_PARTICULARS, NORTHWIND } from '../support/northwind.ts';
import { LOSS } from '../support/shipped.ts';

const { deal, debrief, kept, plan } = conclude(LOSS, NORTHWIND, contextWith(), 104);

/** Northwind Logistics on 20 November 2026, with these looks at it made. */
function record(made: readonly ReviewPass[], different: Partial<DealRecord> = {}): DealRecord {
  return {
    deal: { ...deal, id: 'D1', uuid: '0190-northwind' },
    particulars: NO_PARTICULARS,
    debrief: { ...debrief, kept, on: TODAY },
    reviews: made.map((pass) => ({ ...debrief, kept, on: TODAY, pass })),
    contact: undefined,
    actions: [],
    followUp: undefined,
    otherEntries: plan.otherEntries.map((entry, index) => ({ ...entry, id: `F${index + 1}`, state: 'open' })),
    touches: [],
    views: { causes: [], feedback: [], opinions: [] },
    ...different,
  };
}

const SECOND_LOOK_ON = day('2027-02-18');

describe('the look that comes next', () => {
  test.each<[string, readonly ReviewPass[], string, ReviewPass | undefined]>([
    ['soon after the loss', [], '2026-11-24', 'deep'],
    ['the day before the second look', [], '2027-02-17', 'deep'],
    ['from the day of the second look on, though the deep one was never made', [], '2027-02-18', 'second-look'],
    ['with the deep one made, before that day', ['deep'], '2027-02-17', undefined],
    ['with the deep one made, from that day on', ['deep'], '2027-05-01', 'second-look'],
    ['with the second one made first', ['second-look'], '2027-05-01', 'deep'],
    ['with both made', ['second-look', 'deep'], '2027-05-01', undefined],
  ])('%s', (_when, made, today, pass) => {
    expect(nextLook(record(made), day(today)).pass).toBe(pass);
  });

  test('says when the second one is, while there is nothing to do', () => {
    expect(nextLook(record(['deep']), TODAY)).toEqual({ pass: undefined, secondLookOn: SECOND_LOOK_ON });
    expect(nextLook(record(['deep', 'second-look']), TODAY)).toEqual({ pass: undefined, secondLookOn: undefined });
  });
});

describe('the day of the second look', () => {
  test('is that of its open entry, also where it was moved', () => {
    const entry = record([]).otherEntries.find(({ kind }) => kind === 'second-look');
    const moved = entry ? [{ ...entry, on: day('2027-04-01') }] : [];
    expect(dayOfSecondLook(record([], { otherEntries: moved }))).toBe('2027-04-01');
  });

  test('counts by itself where no entry is open, as for an account that is not wanted again', () => {
    expect(dayOfSecondLook(record([], { otherEntries: [] }))).toBe(SECOND_LOOK_ON);
  });

  test('is none after a win, and before the debrief', () => {
    expect(dayOfSecondLook(record([], { deal: { ...record([]).deal, outcome: 'won' } }))).toBeUndefined();
    expect(dayOfSecondLook(record([], { debrief: undefined }))).toBeUndefined();
  });

  test.each([
    ['2026-11-20', '2026-11-20', '2027-02-18', 'decision'],
    // Ninety days on are a Saturday.
    ['2026-11-22', '2026-11-22', '2027-02-22', 'decision'],
    ['2026-08-23', '2026-11-20', '2026-11-23', 'decision'],
    ['2026-08-22', '2026-11-20', '2027-02-18', 'debrief'],
  ])('decided on %s and debriefed on %s: %s, from the %s', (decidedOn, debriefedOn, on, countsFrom) => {
    expect(secondLookDay(day(decidedOn), day(debriefedOn))).toEqual({ on, countsFrom });
  });
});
