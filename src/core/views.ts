import type { Day } from './days/day.ts';
import type { Cause, RankedCause } from './cause.ts';

/**
 * Why a deal was lost, as each sees it: what the buyer said, what I think, what a colleague sees. They stand beside each
 * other, and a new one never takes the place of an old one.
 */
export interface Views {
  readonly causes: readonly HeldCause[];
  readonly feedback: readonly Feedback[];
  readonly opinions: readonly Opinion[];
}

/** A reason in somebody's view, since a day. */
export interface HeldCause extends RankedCause {
  readonly on: Day;
}

/** A request to the buyer, and what came back. */
export interface Feedback {
  readonly channel: string;
  /** Undefined for an answer to a request that nobody dated. */
  readonly sentOn: Day | undefined;
  readonly reply: Reply | undefined;
}

/** The buyer's answer, word for word, with the reason they gave in it. */
export interface Reply {
  readonly on: Day;
  readonly words: string;
  readonly reason: string | undefined;
}

/** What a colleague thinks of a lost deal, or saw on a call. There is no field to answer back in. */
export interface Opinion {
  readonly about: OpinionAbout;
  readonly on: Day;
  readonly from: string;
  readonly words: string;
  readonly reason: string | undefined;
  readonly lookDeeper: LookDeeper | undefined;
  /** Why it is left alone for now, or what makes it worth a look. */
  readonly why: string | undefined;
}

/** What a colleague speaks of: the whole deal, or one call they were on. */
export type OpinionAbout = 'deal' | 'call';
/** Whether an opinion deserves a deeper look. */
export type LookDeeper = 'yes' | 'not-now';

/** A request that went out, an answer that came in, or both. An answer belongs to the latest request without one. */
export interface NewFeedback {
  readonly channel: string;
  readonly sentOn: Day | undefined;
  readonly reply: (Omit<Reply, 'reason'> & { readonly cause: Cause | undefined }) | undefined;
}

/** A colleague's view before it is kept. */
export type NewOpinion = Omit<Opinion, 'reason'> & { readonly cause: Cause | undefined };

/** The views as JSON: `views` of `show --json` (see `docs/json.md`). */
export function viewsJson({ causes, feedback, opinions }: Views): Record<string, unknown> {
  return {
    causes: causes.map(({ whose, rank, reason, control, evidence, on }) => ({
      whose,
      rank,
      reason,
      control,
      evidence,
      on,
    })),
    feedback: feedback.map(feedbackJson),
    opinions: opinions.map(opinionJson),
  };
}

/** A request to the buyer and the answer, as `docs/json.md` has it; what is not there yet is null. */
export function feedbackJson({ channel, sentOn, reply }: Feedback): Record<string, unknown> {
  return {
    channel,
    sentOn: sentOn ?? null,
    repliedOn: reply?.on ?? null,
    words: reply?.words ?? null,
    reason: reply?.reason ?? null,
  };
}

/** An opinion as `docs/json.md` has it; what was not said is null. */
export function opinionJson({ about, on, from, words, reason, lookDeeper, why }: Opinion): Record<string, unknown> {
  return { about, on, from, words, reason: reason ?? null, lookDeeper: lookDeeper ?? null, why: why ?? null };
}
