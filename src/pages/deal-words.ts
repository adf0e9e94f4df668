import type { Deal } from '../core/debrief.ts';
import type { Money } from '../core/money/money.ts';
import { ENGLISH } from '../core/speech/english.ts';
import type { Speech } from '../core/speech/speech.ts';

/** `Northwind Logistics, lost to Globex on Friday 20 November 2026, 148,000.00 EUR over 12 months`. */
export function sayDeal(deal: Deal, speech: Speech = ENGLISH): string {
  const term = deal.contractMonths === undefined ? '' : speech.closing.over(deal.contractMonths);
  const amount = deal.amount ? `, ${speech.money(deal.amount)}${term}` : '';
  return `${deal.name}, ${sayEnd(deal, speech)}${amount}`;
}

function sayEnd({ outcome, winner, decidedOn }: Deal, { closing }: Speech): string {
  const on = decidedOn === undefined ? '' : closing.on(decidedOn);
  if (outcome === undefined) return closing.open;
  if (winner !== undefined && outcome !== 'in-house' && outcome !== 'won') return closing.lostTo(winner) + on;
  const [how, more = ''] = closing.ends[outcome];
  return `${how}${on}${more}`;
}

/** What was offered, to be repeated: `148,000 EUR, 12 months, onboarding free`; empty if nothing is known. */
export function sayTerms(
  {
    amount,
    contractMonths,
  }: { readonly amount?: Money | null | undefined; readonly contractMonths?: number | null | undefined },
  terms: string | null | undefined,
  speech: Speech = ENGLISH,
): string {
  return [amount && speech.money(amount, 'short'), contractMonths && speech.answers.months(contractMonths), terms]
    .filter((part) => part !== undefined && part !== null && part !== 0)
    .join(', ');
}
