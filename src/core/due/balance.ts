import { ENGLISH } from '../speech/english.ts';
import type { Speech } from '../speech/speech.ts';
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
export function balanceLine(
  { lossesSinceWin, wins }: Balance,
  { plan, days, listed }: Speech = ENGLISH,
): string | undefined {
  if (lossesSinceWin < MANY) return undefined;
  const { repeat } = plan;
  const looked = repeat.noWinSince(lossesSinceWin);
  const [first] = wins.latest;
  if (!first) return `${looked} ${repeat.nextWin('lossdebrief new --won')}`;
  const named = wins.latest
    .slice(0, WINS_NAMED)
    .map(({ dealId, deal, decidedOn }) => `${dealId} ${deal}${decidedOn ? ` (${days.short(decidedOn)})` : ''}`);
  const rest = wins.count - named.length;
  const waiting = listed(rest > 0 ? [...named, repeat.more(rest)] : named);
  return `${looked} ${repeat.winsWait(waiting, wins.count, `lossdebrief new ${first.dealId}`)}`;
}

/** From so many on, a pile of losses says little without a win. */
const MANY = 3;
/** So many wins are named, and the rest counted. */
export const WINS_NAMED = 3;
