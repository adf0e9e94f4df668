import { describe, expect, test } from 'vitest';
import { twoSidedZ } from '../../../src/core/statistics/distributions.ts';
import { type Candidate, driversOf } from '../../../src/core/statistics/drivers.ts';
import { seededRandom } from '../../../src/core/statistics/seeded-random.ts';
import { rounds } from '../../support/rounds.ts';

describe('where nothing matters', () => {
  test.each([
    ['60 deals, four in ten won', 60, 0.4],
    ['25 deals, one in three won', 25, 1 / 3],
  ])('at least 95 people in 100 are told of nothing: %s', (_, deals, winRate) => {
    const people = rounds(400);
    const random = seededRandom(20_261_122);
    const misled = Array.from({ length: people }, () => nobodysDrivers(random, deals, winRate)).filter(isToldSomething);
    expect(misled.length).toBeLessThanOrEqual(people * 0.05);
  });
});

describe('where a step matters', () => {
  const [DONE, MISSED] = [0.7, 0.35];
  const POWER = 0.8;

  test('it is found as often as theory says, asked alone', () => {
    expect(Math.abs(powerOf(dealsNeeded(DONE, MISSED, 0.05), 0) - POWER)).toBeLessThan(0.06);
  });

  // Among ten, Benjamini-Hochberg asks of one true effect hardly more than Bonferroni, which is one p in two hundred.
  test('it is found as often as theory says, among nine that do not matter', () => {
    expect(Math.abs(powerOf(dealsNeeded(DONE, MISSED, 0.05 / 10), 9) - POWER)).toBeLessThan(0.06);
  });

  test('it is found less often with half the deals', () => {
    expect(powerOf(dealsNeeded(DONE, MISSED, 0.05) / 2, 0)).toBeLessThan(0.6);
  });

  /** The share of people who are told that it goes with winning. */
  function powerOf(dealsOnEachSide: number, others: number): number {
    const people = rounds(400);
    const random = seededRandom(1948);
    const each = Math.round(dealsOnEachSide);
    const told = Array.from({ length: people }, () => {
      const step = counted('role', [wonOf(each, DONE, random), each], [wonOf(each, MISSED, random), each]);
      const idle = Array.from({ length: others }, (_, index) => {
        const rate = (DONE + MISSED) / 2;
        return counted(`step-${index}`, [wonOf(each, rate, random), each], [wonOf(each, rate, random), each]);
      });
      return driversOf([step, ...idle]).find(({ id }) => id === 'role')?.verdict;
    });
    return told.filter((verdict) => verdict === 'with-winning').length / people;
  }
});

/**
 * So many deals with a step and as many without find a difference of these win rates four times in five, by the exact test
 * (Casagrande, Pike & Smith 1978, as in Fleiss 1981, 3.18 and 3.19).
 */
function dealsNeeded(one: number, other: number, alpha: number): number {
  const found = twoSidedZ(1 - alpha) * Math.sqrt(2 * spread((one + other) / 2));
  const missed = twoSidedZ(0.6) * Math.sqrt(spread(one) + spread(other));
  const roughly = ((found + missed) / (one - other)) ** 2;
  return Math.ceil((roughly / 4) * (1 + Math.sqrt(1 + 4 / (roughly * Math.abs(one - other)))) ** 2);
}

function spread(rate: number): number {
  return rate * (1 - rate);
}

/** One person's steps and fields, none of which has anything to do with what was won. Who does one step does others. */
function nobodysDrivers(random: () => number, deals: number, winRate: number): readonly Candidate[] {
  const each = Array.from({ length: deals }, () => ({ isWon: random() < winRate, care: random() }));
  const steps = Array.from({ length: 6 }, (_, index) =>
    countBy(`step-${index}`, each, ({ care }) => (random() < 0.2 + 0.6 * care ? 'done' : 'missed')),
  );
  const fields = FIELDS.map((shares, index) => countBy(`field-${index}`, each, () => pick(shares, random())));
  return [...steps, ...fields];
}

/** How common the levels of each field are. */
const FIELDS = [
  [0.6, 0.4],
  [0.5, 0.3, 0.2],
  [0.4, 0.3, 0.25, 0.05],
  [0.3, 0.3, 0.2, 0.2],
];

function pick(shares: readonly number[], chance: number): string {
  let left = chance;
  return `level-${shares.findIndex((share) => (left -= share) < 0)}`;
}

function countBy<T extends { readonly isWon: boolean }>(
  id: string,
  deals: readonly T[],
  levelOf: (deal: T) => string,
): Candidate {
  const levels = new Map<string, { won: number; lost: number }>();
  for (const deal of deals) {
    const name = levelOf(deal);
    const level = levels.get(name) ?? { won: 0, lost: 0 };
    level[deal.isWon ? 'won' : 'lost'] += 1;
    levels.set(name, level);
  }
  return { id, levels: [...levels].map(([name, counts]) => ({ id: name, ...counts })) };
}

function counted(id: string, done: readonly [number, number], missed: readonly [number, number]): Candidate {
  const levels = Object.entries({ done, missed }).map(([name, [won, total]]) => ({ id: name, won, lost: total - won }));
  return { id, levels, about: 'done' };
}

function wonOf(deals: number, rate: number, random: () => number): number {
  return Array.from({ length: deals }, random).filter((chance) => chance < rate).length;
}

function isToldSomething(candidates: readonly Candidate[]): boolean {
  return driversOf(candidates).some(({ verdict }) => verdict !== 'no-sign' && verdict !== 'too-few');
}
