import { describe, expect, test } from 'vitest';
import type { PastLoss } from '../../src/core/history.ts';
import { repeatLine } from '../../src/core/repeat-line.ts';
import { day, TODAY } from '../support/days.ts';
import { contextWith, NORTHWIND, pastLoss } from '../support/northwind.ts';
import { LOSS } from '../support/shipped.ts';

function line(...losses: readonly PastLoss[]): string | undefined {
  return repeatLine(LOSS, NORTHWIND, TODAY, contextWith({ history: { losses, reasonCounts: {} } }));
}

describe('the line about what came back', () => {
  test('names what was missed, how often, and where it was before', () => {
    expect(line(pastLoss())).toBe(
      "Second time within 180 days: your contact's role never asked. Before that in Contoso, 11 Sep 2026.",
    );
  });

  test('names the reason, if that came back', () => {
    expect(line(pastLoss({ missed: [], primaryReason: 'access-authority' }))).toBe(
      'Second time within 180 days: no way to the one who decides. Before that in Contoso, 11 Sep 2026.',
    );
  });

  test('names what came back most often', () => {
    const reason = pastLoss({ missed: [], primaryReason: 'access-authority' });
    expect(line(pastLoss(), reason, reason)).toMatch(/^Third time within 180 days: no way to the one who decides\./);
  });

  test.each([
    [5, 'Sixth'],
    [6, '7th'],
    [10, '11th'],
    [20, '21st'],
    [21, '22nd'],
    [22, '23rd'],
  ])('after %i losses says %s', (count, words) => {
    expect(line(...Array.from({ length: count }, () => pastLoss()))?.split(' ')[0]).toBe(words);
  });

  test('is not said the first time, nor after half a year', () => {
    expect(line()).toBeUndefined();
    expect(line(pastLoss({ missed: ['why-now'] }))).toBeUndefined();
    expect(line(pastLoss({ decidedOn: day('2026-05-01') }))).toBeUndefined();
  });

  test('is not said of a loss that came after this one', () => {
    expect(line(pastLoss({ decidedOn: day('2026-11-21') }))).toBeUndefined();
  });
});

describe('from the third time on, the line', () => {
  const contoso = pastLoss();
  const fabrikam = pastLoss({ dealId: 'D2', deal: 'Fabrikam', decidedOn: day('2026-08-03') });

  test('names each deal with its day', () => {
    expect(line(contoso, fabrikam)).toContain('Before that in Contoso (11 Sep 2026) and Fabrikam (3 Aug 2026).');
  });

  test('names three deals and counts the rest', () => {
    expect(line(contoso, fabrikam, contoso, fabrikam, fabrikam)).toContain('Contoso (11 Sep 2026) and 2 more.');
  });

  test('says what all of them were worth, this one among them, each currency by itself', () => {
    const inDollars = pastLoss({ amount: { minor: 2_000_000, currency: 'USD' } });
    expect(line(contoso, inDollars)).toContain('These deals were worth 209,000 EUR and 20,000 USD.');
  });

  test('says how many had no amount', () => {
    expect(line(contoso, pastLoss({ amount: undefined }))).toContain('209,000 EUR, and 1 had no amount.');
  });

  test('names the latest action against it that is still open', () => {
    const text = 'When the next demo is booked, I will ask what part they play.';
    const open = [
      { id: 'A9', rule: 'next-call', text: 'Call Tailspin Toys.' } as const,
      { id: 'A12', rule: 'ask-their-role', text } as const,
    ];
    expect(line(contoso, { ...fabrikam, openActions: open })).toMatch(new RegExp(`Still open: A12 "${text}"$`));
    expect(line(contoso, fabrikam)).not.toContain('Still open');
  });
});
