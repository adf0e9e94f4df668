import { type Answers, textIn } from './answers.ts';
import type { DealRecord, Debrief, KeptAnswer } from './debrief.ts';
import type { Context } from './questions/kind.ts';
import { findReason, type Reason } from './reasons.ts';
import { counted } from './text/sentence.ts';

/** One answer of the quick pass beside that of the second look, as words; undefined where it was skipped. */
export interface ThenAndNow {
  readonly id: string;
  readonly title: string;
  readonly before: string | undefined;
  readonly now: string | undefined;
  /** Whether the answer is another one; undefined for sentences, which are always in other words, and where one is missing. */
  readonly differs: boolean | undefined;
  /** What that means, in a sentence; undefined if there is nothing to say. */
  readonly remark: string | undefined;
}

/** The quick pass and the second look side by side; undefined as long as there are not both. */
export function thenAndNow(
  { debrief, reviews }: DealRecord,
  context: Pick<Context, 'reasons' | 'settings'>,
): readonly ThenAndNow[] | undefined {
  const second = reviews.findLast(({ pass }) => pass === 'second-look');
  if (!debrief || !second) return undefined;
  return [
    reasons(debrief, second, context),
    turningPoints(debrief, second, context),
    sentences('own-it', 'It ended so because I …', debrief.kept, second.kept, ['own-it']),
    sentences('next-time', 'What you would do', debrief.kept, second.kept, [
      'next-time',
      'compensation',
      'nothing-in-my-control',
    ]),
  ].filter(({ before, now }) => before !== undefined || now !== undefined);
}

function reasons(first: Debrief, second: Debrief, context: Pick<Context, 'reasons'>): ThenAndNow {
  const then = findReason(context.reasons, first.primaryReason);
  const now = findReason(context.reasons, second.primaryReason);
  const differs = then && now && then.code !== now.code;
  return {
    id: 'reason',
    title: 'The reason',
    before: then?.label ?? first.primaryReason,
    now: now?.label ?? second.primaryReason,
    differs,
    remark: then && now && sayReasons(then, now),
  };
}

/** Whether it was in one's hands is what changes most with distance, and what matters most. */
function sayReasons(then: Reason, now: Reason): string {
  if (then.code === now.code) return 'You still see it the same way.';
  if (then.control === now.control) return 'You name another reason now.';
  return `You name another reason now. Then it was ${HANDS[then.control]}, now it is ${HANDS[now.control]}.`;
}

const HANDS = {
  fixed: 'out of your hands',
  influence: 'partly in your hands',
  control: 'in your hands',
} as const satisfies Readonly<Record<Reason['control'], string>>;

function turningPoints(
  first: Debrief,
  second: Debrief,
  { settings: { stages } }: Pick<Context, 'settings'>,
): ThenAndNow {
  const placeOf = (answers: Answers): number => stages.findIndex(({ id }) => id === textIn(answers, 'turning-point'));
  const [then, now] = [placeOf(first.answers), placeOf(second.answers)];
  const isKnown = then >= 0 && now >= 0;
  return {
    id: 'turning-point',
    title: 'The turning point',
    before: stages[then]?.name ?? textIn(first.answers, 'turning-point'),
    now: stages[now]?.name ?? textIn(second.answers, 'turning-point'),
    differs: isKnown ? then !== now : undefined,
    remark: isKnown ? sayMove(now - then) : undefined,
  };
}

function sayMove(stages: number): string {
  if (stages === 0) return 'At the same stage as then.';
  return `${counted(Math.abs(stages), 'stage')} ${stages < 0 ? 'earlier' : 'later'} than you saw it then.`;
}

function sentences(
  id: string,
  title: string,
  first: readonly KeptAnswer[],
  second: readonly KeptAnswer[],
  firstIds: readonly string[],
): ThenAndNow {
  const before = firstIds.flatMap((one) => saidUnder(first, one) ?? [])[0];
  return { id, title, before, now: saidUnder(second, id), differs: undefined, remark: undefined };
}

function saidUnder(kept: readonly KeptAnswer[], id: string): string | undefined {
  return kept.find((answer) => answer.id === id)?.said || undefined;
}

/** The comparison as JSON (see `docs/json.md`). */
export function thenAndNowJson({ id, before, now, differs }: ThenAndNow): Record<string, unknown> {
  return { id, before: before ?? null, now: now ?? null, differs: differs ?? null };
}
