import type { Day } from '../days/day.ts';
import { type Money, toMajor } from '../money/money.ts';
import type { Outcome } from '../outcome.ts';
import { shellWord } from '../text/shell-word.ts';
import { daysLateOn } from './due.ts';

/** A closed deal that nobody has looked back on yet. */
export interface WaitingDeal {
  readonly dealId: `D${number}`;
  readonly deal: string;
  readonly outcome: Outcome;
  readonly decidedOn: Day | null;
  readonly amount: Money | null;
}

/** The latest of the deals that wait, and how many there are in all. */
export interface WaitingDeals {
  readonly count: number;
  readonly latest: readonly WaitingDeal[];
}

/** What to do about it, in one sentence, in the file that was named if one was. */
export function waitingText({ dealId }: WaitingDeal, namedFile: string | undefined): string {
  const file = namedFile === undefined ? '' : `--db ${shellWord(namedFile)} `;
  return `Look back on it: lossdebrief ${file}new ${dealId}`;
}

/** An item of `due --json` (see `docs/json.md`). Nothing was promised, so much of an item does not apply. */
export function waitingJson(waiting: WaitingDeal, today: Day, namedFile: string | undefined): Record<string, unknown> {
  return {
    id: waiting.dealId,
    kind: 'debrief',
    on: waiting.decidedOn,
    time: null,
    daysLate: waiting.decidedOn === null ? 0 : daysLateOn(waiting.decidedOn, today),
    text: waitingText(waiting, namedFile),
    deal: { id: waiting.dealId, name: waiting.deal },
    contact: null,
    said: null,
    winner: null,
    terms: null,
    amount: waiting.amount ? toMajor(waiting.amount) : null,
    currency: waiting.amount?.currency ?? null,
    rule: null,
    because: 'closed, and not debriefed yet',
    lastAttempt: null,
  };
}
