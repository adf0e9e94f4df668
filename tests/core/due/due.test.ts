import { describe, expect, test } from 'vitest';
import { daysLate, dueJson, type DueRow, dueText } from '../../../src/core/due/due.ts';
import { day, TODAY } from '../../support/days.ts';

function due(different: Partial<DueRow> = {}): DueRow {
  return {
    id: 'F7',
    kind: 'follow-up',
    on: day('2026-11-18'),
    time: '09:00',
    channel: 'phone',
    rule: 'contract-term',
    because: '9 months into a 12-month term',
    text: null,
    dealId: 'D12',
    deal: 'Northwind Logistics',
    decidedOn: day('2026-02-18'),
    amount: { minor: 14_800_000, currency: 'EUR' },
    contractMonths: 12,
    winner: 'Globex',
    primaryReason: 'trust-risk',
    contact: { name: 'Dana Reyes', role: 'CFO' },
    said: 'The CFO felt Globex was the safer choice.',
    terms: 'onboarding free',
    trigger: null,
    lastAttempt: null,
    ...different,
  };
}

test.each([
  ['2026-11-18', 2],
  ['2026-11-20', 0],
  ['2026-11-25', 0],
])('what was due on %s is %i days late', (on, days) => {
  expect(daysLate(due({ on: day(on) }), TODAY)).toBe(days);
});

describe('what to do is one sentence', () => {
  test.each<[string, Partial<DueRow>]>([
    ['Call Dana Reyes.', {}],
    ['Call your contact at Northwind Logistics.', { contact: null }],
    ['Send Dana Reyes one useful thing, no ask attached.', { kind: 'touch' }],
    ['Has it happened? the connector ships', { kind: 'check', trigger: 'the connector ships' }],
    ['Ask Dana Reyes whether anything has changed.', { kind: 'check' }],
    ['Look at Northwind Logistics once more, with some distance.', { kind: 'second-look' }],
    ['Ask Dana Reyes once more for an answer.', { kind: 'feedback' }],
    [
      'When I have closed this, I will call Contoso.',
      { kind: 'action', text: 'When I have closed this, I will call Contoso.' },
    ],
  ])('%s', (sentence, different) => {
    expect(dueText(due(different))).toBe(sentence);
  });
});

test('as JSON it has every field, and null where one does not apply', () => {
  expect(dueJson(due({ contact: null, amount: null }), TODAY)).toEqual({
    id: 'F7',
    kind: 'follow-up',
    on: '2026-11-18',
    time: '09:00',
    daysLate: 2,
    text: 'Call your contact at Northwind Logistics.',
    deal: { id: 'D12', name: 'Northwind Logistics' },
    contact: null,
    said: 'The CFO felt Globex was the safer choice.',
    winner: 'Globex',
    terms: 'onboarding free',
    amount: null,
    currency: null,
    rule: 'contract-term',
    because: '9 months into a 12-month term',
    lastAttempt: null,
  });
});

test('amounts in JSON are in major units', () => {
  expect(dueJson(due(), TODAY)).toMatchObject({ amount: 148_000, currency: 'EUR' });
});
