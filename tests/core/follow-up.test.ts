import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/core/answers.ts';
import { addMonths, movedOffWeekend, nextBusinessDay } from '../../src/core/days/calendar.ts';
import { addDays, daysBetween, weekday } from '../../src/core/days/day.ts';
import type { Schedule } from '../../src/core/debrief.ts';
import { scheduleAfterLoss } from '../../src/core/follow-up.ts';
import { OUTCOMES } from '../../src/core/outcome.ts';
import { DEFAULT_SETTINGS } from '../../src/core/settings/settings.ts';
import { ENGLISH } from '../../src/core/speech/english.ts';
import { anyDay, anyDayWithin, day } from '../support/days.ts';
import { REASONS } from '../support/shipped.ts';

function planned(answers: Answers, ended = '2026-11-20', debriefed = ended, settings = {}): Schedule {
  const moment = { decidedOn: day(ended), today: day(debriefed), reasons: REASONS, speech: ENGLISH };
  return scheduleAfterLoss(answers, { ...moment, settings: { ...DEFAULT_SETTINGS, ...settings } });
}

/** The headline in short: `2027-03-01 contract-term`. */
function headline(answers: Answers, ended = '2026-11-20', debriefed = ended, settings = {}): string | undefined {
  const found = planned(answers, ended, debriefed, settings).followUp;
  return found && `${found.on} ${found.rule}`;
}

function daysOf({ otherEntries }: Schedule, kind: string): readonly string[] {
  return otherEntries.filter((entry) => entry.kind === kind).map(({ on }) => on);
}

const COMPETITOR: Answers = { outcome: 'lost-competitor', again: 'yes' };

describe('the cases of the contract', () => {
  test.each<[string, string, string, Answers, string]>([
    [
      '12 months, clamped and off a weekend',
      '2026-05-31',
      '2026-06-02',
      { 'contract-months': 12 },
      '2027-03-01 contract-term',
    ],
    [
      '1 month, no sooner than 60 days',
      '2026-11-20',
      '2026-11-20',
      { 'contract-months': 1 },
      '2027-01-19 contract-term',
    ],
    ['3 months', '2026-11-20', '2026-11-20', { 'contract-months': 3 }, '2027-01-28 contract-term'],
    ['6 months', '2026-11-20', '2026-11-20', { 'contract-months': 6 }, '2027-04-05 contract-term'],
    ['24 months', '2026-11-20', '2026-11-20', { 'contract-months': 24 }, '2028-08-21 contract-term'],
    [
      '36 months, but nobody has it',
      '2026-11-20',
      '2026-11-20',
      { outcome: 'cancelled', 'contract-months': 36 },
      '2027-08-20 contract-term',
    ],
    [
      '12 months, the lead date over, still in term',
      '2026-01-15',
      '2026-11-20',
      { 'contract-months': 12 },
      '2026-11-23 contract-term',
    ],
    [
      '12 months, the whole term over',
      '2025-09-01',
      '2026-11-20',
      { 'contract-months': 12 },
      '2027-06-01 contract-term',
    ],
    ['call me on a day that is over', '2026-09-20', '2026-11-20', { 'call-on': '2026-10-01' }, '2026-11-23 named-date'],
    ['their contract ends', '2026-11-20', '2026-11-20', { 'decides-on': '2027-06-30' }, '2027-03-30 decision-date'],
    [
      'only if the connector ships',
      '2026-11-20',
      '2026-11-20',
      { again: 'only-if', trigger: 'the connector ships' },
      '2027-02-22 trigger-check',
    ],
    [
      'indecision and no urgency',
      '2026-11-20',
      '2026-11-20',
      { outcome: 'no-decision-indecision', reason: 'no-urgency' },
      '2027-02-18 reason',
    ],
  ])('%s', (_what, ended, debriefed, answers, expected) => {
    expect(headline({ ...COMPETITOR, ...answers }, ended, debriefed)).toBe(expected);
  });
});

describe('which rule sets the date', () => {
  const everything: Answers = {
    ...COMPETITOR,
    'call-on': '2027-05-03',
    'decides-on': '2027-06-30',
    trigger: 'the new budget year',
    'trigger-on': '2027-04-01',
    'contract-months': 12,
    reason: 'trust-risk',
  };

  test.each<[string, readonly string[]]>([
    ['2027-05-03 named-date', []],
    ['2027-03-30 decision-date', ['call-on']],
    ['2027-03-02 trigger', ['call-on', 'decides-on']],
    ['2027-02-22 trigger-check', ['call-on', 'decides-on', 'trigger-on']],
    ['2027-08-20 contract-term', ['call-on', 'decides-on', 'trigger-on', 'trigger']],
    ['2027-03-22 reason', ['call-on', 'decides-on', 'trigger-on', 'trigger', 'contract-months']],
    ['2027-02-18 default', ['call-on', 'decides-on', 'trigger-on', 'trigger', 'contract-months', 'reason']],
  ])('%s is the strongest without %j', (expected, skipped) => {
    const answers = { ...everything, ...Object.fromEntries(skipped.map((id) => [id, null])) };
    expect(headline(answers)).toBe(expected);
  });

  test('a condition that is not named is checked all the same', () => {
    expect(headline({ ...COMPETITOR, again: 'only-if', trigger: null })).toBe('2027-02-22 trigger-check');
  });

  test('a condition with its day is a call, not a check', () => {
    const { followUp: entry } = planned({
      ...COMPETITOR,
      again: 'only-if',
      trigger: 'it ships',
      'trigger-on': '2027-04-01',
    });
    expect(entry).toMatchObject({ kind: 'follow-up', on: '2027-03-02', rule: 'trigger' });
  });

  test('a condition without a day is a check, not a call', () => {
    expect(planned({ ...COMPETITOR, again: 'only-if', trigger: 'it ships' }).followUp?.kind).toBe('check');
  });
});

describe('a named day', () => {
  test('on a weekend moves to Monday, and says which day they named', () => {
    expect(headline({ ...COMPETITOR, 'call-on': '2027-03-06' })).toBe('2027-03-08 named-date');
    expect(planned({ ...COMPETITOR, 'call-on': '2027-03-06' }).followUp?.because).toBe(
      'the day they named, Saturday 6 March 2027, moved off the weekend',
    );
  });

  test('that is today stays today', () => {
    expect(headline({ ...COMPETITOR, 'call-on': '2026-11-20' })).toBe('2026-11-20 named-date');
  });

  test('may come sooner than sixty days', () => {
    expect(headline({ ...COMPETITOR, 'call-on': '2026-12-01' })).toBe('2026-12-01 named-date');
  });

  test('that is over says so', () => {
    const { followUp: entry } = planned({ ...COMPETITOR, 'call-on': '2026-10-01' }, '2026-09-20', '2026-11-20');
    expect(entry?.because).toBe('the day they named; that was Thursday 1 October 2026, so the next business day');
  });
});

describe('a day on which they decide', () => {
  test.each([
    ['2027-02-18', '2027-01-04', 'half of a wait of 90 days'],
    ['2026-11-30', '2026-11-25', 'half of a wait of ten days'],
    ['2026-12-01', '2026-11-26', 'half of a wait of eleven days, rounded down'],
    ['2027-05-31', '2027-03-01', 'three months, clamped, as the wait is long'],
    ['2026-11-20', '2026-11-20', 'no wait at all'],
  ])('%s brings the call to %s: %s', (decides, call) => {
    expect(headline({ ...COMPETITOR, 'decides-on': decides })).toBe(`${call} decision-date`);
  });

  test('counts the wait from the no, not from the debrief', () => {
    expect(headline({ ...COMPETITOR, 'decides-on': '2027-01-29' }, '2026-10-01', '2026-11-20')).toBe(
      '2026-11-30 decision-date',
    );
  });

  test('says how long before', () => {
    expect(planned({ ...COMPETITOR, 'decides-on': '2027-06-30' }).followUp?.because).toBe(
      '3 months before they decide on Wednesday 30 June 2027',
    );
    expect(planned({ ...COMPETITOR, 'decides-on': '2026-12-20' }).followUp?.because).toBe(
      'half of the wait before they decide on Sunday 20 December 2026',
    );
  });
});

describe('an event', () => {
  test('too near for thirty days of lead is called about on the next business day', () => {
    expect(headline({ ...COMPETITOR, trigger: 'the new budget year', 'trigger-on': '2026-12-10' })).toBe(
      '2026-11-23 trigger',
    );
  });
});

describe('a contract term', () => {
  test('says how far into it the call comes', () => {
    expect(planned({ ...COMPETITOR, 'contract-months': 12 }).followUp?.because).toBe('9 months into a 12-month term');
    expect(planned({ ...COMPETITOR, 'contract-months': 6 }).followUp?.because).toBe('4.5 months into a 6-month term');
  });

  test('that is over says that another would follow', () => {
    const { followUp: entry } = planned({ ...COMPETITOR, 'contract-months': 12 }, '2025-09-01', '2026-11-20');
    expect(entry?.because).toBe('9 months into a 12-month term that would follow');
  });

  test('whose lead date is over says so', () => {
    const { followUp: entry } = planned({ ...COMPETITOR, 'contract-months': 12 }, '2026-01-15', '2026-11-20');
    expect(entry?.because).toBe(
      '9 months into a 12-month term; that was Thursday 15 October 2026, so the next business day',
    );
  });

  test.each(['lost-competitor', 'lost-incumbent', 'in-house', 'we-walked-away'])(
    'counts in full after %s',
    (outcome) => {
      expect(headline({ outcome, again: 'yes', 'contract-months': 24 })).toBe('2028-08-21 contract-term');
    },
  );

  test.each(['postponed', 'no-decision-indecision', 'no-decision-status-quo', 'cancelled', 'unknown'])(
    'counts as a year at most after %s',
    (outcome) => {
      expect(headline({ outcome, again: 'yes', 'contract-months': 24 })).toBe('2027-08-20 contract-term');
      expect(headline({ outcome, again: 'yes', 'contract-months': 6 })).toBe('2027-04-05 contract-term');
    },
  );

  test('is called about as long before its end as the settings say, never more than a quarter of it', () => {
    const lead = { contractLeadMonths: 1 };
    expect(headline({ ...COMPETITOR, 'contract-months': 12 }, '2026-11-20', '2026-11-20', lead)).toBe(
      '2027-10-20 contract-term',
    );
    expect(
      headline({ ...COMPETITOR, 'contract-months': 12 }, '2026-11-20', '2026-11-20', { contractLeadMonths: 6 }),
    ).toBe('2027-08-20 contract-term');
  });

  test('long over is moved on by whole terms from the day of the no, never in steps', () => {
    expect(headline({ ...COMPETITOR, 'contract-months': 1 }, '2026-01-31', '2026-11-20')).toBe(
      '2026-11-23 contract-term',
    );
  });
});

describe('an account that is not wanted', () => {
  const nothing: Schedule = { followUp: undefined, otherEntries: [] };

  test.each<[string, Answers]>([
    ['again was no', { ...COMPETITOR, again: 'no', 'call-on': '2027-05-03', 'contract-months': 12 }],
    ['it never fitted', { outcome: 'disqualified', again: null }],
    ['they are a bad fit', { outcome: 'lost-competitor', reason: 'bad-fit', again: null }],
    ['they wanted a term that is not given', { outcome: 'cancelled', reason: 'terms-nonnegotiable' }],
    ['price hid a bad fit', { outcome: 'cancelled', reason: 'price', requoted: 'no', underneath: 'bad-fit' }],
  ])('is never called again where %s', (_what, answers) => {
    expect(planned(answers)).toEqual(nothing);
  });

  test.each<[Answers, string]>([
    [{ outcome: 'disqualified', again: 'yes' }, '2027-02-18 default'],
    [{ outcome: 'lost-competitor', reason: 'bad-fit', again: 'yes' }, '2027-05-19 reason'],
    [
      { outcome: 'lost-competitor', reason: 'terms-nonnegotiable', again: 'yes', 'contract-months': 12 },
      '2027-08-20 contract-term',
    ],
    [{ outcome: 'disqualified', again: 'only-if', trigger: 'they grow' }, '2027-02-22 trigger-check'],
  ])('is called as usual if it was asked for: %j', (answers, expected) => {
    expect(headline(answers)).toBe(expected);
  });
});

describe('a skipped answer to again', () => {
  test('counts as yes', () => {
    expect(headline({ outcome: 'lost-competitor', again: null, 'contract-months': 12 })).toBe(
      '2027-08-20 contract-term',
    );
    expect(daysOf(planned({ outcome: 'lost-competitor', again: null, 'contract-months': 12 }), 'touch')).not.toEqual(
      [],
    );
  });
});

describe('the quarters before the headline', () => {
  test('each bring a touch, counted from the no', () => {
    expect(daysOf(planned({ ...COMPETITOR, 'contract-months': 12 }, '2026-05-31', '2026-06-02'), 'touch')).toEqual([
      '2026-08-31',
      '2026-11-30',
    ]);
  });

  test('end two years after the no, however far the call', () => {
    const plan = planned({ ...COMPETITOR, 'call-on': '2031-01-06' });
    expect(daysOf(plan, 'touch')).toHaveLength(8);
    expect(daysOf(plan, 'touch').at(-1)).toBe('2028-11-20');
  });

  test('that are over are left out', () => {
    expect(daysOf(planned({ ...COMPETITOR, 'contract-months': 24 }, '2025-11-20', '2026-11-20'), 'touch')).toEqual([
      '2027-02-22',
      '2027-05-20',
    ]);
  });

  test('bring a look at the condition where the account is wanted only if', () => {
    const plan = planned({
      ...COMPETITOR,
      again: 'only-if',
      trigger: 'the connector ships',
      'contract-months': 24,
      'decides-on': '2027-11-30',
    });
    expect(daysOf(plan, 'check')).toEqual(['2027-02-22', '2027-05-20', '2027-08-20']);
    expect(daysOf(plan, 'touch')).toEqual([]);
  });
});

describe('the second look', () => {
  test('comes 90 days after the no', () => {
    const { otherEntries } = planned(COMPETITOR);
    expect(otherEntries).toContainEqual(
      expect.objectContaining({
        kind: 'second-look',
        on: '2027-02-18',
        because: '90 days after the no, with some distance',
      }),
    );
  });

  test('comes 90 days from today, and says so, for a loss long past', () => {
    const { otherEntries } = planned({ ...COMPETITOR, 'contract-months': 24 }, '2025-09-01', '2026-11-20');
    expect(otherEntries).toContainEqual(
      expect.objectContaining({
        kind: 'second-look',
        on: '2027-02-18',
        because: '90 days from the debrief, with some distance',
      }),
    );
  });
});

test('every entry has the time and channel of the settings', () => {
  const { followUp: entry, otherEntries } = planned(COMPETITOR, '2026-11-20', '2026-11-20', {
    callTime: '11:30',
    channel: 'mail',
  });
  expect([entry, ...otherEntries].map((one) => `${one?.time} ${one?.channel}`)).toEqual(['11:30 mail', '11:30 mail']);
});

/** A value, or the question skipped. */
function maybe<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> {
  return fc.option(value, { freq: 2 });
}

describe('laws', () => {
  const decided = anyDayWithin(day('2017-01-01'), 4000);
  const answersOn = fc.record({
    outcome: fc.constantFrom(...OUTCOMES),
    reason: maybe(fc.constantFrom(...REASONS.reasons.map(({ code }) => code))),
    'contract-months': maybe(fc.integer({ min: 1, max: 240 })),
    again: maybe(fc.constantFrom('yes', 'only-if')),
    trigger: maybe(fc.constant('the connector ships')),
    'call-on': maybe(anyDay()),
    'decides-on': maybe(anyDay()),
    'trigger-on': maybe(anyDay()),
  });
  const cases = fc.tuple(answersOn, decided, fc.integer({ min: 0, max: 1500 }));

  test('no entry is in the past or on a weekend', () => {
    fc.assert(
      fc.property(cases, ([answers, ended, later]) => {
        const today = addDays(ended, later);
        const { followUp: entry, otherEntries } = planned(answers, ended, today);
        for (const { on } of [...(entry ? [entry] : []), ...otherEntries]) {
          expect(daysBetween(today, on)).toBeGreaterThanOrEqual(0);
          expect(weekday(on)).toBeLessThanOrEqual(5);
        }
      }),
    );
  });

  test('touches and checks come before the headline, in order, within two years', () => {
    fc.assert(
      fc.property(cases, ([answers, ended, later]) => {
        const { followUp: entry, otherEntries } = planned(answers, ended, addDays(ended, later));
        const quarterly = otherEntries.filter(({ rule }) => rule === 'quarterly').map(({ on }) => on);
        expect(quarterly).toEqual(quarterly.toSorted());
        expect(otherEntries.map(({ on }) => on)).toEqual(otherEntries.map(({ on }) => on).toSorted());
        for (const on of quarterly) {
          expect(entry && on < entry.on).toBe(true);
          expect(daysBetween(movedOffWeekend(addMonths(ended, 24)), on)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  test('the date counts from the no: a debrief some days later gives the same one, unless it is over', () => {
    fc.assert(
      fc.property(answersOn, decided, fc.integer({ min: 1, max: 27 }), (answers, ended, later) => {
        const today = addDays(ended, later);
        const [atOnce, afterwards] = [planned(answers, ended).followUp, planned(answers, ended, today).followUp];
        fc.pre(atOnce !== undefined && atOnce.on >= today);
        expect(afterwards?.rule).toBe(atOnce.rule);
        fc.pre(afterwards !== undefined && !afterwards.because.includes('that was'));
        expect(afterwards.on).toBe(atOnce.on);
      }),
    );
  });

  test('where nobody named a day, nobody is called within sixty days of the no', () => {
    const unnamed = { again: 'yes', trigger: null, 'call-on': null, 'decides-on': null, 'trigger-on': null };
    fc.assert(
      fc.property(cases, ([answers, ended, later]) => {
        const { followUp: entry } = planned({ ...answers, ...unnamed }, ended, addDays(ended, later));
        expect(['contract-term', 'reason', 'default']).toContain(entry?.rule);
        expect(entry && daysBetween(ended, entry.on)).toBeGreaterThanOrEqual(60);
      }),
    );
  });

  test('whoever moves a date out of the past says so', () => {
    fc.assert(
      fc.property(cases, ([answers, ended, later]) => {
        const today = addDays(ended, later);
        const { followUp: entry } = planned({ ...answers, 'call-on': addDays(today, -7) }, ended, today);
        fc.pre(entry !== undefined);
        expect(entry.on).toBe(nextBusinessDay(today));
        expect(entry.because).toContain('so the next business day');
      }),
    );
  });
});
