import { type Answers, numberIn, textIn } from './answers.ts';
import type { Deal } from './debrief.ts';
import type { Day } from './days/day.ts';
import type { Framework } from './framework.ts';
import { type Money, toMoney } from './money/money.ts';
import type { Outcome } from './outcome.ts';
import type { Context } from './questions/kind.ts';

/** The currency of amounts when neither the offer nor the settings name one; said aloud where it is used. */
export const FALLBACK_CURRENCY = 'USD';

/** The facts of a deal that a debrief's answers give. */
export function dealFacts(framework: Framework, answers: Answers, context: Context): Deal {
  return {
    name: textIn(answers, 'deal') ?? '',
    outcome: framework.after === 'win' ? 'won' : (textIn(answers, 'outcome') as Outcome | undefined),
    amount: amountOf(answers, context),
    contractMonths: numberIn(answers, 'contract-months'),
    decidedOn: dayEnded(answers, context),
    winner: textIn(answers, 'winner'),
    forecast: numberIn(answers, 'forecast'),
    stage: textIn(answers, 'turning-point'),
  };
}

/** The amount with its currency: the one that was named, that of the settings, or the fallback. */
export function amountOf(answers: Answers, { settings }: Context): Money | undefined {
  const amount = numberIn(answers, 'amount');
  return amount === undefined ? undefined : toMoney(amount, currencyOf(answers, settings.currency));
}

/** The currency of an amount: as it was answered, or else as it is known, or else the one that stands in. */
export function currencyOf(answers: Answers, known: string | undefined): string {
  return textIn(answers, 'currency') ?? known ?? FALLBACK_CURRENCY;
}

/** When the deal ended; today, if that was skipped. */
export function dayEnded(answers: Answers, { today }: { readonly today: Day }): Day {
  return (textIn(answers, 'decided-on') as Day | undefined) ?? today;
}
