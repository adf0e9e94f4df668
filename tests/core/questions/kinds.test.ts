import { expect, test } from 'vitest';
import { kindOf, KINDS } from '../../../src/core/questions/index.ts';
import { LOSS, WIN } from '../../support/shipped.ts';

test('every kind is asked by a shipped framework', () => {
  const asked = new Set([...LOSS.questions, ...WIN.questions].map(({ kind }) => kind));
  expect([...asked].toSorted()).toEqual(Object.keys(KINDS).toSorted());
});

test('a kind nobody knows is a bug', () => {
  expect(() => kindOf({ id: 'mood', kind: 'slider' })).toThrow('Question mood is of the unknown kind slider.');
});
