import { type Answers, type Contact, contactIn, type Steps } from './answers.ts';
import { holds } from './condition.ts';
import { dealFacts } from './deal-facts.ts';
import type { Cause } from './cause.ts';
import type { Deal, Debrief, KeptAnswer, Plan } from './debrief.ts';
import { factsOf } from './facts.ts';
import { scheduleAfterLoss } from './follow-up.ts';
import { classOf, type Framework, type Question, wordingOf } from './framework.ts';
import { applicable, partsOf } from './interview.ts';
import { planActions } from './plan.ts';
import type { Context } from './questions/kind.ts';
import { countedSteps, rowsOf, stepRows } from './questions/steps.ts';
import { findReason, primaryReason, type ReasonBook } from './reasons.ts';

/** Everything that follows from finished answers, as plain data: what a file keeps and a screen shows. */
export interface Concluded {
  readonly deal: Deal;
  readonly debrief: Debrief;
  readonly kept: readonly KeptAnswer[];
  /** The steps as they are counted. */
  readonly steps: Steps;
  readonly contact: Contact | undefined;
  readonly causes: readonly Cause[];
  readonly plan: Plan;
}

/** Concludes a debrief: the facts of the deal, the answers with their words, the cause, and the plan. */
export function conclude(framework: Framework, answers: Answers, context: Context, seconds: number): Concluded {
  return {
    deal: dealFacts(framework, answers, context),
    debrief: {
      framework: framework.id,
      version: framework.version,
      seconds,
      primaryReason: primaryReason(answers),
      answers,
    },
    kept: keptAnswers(framework, answers, context),
    steps: countedSteps(framework.questions, answers),
    contact: contactIn(answers),
    causes: causesIn(answers, context),
    plan: planOf(framework, answers, context),
  };
}

function planOf(framework: Framework, answers: Answers, context: Context): Plan {
  const actions = planActions(framework, answers, context);
  if (framework.after === 'win') return { actions, followUp: undefined, otherEntries: [] };
  const decidedOn = dealFacts(framework, answers, context).decidedOn ?? context.today;
  return { actions, ...scheduleAfterLoss(answers, { decidedOn, ...context }) };
}

/** The answers with the words that were on screen. */
export function keptAnswers(framework: Framework, answers: Answers, context: Context): readonly KeptAnswer[] {
  const facts = factsOf(framework, answers, context);
  const kept = new Map<string, KeptAnswer>();
  for (const question of applicable(framework, answers, context)) {
    const { ask } = wordingOf(question, (when) => holds(when, facts));
    for (const part of partsOf(question)) {
      const value = answers[part.id];
      if (value === undefined || kept.has(part.id)) continue;
      kept.set(part.id, {
        id: part.id,
        class: classOf(question, part.id),
        value,
        asked: askedFor(question, part.id, ask),
        said: value === null ? '' : part.say(value, context, answers),
      });
    }
  }
  return [...kept.values()];
}

/** The words that an id was asked with. A row continues its screen's words where the screen asks for nothing else. */
function askedFor(question: Question, id: string, ask: string): string {
  const row = rowsOf(question).find(({ answers }) => answers === id);
  if (!row) return ask;
  return stepRows(question).length > 0 ? row.ask : `${ask} ${row.ask}`;
}

/** What I think it was. With their own words at hand it is an inference, without them a guess. */
function causesIn(answers: Answers, { reasons }: Context): readonly Cause[] {
  const cause = myCause(primaryReason(answers), answers, reasons);
  return cause ? [cause] : [];
}

/** A reason in my own view; `answers` are those of the quick pass, which have their words. */
export function myCause(code: string | undefined, answers: Answers, reasons: ReasonBook): Cause | undefined {
  const reason = findReason(reasons, code);
  if (!reason) return undefined;
  const evidence = typeof answers['said'] === 'string' ? 'inference' : 'guess';
  return { whose: 'self', reason: reason.code, control: reason.control, evidence };
}
