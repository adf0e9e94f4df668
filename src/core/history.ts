import type { Day } from './days/day.ts';
import type { Money } from './money/money.ts';

/** What earlier debriefs say, as far as a new one needs it. */
export interface History {
  /** Earlier debriefed losses that count as lost or no decision, latest first. */
  readonly losses: readonly PastLoss[];
  /** How often each reason was given, by the line it was given under. */
  readonly reasonCounts: Readonly<Record<string, number>>;
}

/** An earlier loss as far as a later debrief remembers it. */
export interface PastLoss {
  readonly dealId: `D${number}`;
  readonly deal: string;
  readonly decidedOn: Day;
  readonly amount: Money | undefined;
  readonly primaryReason: string | undefined;
  readonly winner: string | undefined;
  /** The market it is in, as the CRM has it. */
  readonly segment: string | undefined;
  /** Ids of the qualifying steps that were late or never done. */
  readonly missed: readonly string[];
  /** What they resolved: "Next time, when …", or the compensating move. */
  readonly lesson: string | undefined;
  readonly openActions: readonly { readonly id: `A${number}`; readonly rule: string; readonly text: string }[];
}

/** The history of somebody who has debriefed nothing yet. */
export const NO_HISTORY: History = { losses: [], reasonCounts: {} };
