import type { Answers } from '../core/answers.ts';
import type { DealRecord } from '../core/debrief.ts';
import type { Framework } from '../core/framework.ts';
import { readGiven } from '../core/given-answers.ts';
import { toMajor } from '../core/money/money.ts';
import type { Context } from '../core/questions/kind.ts';

/** What is on file about a deal, as answers to a framework. What does not fit there is left to be asked. */
export async function knownAnswers(
  framework: Framework,
  { deal }: Pick<DealRecord, 'deal'>,
  context: Context,
): Promise<Answers> {
  const facts = {
    deal: deal.name,
    amount: deal.amount && toMajor(deal.amount),
    currency: deal.amount?.currency,
    'contract-months': deal.contractMonths,
    'decided-on': deal.decidedOn,
    forecast: deal.forecast,
    outcome: deal.outcome,
    winner: deal.winner,
    'turning-point': deal.stage,
  };
  const known = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  return (await readGiven(framework, known, context)).answers;
}
