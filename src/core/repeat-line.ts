import type { Answers } from './answers.ts';
import { amountOf } from './deal-facts.ts';
import type { Day } from './day.ts';
import { earlierMisses, earlierWithReason, missedSteps, missedWordsOf, REPEAT_DAYS } from './facts.ts';
import type { Framework } from './framework.ts';
import type { PastLoss } from './history.ts';
import { sayMoney, totals } from './money.ts';
import type { Context } from './questions/kind.ts';
import { findReason, primaryReason } from './reasons.ts';
import { sayShortDay } from './say-day.ts';
import { listed } from './sentence.ts';

/**
 * The mistake that has come back most often: the second time where it was before, from the third time on also the money in
 * those deals and the action that is still open. Undefined if nothing has come back.
 */
export function repeatLine(
  framework: Framework,
  answers: Answers,
  decidedOn: Day,
  context: Context,
): string | undefined {
  const [most] = repeatsIn(framework, answers, decidedOn, context).toSorted(
    (one, other) => other.earlier.length - one.earlier.length,
  );
  if (!most || most.earlier.length === 0) return undefined;
  const { what, earlier } = most;
  const times = ordinal(earlier.length + 1);
  const sentences = [`${times} time within ${REPEAT_DAYS} days: ${what}.`, `Before that in ${earlierDeals(earlier)}.`];
  if (earlier.length > 1) {
    sentences.push(...worth([amountOf(answers, context), ...earlier.map(({ amount }) => amount)]), ...stillOpen(most));
  }
  return sentences.join(' ');
}

/** Something that went with this loss, and the earlier ones that it went with, latest first. */
interface Repeat {
  readonly what: string;
  readonly earlier: readonly PastLoss[];
  /** The rules whose actions were to prevent it. */
  readonly rules: readonly string[];
}

function repeatsIn(framework: Framework, answers: Answers, decidedOn: Day, context: Context): readonly Repeat[] {
  const reason = primaryReason(answers);
  const label = findReason(context.reasons, reason)?.label;
  const steps = missedSteps(framework, answers).map((row) => ({
    what: missedWordsOf(row, answers) ?? row.short,
    earlier: earlierMisses(row.id, decidedOn, context),
    rules: [...framework.rules.flatMap((rule) => (rule.repeats === row.id ? rule.id : [])), ...RESOLVED],
  }));
  if (label === undefined) return steps;
  return [...steps, { what: label, earlier: earlierWithReason(reason, decidedOn, context), rules: RESOLVED }];
}

/** What was resolved in the person's own words. */
const RESOLVED = ['next-time', 'compensation'];

function earlierDeals(earlier: readonly PastLoss[]): string {
  if (earlier.length === 1) return earlier.map(({ deal, decidedOn }) => `${deal}, ${sayShortDay(decidedOn)}`).join('');
  const named = earlier.slice(0, NAMED).map(({ deal, decidedOn }) => `${deal} (${sayShortDay(decidedOn)})`);
  const rest = earlier.length - named.length;
  return listed(rest > 0 ? [...named, `${rest} more`] : named);
}

/** A line that names more deals is not read. */
const NAMED = 3;

function worth(amounts: readonly PastLoss['amount'][]): readonly string[] {
  const known = amounts.filter((amount) => amount !== undefined);
  if (known.length === 0) return [];
  const sums = listed(totals(known).map((sum) => sayMoney(sum, 'short')));
  const unknown = amounts.length - known.length;
  return [`These deals were worth ${sums}${unknown > 0 ? `, and ${unknown} had no amount` : ''}.`];
}

/** The latest of the actions that were to prevent it, word for word. */
function stillOpen({ earlier, rules }: Repeat): readonly string[] {
  const open = earlier.flatMap(({ openActions }) => openActions).find(({ rule }) => rules.includes(rule));
  return open ? [`Still open: ${open.id} "${open.text}"`] : [];
}

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
