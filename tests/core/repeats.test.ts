import { describe, expect, test } from 'vitest';
import type { History, PastLoss } from '../../src/core/history.ts';
import { lessonToBeginWith, losingStreak, otherHint, similarLesson } from '../../src/core/repeats.ts';
import { day, TODAY } from '../support/days.ts';
import { pastLoss } from '../support/northwind.ts';

function history(...losses: readonly PastLoss[]): History {
  return { losses, reasonCounts: {} };
}

function after(...days: readonly string[]): number | undefined {
  return losingStreak(history(...days.map((text) => pastLoss({ decidedOn: day(text) }))), TODAY);
}

describe('the lesson from a similar deal', () => {
  const sameWinner = pastLoss({ dealId: 'D1', winner: 'GLOBEX' });
  const sameReason = pastLoss({ dealId: 'D2', primaryReason: 'trust-risk' });

  test('comes from the same winner first', () => {
    expect(similarLesson(history(sameReason, sameWinner), 'Globex', 'trust-risk')).toBe(sameWinner);
  });

  test('comes from the same reason otherwise', () => {
    expect(similarLesson(history(sameWinner, sameReason), 'Initech', 'trust-risk')).toBe(sameReason);
  });

  test('is none where nothing was learned', () => {
    expect(similarLesson(history({ ...sameWinner, lesson: undefined }), 'Globex', undefined)).toBeUndefined();
  });

  test('is none where nothing is alike, unknown winners and reasons included', () => {
    const unknown = pastLoss({ winner: undefined, primaryReason: undefined });
    expect(similarLesson(history(unknown), undefined, undefined)).toBeUndefined();
  });
});

describe('a losing streak', () => {
  test('is three losses within two weeks, this one counted', () => {
    expect(after('2026-11-20', '2026-11-06')).toBe(3);
  });

  test('is not two', () => {
    expect(after('2026-11-19')).toBeUndefined();
  });

  test('is not three in fifteen days', () => {
    expect(after('2026-11-19', '2026-11-05')).toBeUndefined();
  });

  test('is the same in whatever order they are entered', () => {
    expect(after('2026-12-01', '2026-11-19')).toBe(3);
    expect(after('2026-12-01', '2026-12-04')).toBe(3);
  });

  test('counts every loss of those days, and none of other days', () => {
    expect(after('2026-11-10', '2026-11-15', '2026-11-18', '2026-12-24', '2026-08-01')).toBe(4);
  });
});

/** This many losses, the latest of which were put down to "something else". */
function reasons(others: number, of: number): History {
  const codes = Array.from({ length: of }, (_, index) => (index < others ? 'other' : 'no-urgency'));
  return history(...codes.map((primaryReason) => pastLoss({ primaryReason })));
}

describe('a word on reasons that say little', () => {
  test('is said when more than a tenth of the last twenty were "something else", this one counted', () => {
    expect(otherHint(reasons(2, 19), 'other')).toBe(
      '3 of your last 20 losses were put down to "something else". A closer reason would teach you more.',
    );
  });

  test.each<[string, History, string | undefined]>([
    ['at a tenth', reasons(1, 19), 'other'],
    ['when it is another reason this time', reasons(19, 19), 'no-urgency'],
    ['when there is no reason', reasons(19, 19), undefined],
    ['before there are twenty', reasons(18, 18), 'other'],
  ])('is not said %s', (_when, past, reason) => {
    expect(otherHint(past, reason)).toBeUndefined();
  });

  test('looks at the last twenty alone', () => {
    const early = Array.from({ length: 9 }, () => pastLoss({ primaryReason: 'other' }));
    expect(otherHint(history(...reasons(0, 19).losses, ...early), 'other')).toBeUndefined();
  });
});

describe('the lesson to begin with', () => {
  const contoso = pastLoss({ deal: 'Contoso', amount: { minor: 100, currency: 'EUR' }, lesson: 'Small.' });
  const fabrikam = pastLoss({ deal: 'Fabrikam', amount: { minor: 900, currency: 'EUR' }, lesson: 'Large.' });
  const initech = pastLoss({ deal: 'Initech', amount: { minor: 500, currency: 'EUR' }, lesson: undefined });

  test.each([
    ['the same account, whatever its size', [fabrikam, contoso], 'CONTOSO', 'Small.'],
    ['a large deal', [contoso, initech, fabrikam], 'Umbrella', 'Large.'],
    [
      'the latest of two large ones',
      [pastLoss({ lesson: 'Later.', amount: fabrikam.amount }), fabrikam],
      'Umbrella',
      'Later.',
    ],
    ['no deal without a lesson', [initech, contoso], 'Initech', undefined],
    ['no deal of unknown size', [pastLoss({ amount: undefined })], 'Umbrella', undefined],
  ])('is that of %s', (_, losses, deal, lesson) => {
    expect(lessonToBeginWith(history(...losses), deal, undefined)?.lesson).toBe(lesson);
  });

  test('comes from the same segment before any other, large or not', () => {
    const clinic = pastLoss({
      deal: 'Clinic',
      segment: 'Healthcare',
      amount: undefined,
      lesson: 'Ask for the budget.',
    });
    expect(lessonToBeginWith(history(contoso, clinic), 'Umbrella', 'Healthcare')).toBe(clinic);
    expect(lessonToBeginWith(history(contoso, clinic), 'Umbrella', 'Retail')).toBe(contoso);
  });

  test('compares no amounts of two currencies', () => {
    const yen = pastLoss({ deal: 'Kaito', amount: { minor: 99_999, currency: 'JPY' }, lesson: undefined });
    expect(lessonToBeginWith(history(yen, contoso), 'Umbrella', undefined)).toBe(contoso);
  });
});
