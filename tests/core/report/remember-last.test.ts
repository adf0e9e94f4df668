import { expect, test } from 'vitest';
import { rememberLast } from '../../../src/core/report/remember-last.ts';

test('what was asked last is not worked out again', () => {
  const asked: (readonly [number, number])[] = [];
  const sum = rememberLast((one: number, other: number) => {
    asked.push([one, other]);
    return one + other;
  });
  expect([sum(1, 2), sum(1, 2), sum(1, 3), sum(1, 2)]).toEqual([3, 3, 4, 3]);
  expect(asked).toEqual([
    [1, 2],
    [1, 3],
    [1, 2],
  ]);
});
