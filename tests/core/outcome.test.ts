import { expect, test } from 'vitest';
import { outcomeGroup, OUTCOMES } from '../../src/core/outcome.ts';
import { optionsOf } from '../../src/core/questions/choice.ts';
import { questionIn } from '../support/northwind.ts';
import { LOSS } from '../support/shipped.ts';

test.each([
  ['lost-competitor', 'someone'],
  ['lost-incumbent', 'someone'],
  ['in-house', 'someone'],
  ['postponed', 'nobody'],
  ['no-decision-indecision', 'nobody'],
  ['no-decision-status-quo', 'nobody'],
  ['cancelled', 'nobody'],
  ['unknown', 'nobody'],
  ['we-walked-away', 'us'],
  ['disqualified', 'us'],
  ['won', 'won'],
  ['lost-unspecified', 'undebriefed'],
])('%s: %s', (outcome, group) => {
  expect(outcomeGroup(outcome)).toBe(group);
});

test.each([undefined, null, 'lost', 'constructor'])('%s is no outcome', (outcome) => {
  expect(outcomeGroup(outcome)).toBeUndefined();
});

test('a loss is asked for with every outcome but the two that come from elsewhere', () => {
  const asked = Object.keys(optionsOf(questionIn(LOSS, 'outcome')));
  expect(asked).toEqual(OUTCOMES.filter((outcome) => outcome !== 'won' && outcome !== 'lost-unspecified'));
});
