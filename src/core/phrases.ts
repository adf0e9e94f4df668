import type { Day } from './days/day.ts';
import { type Outcome, outcomeGroup } from './outcome.ts';

/** Language worth stealing: whose it is, and for which stage of a sale. */
export interface NewPhrase {
  readonly phrase: string;
  readonly from: string | undefined;
  readonly stage: string | undefined;
  readonly on: Day;
}

/** A phrase on file (`P3`), with the deals it was used in. */
export interface Phrase extends NewPhrase {
  readonly id: `P${number}`;
  readonly uses: readonly PhraseUse[];
}

/** A deal that a phrase was used in. */
export interface PhraseUse {
  readonly dealId: `D${number}`;
  readonly deal: string;
  readonly on: Day;
  readonly outcome: Outcome | undefined;
  /** Whether a deal that was lost came back. */
  readonly isWonBack: boolean;
}

/** How the deals went that a phrase was used in. Whether it won is never typed in: the deals tell. */
export interface PhraseTally {
  readonly used: number;
  readonly won: number;
  readonly lost: number;
}

/** Counts the deals of a phrase by how they went; one that is open, or that we ended, counts as used alone. */
export function tallyOf({ uses }: Phrase): PhraseTally {
  return {
    used: uses.length,
    won: uses.filter((use) => resultOf(use) === 'won').length,
    lost: uses.filter((use) => resultOf(use) === 'lost').length,
  };
}

/** A phrase as JSON: `phrases --json` (see `docs/json.md`). */
export function phraseJson(phrase: Phrase): Record<string, unknown> {
  const { id, from, stage, on, uses } = phrase;
  return {
    id,
    phrase: phrase.phrase,
    from: from ?? null,
    stage: stage ?? null,
    on,
    ...tallyOf(phrase),
    uses: uses.map((use) => ({ deal: { id: use.dealId, name: use.deal }, on: use.on, result: resultOf(use) })),
  };
}

/** A deal that we ended ourselves tells nothing about the words. */
function resultOf({ outcome, isWonBack }: PhraseUse): 'won' | 'lost' | 'open' | 'ended-by-us' {
  if (outcome === 'won' || isWonBack) return 'won';
  if (outcome === undefined) return 'open';
  return outcomeGroup(outcome) === 'us' ? 'ended-by-us' : 'lost';
}
