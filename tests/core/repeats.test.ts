import { describe, expect, test } from 'vitest';
import type { History, PastLoss } from '../../src/core/history.ts';
import { isLosingStreak, repeatLine, similarLesson } from '../../src/core/repeats.ts';
import { day, TODAY } from '../support/days.ts';
import { contextWith, NORTHWIND, pastLoss } from '../support/northwind.ts';
import { LOSS } from '../support/shipped.ts';

function line(...losses: readonly PastLoss[]): string | undefined {
  return repeatLine(LOSS, NORTHWIND, TODAY, contextWith({ history: history(...losses) }));
}

function history(...losses: readonly PastLoss[]): History {
  return { losses, reasonCounts: {} };
}

function after(...days: readonly string[]): boolean {
  return isLosingStreak(history(...days.map((text) => pastLoss({ decidedOn: day(text) }))), TODAY);
}

describe('the line about what came back', () => {
  test('names the step, how often, and where it was before', () => {
    expect(line(pastLoss())).toBe(
      "Second time within 180 days: your contact's role. Before that in Contoso, 11 Sep 2026.",
    );
  });

  test('names the reason, if that came back', () => {
    expect(line(pastLoss({ missed: [], primaryReason: 'access-authority' }))).toBe(
      'Second time within 180 days: no way to the one who decides. Before that in Contoso, 11 Sep 2026.',
    );
  });

  test('names what came back most often', () => {
    const reason = pastLoss({ missed: [], primaryReason: 'access-authority' });
    expect(line(pastLoss(), reason, reason)).toMatch(/^Third time within 180 days: no way to the one who decides\./);
  });

  test.each([
    [5, 'Sixth'],
    [6, '7th'],
    [10, '11th'],
    [20, '21st'],
    [21, '22nd'],
    [22, '23rd'],
  ])('after %i losses says %s', (count, words) => {
    expect(line(...Array.from({ length: count }, () => pastLoss()))?.split(' ')[0]).toBe(words);
  });

  test('is not said the first time, nor after half a year', () => {
    expect(line()).toBeUndefined();
    expect(line(pastLoss({ missed: ['why-now'] }))).toBeUndefined();
    expect(line(pastLoss({ decidedOn: day('2026-05-01') }))).toBeUndefined();
  });

  test('is not said of a loss that came after this one', () => {
    expect(line(pastLoss({ decidedOn: day('2026-11-21') }))).toBeUndefined();
  });
});

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
    expect(after('2026-11-20', '2026-11-06')).toBe(true);
  });

  test('is not two', () => {
    expect(after('2026-11-19')).toBe(false);
  });

  test('is not three in fifteen days', () => {
    expect(after('2026-11-19', '2026-11-05')).toBe(false);
  });

  test('does not count losses that came after this one', () => {
    expect(after('2026-12-01', '2026-12-24', '2026-11-19')).toBe(false);
  });
});
