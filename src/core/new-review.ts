import type { Answers, Steps } from './answers.ts';
import type { RankedCause } from './cause.ts';
import type { DealRecord, Debrief, KeptAnswer, ReviewPass } from './debrief.ts';
import type { Change } from './follow-through.ts';
import type { Framework } from './framework.ts';
import { keptAnswers, myCause } from './new-debrief.ts';
import { planActions } from './plan.ts';
import type { Context } from './questions/kind.ts';
import { countedSteps } from './questions/steps.ts';
import { primaryReason } from './reasons.ts';
import { regretCheck } from './regret-check.ts';

/** Everything that follows from a finished review, as plain data: what a file keeps and a screen shows. */
export interface ConcludedReview {
  readonly pass: ReviewPass;
  readonly debrief: Debrief;
  readonly kept: readonly KeptAnswer[];
  /** The steps as they are counted. */
  readonly steps: Steps;
  readonly causes: readonly RankedCause[];
  /** The actions and entries that it makes, and those that are done with it. */
  readonly changes: readonly Change[];
}

/** A framework of a review. */
export type ReviewFramework = Framework & { readonly pass: ReviewPass };

/** Concludes a later look at a deal. The context has the quick pass as its background. */
export function concludeReview(
  framework: ReviewFramework,
  answers: Answers,
  context: Context,
  record: Pick<DealRecord, 'deal' | 'actions' | 'otherEntries'>,
  seconds: number,
): ConcludedReview {
  const { id, version, pass } = framework;
  return {
    pass,
    debrief: { framework: id, version, seconds, primaryReason: primaryReason(answers), answers },
    kept: keptAnswers(framework, answers, context),
    steps: countedSteps(framework.questions, answers),
    causes: causesIn(answers, context),
    changes: [...closed(framework, record), ...added(framework, answers, context, record)],
  };
}

/** What I now think it was, and what else added to it. Neither takes the place of what I thought at first. */
function causesIn(answers: Answers, { reasons, background }: Context): readonly RankedCause[] {
  const first = background?.answers ?? {};
  const named = [
    { code: primaryReason(answers), rank: 'primary' as const },
    ...['also', 'also-too'].map((id) => ({
      // "Price" by itself is no reason here either.
      code: primaryReason({ reason: answers[id] ?? null }),
      rank: 'contributing' as const,
    })),
  ];
  const codes = named.map(({ code }) => code);
  return named.flatMap(({ code, rank }, index) => {
    const isKnown = codes.indexOf(code) < index || (rank === 'contributing' && code === primaryReason(first));
    const cause = isKnown ? undefined : myCause(code, first, reasons);
    return cause ? [{ ...cause, rank }] : [];
  });
}

/** The action to look closely is done with the deep look, and the entry of the second look with that. */
function closed(
  { pass, fulfils = [] }: ReviewFramework,
  { actions, otherEntries }: Pick<DealRecord, 'actions' | 'otherEntries'>,
): readonly Change[] {
  const fulfilled = actions.filter(({ rule }) => fulfils.includes(rule));
  const looked = otherEntries.filter(({ kind }) => kind === pass);
  return [...fulfilled, ...looked]
    .filter(({ state }) => state === 'open')
    .map(({ id }) => ({ kind: 'close', id, state: 'done' }));
}

function added(
  framework: Framework,
  answers: Answers,
  context: Context,
  { deal, actions }: Pick<DealRecord, 'deal' | 'actions'>,
): readonly Change[] {
  const check = regretCheck(answers, context.today, context.settings);
  // What an earlier look came to as well, and is still open, stands there already.
  const open = new Set(actions.filter(({ state }) => state === 'open').map(({ text }) => text));
  const planned = planActions(framework, answers, context).filter(({ text }) => !open.has(text));
  return [
    ...planned.map((action): Change => ({ kind: 'add-action', dealId: deal.id, action })),
    ...(check ? [{ kind: 'add', dealId: deal.id, entry: check } as const] : []),
  ];
}
