import { expect, test } from 'vitest';
import type { Answers } from '../../src/core/answers.ts';
import { findReason, primaryReason } from '../../src/core/reasons.ts';
import { REASONS } from '../support/shipped.ts';

test.each<[string, Answers, string | undefined]>([
  ['nothing was given', {}, undefined],
  ['it was skipped', { reason: null }, undefined],
  ['a reason was given', { reason: 'no-urgency' }, 'no-urgency'],
  ['a file gave the code itself', { reason: 'budget-absent' }, 'budget-absent'],
  ['they named a number', { reason: 'price', requoted: 'yes' }, 'budget-absent'],
  [
    'they named none, and something was underneath',
    { reason: 'price', requoted: 'no', underneath: 'trust-risk' },
    'trust-risk',
  ],
  [
    'they named none, and nothing was found underneath',
    { reason: 'price', requoted: 'no', underneath: null },
    'value-not-shown',
  ],
  ['price, and nothing more is known', { reason: 'price', requoted: null }, 'value-not-shown'],
  [
    'a number was named, whatever else stands there',
    { reason: 'price', requoted: 'yes', underneath: 'trust-risk' },
    'budget-absent',
  ],
])('the reason that counts where %s', (_what, answers, code) => {
  expect(primaryReason(answers)).toBe(code);
});

test('a reason is found by its code', () => {
  expect(findReason(REASONS, 'trust-risk')?.label).toBe('a vendor that felt safer');
});

test.each([undefined, 'price', 'constructor'])('%s is no reason of its own', (code) => {
  expect(findReason(REASONS, code)).toBeUndefined();
});
