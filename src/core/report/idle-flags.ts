import type { Figure } from '../figures/figure.ts';
import { listed } from '../text/sentence.ts';
import { shellWord } from '../text/shell-word.ts';
import { UserError } from '../user-error.ts';
import type { Audience } from './audience.ts';

/** The flags that not every figure looks at, as they were given. */
export interface FigureFlags {
  readonly by?: string | undefined;
  readonly every?: string | undefined;
  readonly minEvidence?: string | undefined;
}

/** What is asked for: one figure, or all that are for somebody. */
export interface Asked {
  readonly named: Figure | undefined;
  readonly figures: readonly Figure[];
  readonly audience: Audience | undefined;
  /** Every figure there is, to say which of them take a flag. */
  readonly all: readonly Figure[];
}

/** Throws `UserError` for a flag that would change nothing of what is asked for: whoever gave it would take it for heeded. */
export function refuseIdleFlags({ by, every, minEvidence }: FigureFlags, asked: Asked): void {
  if (by !== undefined) refuseUnlessTaken('by', asked, by);
  if (every !== undefined) refuseUnlessTaken('every', asked, every);
  if (minEvidence === undefined || !asked.figures.every(({ isWhole }) => isWhole)) return;
  const others = asked.all.filter(({ id, isWhole }) => isWhole && id !== asked.named?.id).map(({ id }) => id);
  throw new UserError(
    `${subjectOf(asked)} takes no --min-evidence.`,
    `Leave it out. Every figure takes it but this one, ${listed(others)}.`,
  );
}

function refuseUnlessTaken(flag: 'by' | 'every', asked: Asked, value: string): void {
  if (asked.figures.some(({ takes }) => takes === flag)) return;
  const takers = asked.all.filter(({ takes }) => takes === flag).map(({ id }) => id);
  const already =
    flag === 'by' && asked.named === undefined ? ': what is won is split by persona, segment and source there' : '';
  throw new UserError(
    `${subjectOf(asked)} takes no --${flag}.`,
    `Leave it out${already}. Only the figure ${listed(takers)} takes it: lossdebrief report ${takers[0]} --${flag} ${shellWord(value)}`,
  );
}

function subjectOf({ named, audience }: Asked): string {
  return named === undefined ? `A report for ${audience}` : `The figure ${named.id}`;
}
