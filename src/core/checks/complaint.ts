import type { Framework } from '../framework.ts';
import type { ReasonBook } from '../reasons.ts';

/** Something wrong with a framework that its schema cannot see: where, what, and what would mend it. */
export interface Complaint {
  readonly path: readonly (string | number)[];
  readonly problem: string;
  readonly fix: string;
}

/** Looks a framework over for one thing. `earlier` is the quick pass that a review goes back to. */
export type FrameworkCheck = (
  framework: Framework,
  reasons: ReasonBook,
  earlier: Framework | undefined,
) => readonly Complaint[];
