import { describe, expect, test } from 'vitest';
import { type Evidence, evidenceOf, reaches } from '../../../src/core/statistics/evidence.ts';
import { sayShare } from '../../../src/core/statistics/say-share.ts';

describe('how much may be said', () => {
  test.each<[number, Evidence]>([
    [0, 'too-few'],
    [4, 'too-few'],
    [5, 'counts'],
    [14, 'counts'],
    [15, 'pattern'],
    [29, 'pattern'],
    [30, 'rate'],
    [100_000, 'rate'],
  ])('of %i deals is %s', (deals, evidence) => {
    expect(evidenceOf(deals)).toBe(evidence);
  });

  test('reaches what is asked for from there on', () => {
    const all: readonly Evidence[] = ['too-few', 'counts', 'pattern', 'rate'];
    expect(all.filter((evidence) => reaches(evidence, 'pattern'))).toEqual(['pattern', 'rate']);
    expect(all.filter((evidence) => reaches(evidence, 'too-few'))).toEqual(all);
  });
});

describe('a share is said', () => {
  test.each([
    [0, 0, 'none to count'],
    [3, 4, '3 of 4, too few to say'],
    [3, 5, '3 of 5 (23 % to 88 %)'],
    [9, 20, '9 of 20 (26 % to 66 %)'],
    [81, 263, '31 % (26 % to 37 %)'],
  ])('for %i of %i as its evidence allows', (count, total, words) => {
    expect(sayShare({ count, total })).toBe(words);
  });
});
