import { type Answers, textIn } from './answers.ts';
import { addBusinessDays } from './days/calendar.ts';
import { addDays, type Day } from './days/day.ts';
import type { PlannedAction } from './debrief.ts';
import { earlierMisses } from './facts.ts';
import { type Escalation, type Framework, type InMyWords, type Rule, SLOTS } from './framework.ts';
import type { PastLoss } from './history.ts';
import { type Money, totals } from './money/money.ts';
import { amountOf, dayEnded } from './deal-facts.ts';
import type { Context } from './questions/kind.ts';
import { namedSteps } from './questions/steps.ts';
import { begins, capitalised, unstopped, without } from './text/sentence.ts';
import type { Speech } from './speech/speech.ts';
import { filled, type Words } from './text/template.ts';
import { firingRules, heaviest } from './rules.ts';
import { wordsOf } from './words.ts';

/**
 * The actions after a debrief: at most one for each slot, in the order of the slots, so never more than five and the call
 * first. Within a slot a rule that escalates is taken before others, then the heaviest. A rule whose ready-made sentence was kept as `next-time` is
 * covered by that, and leaves its place to the next.
 */
export function planActions(framework: Framework, answers: Answers, context: Context): readonly PlannedAction[] {
  const firing = firingRules(framework, answers, context).filter(
    (rule) => !isCovered(rule, framework, answers, context),
  );
  // What came back goes before what is new, whatever they weigh.
  const cameBack = firing.filter((rule) => escalationOf(rule, answers, context) !== undefined);
  return SLOTS.flatMap((slot) => heaviest(cameBack, slot) ?? heaviest(firing, slot) ?? []).map((rule) =>
    actionOf(rule, framework, answers, context),
  );
}

/** The day an action is due, counted from today: `today`, `1 business day`, `7 days`. Never on a weekend. */
export function dueDay(due: string, today: Day): Day {
  const [, count = '0', isBusiness] = DUE.exec(due) ?? [];
  return isBusiness === undefined && due !== 'today'
    ? addBusinessDays(addDays(today, Number(count)), 0)
    : addBusinessDays(today, Number(count));
}

/** How a due date may be written. */
export const DUE = /^(?:today|(\d{1,3}) (business )?days?)$/;

/** A step that came back escalates, so it is not covered by resolving the same thing once more. */
function isCovered(rule: Rule, framework: Framework, answers: Answers, context: Context): boolean {
  const ready = rule['next-time'];
  if (ready === undefined || escalationOf(rule, answers, context)) return false;
  return answers['next-time'] === filled(ready, wordsOf(framework, answers, context));
}

function actionOf(rule: Rule, framework: Framework, answers: Answers, context: Context): PlannedAction {
  const base = wordsOf(framework, answers, context);
  const escalation = escalationOf(rule, answers, context);
  const words = escalation
    ? withHistory(base, rule, framework, escalation.earlier, amountOf(answers, context), context.speech)
    : base;
  const { action, because } = escalation ?? rule;
  const own = rule['in-my-words'];
  return {
    rule: rule.id,
    text: own ? inMyWords(own, action, answers, words) : filled(action, words),
    because: capitalised(filled(because, words)),
    message: rule.message === undefined ? undefined : filled(rule.message, words),
    due: dueDay(rule.due, context.today),
  };
}

/** The second time names the earlier loss, the third time asks somebody to sit in. */
function escalationOf(
  rule: Rule,
  answers: Answers,
  context: Context,
): (Escalation & { readonly earlier: readonly PastLoss[] }) | undefined {
  if (rule.repeats === undefined) return undefined;
  const earlier = earlierMisses(rule.repeats, dayEnded(answers, context), context);
  const step = earlier.length >= 2 ? rule.third : earlier.length === 1 ? rule.again : undefined;
  return step && { ...step, earlier };
}

function withHistory(
  base: Words,
  rule: Rule,
  framework: Framework,
  earlier: readonly PastLoss[],
  amount: Money | undefined,
  { plan, days, money, listed }: Speech,
): Words {
  const latest = earlier[0];
  const first = earlier.at(-1);
  // Where the step was resolved in the person's own words, that sentence is the open action.
  const open = [rule.id, 'next-time'].flatMap(
    (id) => latest?.openActions.find((action) => action.rule === id) ?? [],
  )[0];
  const step = framework.questions.flatMap(namedSteps).find(({ id }) => id === rule.repeats);
  const values = totals([amount, ...earlier.map((loss) => loss.amount)].filter((value) => value !== undefined));
  const known = new Map<string, string | undefined>([
    ['step', step?.row.short],
    ['times', String(earlier.length + 1)],
    ['earlier.deal', latest?.deal],
    ['earlier.on', latest && days.short(latest.decidedOn)],
    ['earlier.action', open && plan.openFromThen(open.id)],
    ['first.on', first && days.short(first.decidedOn)],
    ['missed.worth', values.length > 0 ? plan.worth(listed(values.map((value) => money(value, 'short')))) : undefined],
  ]);
  return (name) => known.get(name) ?? base(name);
}

/** Names that only an escalation may use, for the checks on a framework. */
export const HISTORY_NAMES: readonly string[] = [
  'step',
  'times',
  'earlier.deal',
  'earlier.on',
  'earlier.action',
  'first.on',
  'missed.worth',
];

function inMyWords(own: InMyWords, action: string, answers: Answers, words: Words): string {
  const sentence = textIn(answers, own.id) ?? '';
  if (begins(sentence, own['stands-alone'])) return capitalised(sentence.trim());
  const rest = unstopped(without(sentence, own.drop));
  return filled(action, (name) => (name === own.id ? rest : words(name)));
}
