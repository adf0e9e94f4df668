import { outcomeGroup } from '../outcome.ts';
import type { Tally, TallyRow } from '../report/tally.ts';

/** What an outcome counts as: in the rates, or apart from them because we ended it ourselves. */
export type Result = 'won' | 'lost' | 'no-decision' | 'apart';

/** What a code of an outcome counts as; a code that is none counts as lost. */
export function resultOf(outcome: TallyRow['at'][number] | undefined): Result {
  switch (outcomeGroup(outcome)) {
    case 'won':
      return 'won';
    case 'nobody':
      return 'no-decision';
    case 'us':
      return 'apart';
    case 'someone':
    case 'undebriefed':
    case undefined:
      return 'lost';
  }
}

/** The rows with these results, by the outcome at a place of the request. */
export function withResult(tally: Tally, place: number, ...results: readonly Result[]): Tally {
  return tally.filter(({ at }) => results.includes(resultOf(at[place])));
}

/** Deals that the buyer did not give us: lost, or left undecided. */
export const NOT_WON: readonly Result[] = ['lost', 'no-decision'];
/** Deals that count in a rate. */
export const DECIDED: readonly Result[] = ['won', ...NOT_WON];
