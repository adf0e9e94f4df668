import { describe, expect, test } from 'vitest';
import type { CalendarEntry } from '../../src/core/due/appointment.ts';
import type { EntryKind } from '../../src/core/debrief.ts';
import { appointmentOf } from '../../src/pages/appointment-words.ts';
import { day } from '../support/days.ts';

const CALL: CalendarEntry = {
  id: 'F1',
  uuid: '0b0e7c1e-3f0a-4b7e-9a51-5f2d8c6b1a90',
  sequence: 2,
  kind: 'follow-up',
  on: day('2027-08-20'),
  time: '14:30',
  channel: 'phone',
  rule: 'contract-term',
  because: '9 months into a 12-month term',
  deal: 'Northwind Logistics',
  amount: { minor: 14_800_000, currency: 'EUR' },
  contractMonths: 12,
  primaryReason: 'trust-risk',
  contact: 'Dana Reyes',
  terms: 'onboarding free',
  lastWord: 'The CFO felt Globex was the safer choice.',
};

test('a call recalls the offer without repeating it where the price stood in the way', () => {
  const { description = '' } = appointmentOf({ ...CALL, primaryReason: 'budget-absent' });
  expect(description.split('\n')[0]).toBe('Last offer: 148,000 EUR, 12 months, onboarding free.');
});

test('a call says whom to call, the terms to repeat, their last word, the rule, and how to mark it', () => {
  expect(appointmentOf(CALL)).toEqual({
    uuid: CALL.uuid,
    sequence: 2,
    on: '2027-08-20',
    time: '14:30',
    summary: 'Call Dana Reyes (Northwind Logistics)',
    description: [
      'Offer the same terms: 148,000 EUR, 12 months, onboarding free.',
      'Their last word: "The CFO felt Globex was the safer choice"',
      'Why: 9 months into a 12-month term (contract-term).',
      'When it is done: lossdebrief done F1',
    ].join('\n'),
  });
});

test('of an action there is its id, at nine, and nothing else', () => {
  const { uuid, on } = CALL;
  expect(appointmentOf({ id: 'A31', kind: 'action', uuid, sequence: 0, on })).toEqual({
    uuid,
    sequence: 0,
    on,
    time: '09:00',
    summary: 'Action A31',
    description: undefined,
  });
});

test('what is not known is left out', () => {
  const bare = { ...CALL, amount: null, contractMonths: null, contact: null, terms: null, lastWord: null };
  expect(appointmentOf(bare)).toMatchObject({
    summary: 'Call your contact (Northwind Logistics)',
    description: 'Why: 9 months into a 12-month term (contract-term).\nWhen it is done: lossdebrief done F1',
  });
});

test('a contact that is not by phone is no call', () => {
  expect(appointmentOf({ ...CALL, channel: 'email' }).summary).toBe('Contact Dana Reyes (Northwind Logistics)');
});

test('a pasted mail is cut to its first sentence', () => {
  const lastWord = 'Dear Sam,\nwe went with Globex.\nAs to your pricing, the board …';
  expect(appointmentOf({ ...CALL, lastWord }).description).toContain('Their last word: "we went with Globex …"\n');
});

describe('their words go along only where they help', () => {
  test.each<[EntryKind, summary: string, terms: boolean, lastWord: boolean]>([
    ['follow-up', 'Call Dana Reyes', true, true],
    ['touch', 'Send Dana Reyes one useful thing', false, true],
    ['check', 'Ask Dana Reyes what has changed', false, true],
    ['feedback', 'Ask Dana Reyes once more for an answer', false, false],
    ['second-look', 'Take a second look', false, false],
    ['regret-check', 'Did it go as you expected?', false, false],
  ])('%s: "%s"', (kind, summary, terms, lastWord) => {
    const { summary: said, description = '' } = appointmentOf({ ...CALL, kind });
    expect(said).toBe(`${summary} (Northwind Logistics)`);
    expect([description.includes('onboarding free'), description.includes('safer choice')]).toEqual([terms, lastWord]);
  });
});
