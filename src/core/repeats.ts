import { type Day, daysBetween } from './days/day.ts';
import type { History, PastLoss } from './history.ts';
import { ENGLISH } from './speech/english.ts';
import type { Speech } from './speech/speech.ts';

/** The lesson from the most similar earlier loss: the same winner, else the same reason. */
export function similarLesson(
  { losses }: History,
  winner: string | undefined,
  reason: string | undefined,
): PastLoss | undefined {
  const learned = losses.filter(({ lesson }) => lesson !== undefined);
  const sameWinner = (loss: PastLoss): boolean =>
    winner !== undefined && loss.winner?.toLowerCase() === winner.toLowerCase();
  return learned.find(sameWinner) ?? learned.find((loss) => reason !== undefined && loss.primaryReason === reason);
}

/**
 * The lesson to begin a debrief with, when no more than the deal and at best its segment is known: that of an earlier loss
 * at the same account, else one of the same segment, else the latest; of these, first one from a large deal, where mistakes
 * are easiest to see (Rhys Metler).
 */
export function lessonToBeginWith(
  { losses }: History,
  deal: string,
  segment: string | undefined,
): PastLoss | undefined {
  const learned = losses.filter(({ lesson }) => lesson !== undefined);
  const sameAccount = learned.find((loss) => loss.deal.toLowerCase() === deal.toLowerCase());
  const sameSegment = learned.filter((loss) => segment !== undefined && loss.segment === segment);
  const large = (some: readonly PastLoss[]): PastLoss | undefined => some.find((loss) => isLarge(loss, losses));
  return sameAccount ?? large(sameSegment) ?? sameSegment[0] ?? large(learned);
}

/** Whether a deal is in the larger third of those in its currency. */
function isLarge({ amount }: PastLoss, losses: readonly PastLoss[]): boolean {
  if (!amount) return false;
  const amounts = losses.flatMap((loss) => (loss.amount?.currency === amount.currency ? loss.amount.minor : []));
  return amounts.filter((minor) => minor > amount.minor).length < Math.ceil(amounts.length / 3);
}

/** How many losses within two weeks this one makes, if it is at least the third: then less is said. */
export function losingStreak({ losses }: History, decidedOn: Day): number | undefined {
  // In whatever order they are entered: three hard losses in two weeks are three.
  const recent = losses.filter((loss) => Math.abs(daysBetween(loss.decidedOn, decidedOn)) <= STREAK_DAYS);
  const count = recent.length + 1;
  return count >= STREAK_LOSSES ? count : undefined;
}

/** A hint when too many of the last losses were put down to "something else"; undefined if there is nothing to say. */
export function otherHint(
  { losses }: History,
  reason: string | undefined,
  { plan }: Speech = ENGLISH,
): string | undefined {
  const last = [reason, ...losses.map(({ primaryReason }) => primaryReason)].slice(0, HINT_LOSSES);
  const others = last.filter((code) => code === 'other').length;
  if (reason !== 'other' || last.length < HINT_LOSSES || others / last.length <= HINT_SHARE) return undefined;
  return plan.repeat.somethingElse(others, last.length);
}

const HINT_LOSSES = 20;
const HINT_SHARE = 0.1;
const STREAK_DAYS = 14;
const STREAK_LOSSES = 3;
