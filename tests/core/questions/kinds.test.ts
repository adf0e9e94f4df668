import { expect, test } from 'vitest';
import { kindOf, KINDS } from '../../../src/core/questions/index.ts';
import { DEEP, LOSS, WIN } from '../../support/shipped.ts';

test('every kind is asked by a shipped framework', () => {
  const asked = new Set([LOSS, WIN, DEEP].flatMap(({ questions }) => questions.map(({ kind }) => kind)));
  expect([...asked].toSorted()).toEqual(Object.keys(KINDS).toSorted());
});

test('a kind nobody knows is a bug', () => {
  expect(() => kindOf({ id: 'mood', kind: 'slider' })).toThrow('Question mood is of the unknown kind slider.');
});
