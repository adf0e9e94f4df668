import type { Day } from './days/day.ts';
import type { Deal, DealRecord, KeptAnswer } from './debrief.ts';
import { toMajor } from './money/money.ts';
import { timelineJson } from './timeline.ts';
import type { Touch } from './touch.ts';

/**
 * A lost deal for somebody who was not in it: what happened and what was said, and nothing of what I conclude from it, so
 * that they are not led to see what I see.
 */
export interface NeutralBrief {
  readonly deal: Pick<DealRecord['deal'], 'id' | (typeof FACTS)[number]>;
  /** A name and a role; nobody needs to call them for a second opinion. */
  readonly contact: { readonly name: string; readonly role: string | undefined } | undefined;
  readonly terms: string | undefined;
  /** What was known before the demo, a line for each step. */
  readonly steps: readonly string[];
  readonly said: string | undefined;
  readonly replies: readonly { readonly on: Day; readonly words: string }[];
  readonly touches: readonly Touch[];
}

/** Takes what is on the lists below and nothing else: a new answer stays out until somebody decides that it is neutral. */
export function neutralBrief({ deal, debrief, contact, touches, views }: DealRecord): NeutralBrief {
  const kept = debrief?.kept ?? [];
  return {
    deal: { id: deal.id, ...factsOf(deal) },
    contact: contact && { name: contact.name, role: contact.role },
    terms: wordsOf(kept, 'terms'),
    steps: kept.find(({ id, class: kind }) => id === 'steps' && kind === 'fact')?.said.split('; ') ?? [],
    said: wordsOf(kept, 'said'),
    replies: views.feedback.flatMap(({ reply }) => (reply ? [{ on: reply.on, words: reply.words }] : [])),
    touches,
  };
}

/** The facts of a deal that say what happened. How sure I was, the turning point and the reason are what I make of it. */
const FACTS = [
  'name',
  'outcome',
  'amount',
  'contractMonths',
  'decidedOn',
  'winner',
] as const satisfies readonly (keyof Deal)[];

/** Their words that a brief repeats. */
const WORDS = ['said', 'terms'] as const;

/** A brief as JSON: `brief --json` (see `docs/json.md`). */
export function briefJson({
  deal,
  contact,
  terms,
  steps,
  said,
  replies,
  touches,
}: NeutralBrief): Record<string, unknown> {
  return {
    deal: {
      id: deal.id,
      name: deal.name,
      outcome: deal.outcome ?? null,
      amount: deal.amount ? toMajor(deal.amount) : null,
      currency: deal.amount?.currency ?? null,
      contractMonths: deal.contractMonths ?? null,
      decidedOn: deal.decidedOn ?? null,
      winner: deal.winner ?? null,
    },
    contact: contact ? { name: contact.name, role: contact.role ?? null } : null,
    terms: terms ?? null,
    steps,
    said: said ?? null,
    replies,
    timeline: timelineJson(touches, deal.decidedOn),
  };
}

function factsOf(deal: Deal): Pick<Deal, (typeof FACTS)[number]> {
  return Object.fromEntries(FACTS.map((fact) => [fact, deal[fact]])) as Pick<Deal, (typeof FACTS)[number]>;
}

function wordsOf(kept: readonly KeptAnswer[], id: (typeof WORDS)[number]): string | undefined {
  return kept.find((answer) => answer.id === id && answer.class === 'their-words')?.said || undefined;
}
