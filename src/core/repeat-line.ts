import type { Answers } from './answers.ts';
import { amountOf } from './deal-facts.ts';
import type { Day } from './days/day.ts';
import { earlierMisses, earlierWithReason, missedSteps, missedWordsOf, REPEAT_DAYS } from './facts.ts';
import type { Framework } from './framework.ts';
import type { PastLoss } from './history.ts';
import { totals } from './money/money.ts';
import type { Context } from './questions/kind.ts';
import { findReason, primaryReason } from './reasons.ts';
import type { Speech } from './speech/speech.ts';

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
  const { speech } = context;
  const { repeat } = speech.plan;
  const sentences = [repeat.again(earlier.length + 1, REPEAT_DAYS, what), repeat.before(earlierDeals(earlier, speech))];
  if (earlier.length > 1) {
    const amounts = [amountOf(answers, context), ...earlier.map(({ amount }) => amount)];
    sentences.push(...worth(amounts, speech), ...stillOpen(most, speech));
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
  const steps = missedSteps(framework, answers).map((step) => ({
    what: missedWordsOf(step, answers) ?? step.row.short,
    earlier: earlierMisses(step.id, decidedOn, context),
    rules: [...framework.rules.flatMap((rule) => (rule.repeats === step.id ? rule.id : [])), ...RESOLVED],
  }));
  if (label === undefined) return steps;
  return [...steps, { what: label, earlier: earlierWithReason(reason, decidedOn, context), rules: RESOLVED }];
}

/** What was resolved in the person's own words. */
const RESOLVED = ['next-time', 'compensation'];

function earlierDeals(earlier: readonly PastLoss[], { days, plan, listed }: Speech): string {
  if (earlier.length === 1) return earlier.map(({ deal, decidedOn }) => `${deal}, ${days.short(decidedOn)}`).join('');
  const named = earlier.slice(0, NAMED).map(({ deal, decidedOn }) => `${deal} (${days.short(decidedOn)})`);
  const rest = earlier.length - named.length;
  return listed(rest > 0 ? [...named, plan.repeat.more(rest)] : named);
}

/** A line that names more deals is not read. */
const NAMED = 3;

function worth(amounts: readonly PastLoss['amount'][], { money, listed, plan }: Speech): readonly string[] {
  const known = amounts.filter((amount) => amount !== undefined);
  if (known.length === 0) return [];
  const sums = listed(totals(known).map((sum) => money(sum, 'short')));
  const unknown = amounts.length - known.length;
  return [plan.repeat.worth(sums, unknown)];
}

/** The latest of the actions that were to prevent it, word for word. */
function stillOpen({ earlier, rules }: Repeat, { plan }: Speech): readonly string[] {
  const open = earlier.flatMap(({ openActions }) => openActions).find(({ rule }) => rules.includes(rule));
  return open ? [plan.repeat.stillOpen(open.id, open.text)] : [];
}
