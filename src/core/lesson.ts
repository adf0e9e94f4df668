import type { Day } from './days/day.ts';
import type { Outcome } from './outcome.ts';

/** The one sentence that a deal stands for: what was resolved at its debrief, or what was added later. */
export interface Lesson {
  readonly dealId: `D${number}`;
  readonly deal: string;
  readonly outcome: Outcome | undefined;
  /** The day it was written. */
  readonly on: Day;
  readonly text: string;
}
