import type { AnswerClass, Answers, AnswerValue, Contact } from './answers.ts';
import type { Day } from './days/day.ts';
import type { EntryOutcome } from './entry-outcome.ts';
import type { Pass } from './framework.ts';
import type { Money } from './money/money.ts';
import type { Outcome } from './outcome.ts';
import type { Particulars } from './particulars.ts';
import type { Touch } from './touch.ts';
import type { Views } from './views.ts';

/** The facts of one deal. */
export interface Deal {
  readonly name: string;
  /** Undefined while the deal is open. */
  readonly outcome: Outcome | undefined;
  readonly amount: Money | undefined;
  readonly contractMonths: number | undefined;
  /** When it ended; all dates of contact count from here. */
  readonly decidedOn: Day | undefined;
  readonly winner: string | undefined;
  /** How sure the person was before they heard, in percent. */
  readonly forecast: number | undefined;
  /** The last moment at which it could still have been changed. */
  readonly stage: string | undefined;
}

/** One finished run through a framework. */
export interface Debrief {
  readonly framework: string;
  readonly version: number;
  /** Time spent answering; pauses are not counted. */
  readonly seconds: number;
  readonly primaryReason: string | undefined;
  readonly answers: Answers;
}

/** An answer with the words that were on screen, so that the record reads true after the questions change. */
export interface KeptAnswer {
  readonly id: string;
  readonly class: AnswerClass;
  readonly value: AnswerValue | null;
  readonly asked: string;
  readonly said: string;
}

/** Something the person will do, by a day. */
export interface PlannedAction {
  readonly rule: string;
  readonly text: string;
  readonly because: string;
  /** Ready to paste. */
  readonly message: string | undefined;
  readonly due: Day;
}

/** The kinds of entry in a schedule of contact. `follow-up` is the headline: the day to knock on the door again. */
export type EntryKind = 'follow-up' | 'touch' | 'check' | 'feedback' | 'second-look' | 'regret-check';

/** The rules that can set the headline date, strongest first. */
export type HeadlineRule =
  | 'named-date'
  | 'decision-date'
  | 'trigger'
  | 'trigger-check'
  | 'contract-term'
  | 'reason'
  | 'default';

/** One dated entry of the schedule. */
export interface PlannedEntry {
  readonly kind: EntryKind;
  readonly on: Day;
  /** Local time, `09:00`. */
  readonly time: string;
  readonly channel: string;
  readonly rule: string;
  /** Why this day, in words, from facts alone: it may be shown wherever the date is. */
  readonly because: string;
}

/** The dates of contact after a loss: the headline call, and what comes before and after it. */
export interface Schedule {
  /** Undefined for bad business and for a win. */
  readonly followUp: PlannedEntry | undefined;
  readonly otherEntries: readonly PlannedEntry[];
}

/** What to do after a debrief: at most five actions, and the schedule. */
export interface Plan extends Schedule {
  readonly actions: readonly PlannedAction[];
}

/** A debrief as it stands in the file. */
export interface KeptDebrief extends Debrief {
  /** The day it was made. */
  readonly on: Day;
  readonly kept: readonly KeptAnswer[];
}

/** A later look at a deal: the deep one, or the second one from a distance. */
export interface Review extends KeptDebrief {
  readonly pass: ReviewPass;
}

/** The looks that are kept beside a debrief: all but the quick pass, which is the debrief. */
export type ReviewPass = Exclude<Pass, 'quick'>;

/** Something as it stands in the file, under an id that is never used again. */
export type Stored<Value, Prefix extends string> = Value & { readonly id: `${Prefix}${number}` };

/** A debriefed deal as it stands in the file: the contract of `new --json`, `show --json` and the export. */
export interface DealRecord {
  readonly deal: Deal & { readonly id: `D${number}`; readonly uuid: string };
  readonly particulars: Particulars;
  /** The latest quick pass; undefined while the deal waits for one. */
  readonly debrief: KeptDebrief | undefined;
  /** The later looks at it, oldest first. They stand beside the quick pass and never take its place. */
  readonly reviews: readonly Review[];
  readonly contact: Contact | undefined;
  readonly actions: readonly (Stored<PlannedAction, 'A'> & Standing)[];
  readonly followUp: StoredEntry | undefined;
  readonly otherEntries: readonly StoredEntry[];
  /** The log of contacts, oldest first. */
  readonly touches: readonly Touch[];
  /** What each thinks why it was lost. */
  readonly views: Views;
}

/** An entry of the schedule as it stands in the file, with how it went where that was told. */
export type StoredEntry = Stored<PlannedEntry, 'F'> & Standing & { readonly outcome?: EntryOutcome };

/** Whether there is still something to do about it; what is done or dropped stays so unless it is undone. */
export type ActionState = 'open' | 'done' | 'dropped';

/** How an action or an entry of the schedule stands. */
export interface Standing {
  readonly state: ActionState;
  /** What the person wrote when they closed it. */
  readonly note?: string | undefined;
}
