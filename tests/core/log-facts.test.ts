import { expect, test } from 'vitest';
import { inLog } from '../../src/core/log-facts.ts';
import type { Touch } from '../../src/core/touch.ts';
import { TODAY } from '../support/days.ts';

function touch(different: Partial<Touch>): Touch {
  return { on: TODAY, channel: 'call', missed: false, replyMinutes: undefined, note: undefined, ...different };
}

const missed = touch({ missed: true });

test.each([
  [[], undefined],
  [[touch({})], undefined],
  [[missed, touch({})], 'one'],
  [[missed, touch({}), missed], 'several'],
])('a log tells of missed calls only if it holds one (%#)', (touches, code) => {
  expect(inLog('missed-calls', touches)).toBe(code);
});

test.each([
  [60, 'hour'],
  [61, 'same-day'],
  [24 * 60 - 1, 'same-day'],
  [24 * 60, 'next-day'],
  [2 * 24 * 60, 'two-three-days'],
  [3 * 24 * 60, 'two-three-days'],
  [4 * 24 * 60, 'longer'],
])('a slowest reply of %i minutes is %s', (minutes, code) => {
  expect(inLog('slowest-reply', [touch({ replyMinutes: 5 }), touch({ replyMinutes: minutes })])).toBe(code);
});

test('without a reply that was timed nothing is known', () => {
  expect(inLog('slowest-reply', [touch({})])).toBeUndefined();
});
