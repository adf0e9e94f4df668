import type { Deal } from '../core/debrief.ts';
import { type Money, sayMoney } from '../core/money.ts';
import type { Outcome } from '../core/outcome.ts';
import { sayDay } from '../core/say-day.ts';
import { counted } from '../core/sentence.ts';

/** How a deal ended, as words after its name: `lost to Globex`. */
export function sayOutcome(deal: Deal): string {
  if (deal.outcome === undefined) return 'open';
  if (deal.winner !== undefined && deal.outcome !== 'in-house') return `lost to ${deal.winner}`;
  return OUTCOME_WORDS[deal.outcome];
}

/** `Northwind Logistics, lost to Globex on Friday 20 November 2026, 148,000.00 EUR over 12 months`. */
export function sayDeal(deal: Deal): string {
  const ended = deal.decidedOn === undefined ? sayOutcome(deal) : `${sayOutcome(deal)} on ${sayDay(deal.decidedOn)}`;
  const term = deal.contractMonths === undefined ? '' : ` over ${counted(deal.contractMonths, 'month')}`;
  const amount = deal.amount ? `, ${sayMoney(deal.amount)}${term}` : '';
  return `${deal.name}, ${ended}${amount}`;
}

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

/** The outcome by itself, for a column. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  'lost-competitor': 'lost to another vendor',
  'lost-incumbent': 'lost to their present vendor',
  'in-house': 'lost, they build it themselves',
  postponed: 'postponed',
  'no-decision-indecision': 'no decision, could not decide',
  'no-decision-status-quo': 'no decision, happy as they are',
  cancelled: 'cancelled',
  unknown: 'silence, not known',
  'we-walked-away': 'we walked away',
  disqualified: 'never a fit',
  won: 'won',
  'lost-unspecified': 'lost, not debriefed',
};
