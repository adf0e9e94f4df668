import type { FactValue } from '../condition.ts';
import { namedInFirst } from '../facts.ts';
import type { Framework } from '../framework.ts';
import { OUTCOME_GROUPS, OUTCOMES } from '../outcome.ts';
import { optionsOf } from '../questions/choice.ts';
import { namedSteps, rowsOf } from '../questions/steps.ts';
import type { ReasonBook } from '../reasons.ts';

/**
 * All values that a fact can have, or undefined where there is no list of them: texts, numbers, days, the person's own
 * stages. `earlier` is the quick pass that a review goes back to.
 */
export function domainOf(
  framework: Framework,
  reasons: ReasonBook,
  name: string,
  earlier?: Framework,
): readonly FactValue[] | undefined {
  const inFirst = namedInFirst(name);
  if (inFirst !== undefined) return earlier && domainOf(earlier, reasons, inFirst);
  const codes = reasons.reasons.map(({ code }) => code);
  if (name === 'primary-reason') return codes;
  if (name === 'control') return ['fixed', 'influence', 'control'];
  if (name === 'door') return ['open', 'closed'];
  if (name === 'currency.known' || name.startsWith('set.')) return ['yes', 'no'];
  if (name === 'outcome-group') return Object.keys(OUTCOME_GROUPS);
  const step = framework.questions.flatMap(namedSteps).find(({ fact }) => fact === name);
  const row = step?.row ?? framework.questions.flatMap(rowsOf).find(({ answers }) => answers === name);
  if (row) return Object.keys(row.options);
  const question = framework.questions.find(({ id }) => id === name);
  if (name === 'outcome' && !question) return OUTCOMES;
  if (question?.kind === 'reason')
    return [...Object.keys(reasons.lines), ...codes].filter((code) => !question.without?.includes(code));
  return question?.kind === 'choice' ? Object.keys(optionsOf(question)) : undefined;
}
