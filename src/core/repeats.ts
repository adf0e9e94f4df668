import type { Answers } from './answers.ts';
import { type Day, daysBetween } from './day.ts';
import { earlierMisses, earlierWithReason, missedSteps, REPEAT_DAYS } from './facts.ts';
import type { Framework } from './framework.ts';
import type { History, PastLoss } from './history.ts';
import { findReason, primaryReason } from './reasons.ts';
import type { Context } from './questions/kind.ts';
import { sayShortDay } from './say-day.ts';

/** The mistake that has come back most often, in one sentence; undefined if nothing has. */
export function repeatLine(
  framework: Framework,
  answers: Answers,
  decidedOn: Day,
  context: Context,
): string | undefined {
  const reason = primaryReason(answers);
  const label = findReason(context.reasons, reason)?.label;
  const seen = [
    ...missedSteps(framework, answers).map((row) => ({
      what: row.short,
      earlier: earlierMisses(row.id, decidedOn, context),
    })),
    ...(label === undefined ? [] : [{ what: label, earlier: earlierWithReason(reason, decidedOn, context) }]),
  ];
  const most = seen.toSorted((one, other) => other.earlier.length - one.earlier.length)[0];
  const latest = most?.earlier[0];
  if (!most || !latest) return undefined;
  const times = ordinal(most.earlier.length + 1);
  return `${times} time within ${REPEAT_DAYS} days: ${most.what}. Before that in ${latest.deal}, ${sayShortDay(latest.decidedOn)}.`;
}

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

/** Whether this loss is the third within two weeks, this one counted: then less is said. */
export function isLosingStreak({ losses }: History, decidedOn: Day): boolean {
  const recent = losses.filter((loss) => {
    const days = daysBetween(loss.decidedOn, decidedOn);
    return days >= 0 && days <= STREAK_DAYS;
  });
  return recent.length + 1 >= STREAK_LOSSES;
}

const STREAK_DAYS = 14;
const STREAK_LOSSES = 3;

/** `Second`, `Third`, and `21st` where words grow long. */
function ordinal(count: number): string {
  const ending = ENDINGS[new Intl.PluralRules('en', { type: 'ordinal' }).select(count)];
  return ORDINALS[count - 1] ?? `${count}${ending}`;
}

const ORDINALS = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth'];
const ENDINGS: Readonly<Record<Intl.LDMLPluralRule, string>> = {
  one: 'st',
  two: 'nd',
  few: 'rd',
  other: 'th',
  zero: 'th',
  many: 'th',
};
