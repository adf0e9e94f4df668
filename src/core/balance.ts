import { sayShortDay } from './say-day.ts';
import { capitalised, listed } from './sentence.ts';
import type { WaitingDeals } from './waiting-deal.ts';

/** How many losses were debriefed since the last win was, and which wins wait. */
export interface Balance {
  readonly lossesSinceWin: number;
  readonly wins: WaitingDeals;
}

/**
 * Three losses looked at and no win beside them: what is done in losses can only be told apart from what is always done by
 * looking at wins too (Rhys Metler). Undefined while there is balance.
 */
export function balanceLine({ lossesSinceWin, wins }: Balance): string | undefined {
  if (lossesSinceWin < MANY) return undefined;
  const looked = `${capitalised(COUNTS[lossesSinceWin] ?? String(lossesSinceWin))} losses debriefed, and no win since.`;
  const [first] = wins.latest;
  if (!first) return `${looked} The next win you close, compare it: lossdebrief new --won`;
  const named = wins.latest
    .slice(0, WINS_NAMED)
    .map(({ dealId, deal, decidedOn }) => `${dealId} ${deal}${decidedOn ? ` (${sayShortDay(decidedOn)})` : ''}`);
  const rest = wins.count - named.length;
  const waiting = listed(rest > 0 ? [...named, `${rest} more`] : named);
  return `${looked} ${wins.count === 1 ? 'This win waits' : 'These wins wait'}: ${waiting}. Compare one: lossdebrief new ${first.dealId}`;
}

/** From so many on, a pile of losses says little without a win. */
const MANY = 3;
/** So many wins are named, and the rest counted. */
export const WINS_NAMED = 3;
const COUNTS: Readonly<Record<number, string>> = { 3: 'three', 4: 'four', 5: 'five', 6: 'six' };
