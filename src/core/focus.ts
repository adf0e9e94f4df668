import type { Day } from './days/day.ts';

/** The one area in work: the id of a step, or free words. */
export interface Focus {
  readonly area: string;
  readonly since: Day;
  /** The last of its days. */
  readonly until: Day;
}

/** In how many of the debriefs that know a step was done; what nobody remembers is left out. */
export interface StepScore {
  readonly done: number;
  readonly known: number;
}

/** The one thing that is being tried: a way of selling that is kept or dropped by what comes of it. */
export interface Experiment {
  readonly text: string;
  readonly since: Day;
  /** The debrief it was named in; undefined if it was begun by itself. */
  readonly deal: { readonly id: `D${number}`; readonly name: string } | undefined;
}

/** How the deals ended that were decided after an experiment began: won, of all that were not ended by us. */
export interface ExperimentResults {
  readonly won: number;
  readonly decided: number;
}

/** How an experiment ended, as the person decided. */
export type Verdict = 'kept' | 'dropped';

/** The area in work with what the debriefs say of it; scores are undefined for free words, which no debrief asks about. */
export interface FocusNow extends Focus {
  /** The area as words: a step as its noun phrase. */
  readonly words: string;
  readonly closedOn: Day | undefined;
  /** Since it began. */
  readonly score: StepScore | undefined;
  /** In the half year before. */
  readonly before: StepScore | undefined;
}

/** An experiment with what came of it so far. */
export interface ExperimentNow extends Experiment {
  readonly results: ExperimentResults;
  readonly verdict: Verdict | undefined;
}

/** An experiment as the file has it, over or not. */
export interface PastExperiment {
  readonly id: number;
  readonly text: string;
  readonly since: Day;
  readonly closedOn: Day | undefined;
  readonly verdict: Verdict | undefined;
}

/** An area as the file has it, over or not. */
export interface PastFocus extends Focus {
  readonly id: number;
  readonly closedOn: Day | undefined;
}
