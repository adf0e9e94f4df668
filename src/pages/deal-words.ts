import type { Deal } from '../core/debrief.ts';
import { type Money, sayMoney } from '../core/money.ts';
import type { Outcome } from '../core/outcome.ts';
import { sayDay } from '../core/say-day.ts';
import { counted } from '../core/sentence.ts';

/** `Northwind Logistics, lost to Globex on Friday 20 November 2026, 148,000.00 EUR over 12 months`. */
export function sayDeal(deal: Deal): string {
  const term = deal.contractMonths === undefined ? '' : ` over ${counted(deal.contractMonths, 'month')}`;
  const amount = deal.amount ? `, ${sayMoney(deal.amount)}${term}` : '';
  return `${deal.name}, ${sayEnd(deal)}${amount}`;
}

function sayEnd({ outcome, winner, decidedOn }: Deal): string {
  const on = decidedOn === undefined ? '' : ` on ${sayDay(decidedOn)}`;
  if (outcome === undefined) return 'open';
  if (winner !== undefined && outcome !== 'in-house' && outcome !== 'won') return `lost to ${winner}${on}`;
  const [how, more = ''] = END_WORDS[outcome];
  return `${how}${on}${more}`;
}

/** What stands before the day, and what behind it. */
const END_WORDS: Readonly<Record<Outcome, readonly [string, string?]>> = {
  'lost-competitor': ['lost to another vendor'],
  'lost-incumbent': ['lost to their present vendor'],
  'in-house': ['lost', ', they build it themselves'],
  postponed: ['postponed'],
  'no-decision-indecision': ['ended', ', they could not decide'],
  'no-decision-status-quo': ['ended', ', they stay as they are'],
  cancelled: ['cancelled'],
  unknown: ['silent, noted'],
  'we-walked-away': ['left by us'],
  disqualified: ['closed', ', never a fit'],
  won: ['won'],
  'lost-unspecified': ['lost', ', not debriefed'],
};

/** What was offered, to be repeated: `148,000 EUR, 12 months, onboarding free`; empty if nothing is known. */
export function sayTerms(
  {
    amount,
    contractMonths,
  }: { readonly amount?: Money | null | undefined; readonly contractMonths?: number | null | undefined },
  terms: string | null | undefined,
): string {
  return [amount && sayMoney(amount, 'short'), contractMonths && counted(contractMonths, 'month'), terms]
    .filter((part) => part !== undefined && part !== null && part !== 0)
    .join(', ');
}
