import type { Answers, Contact } from '../core/answers.ts';
import type { AskedStep } from '../core/figures/asked-steps.ts';
import type { CalendarItem } from '../core/due/appointment.ts';
import type { Deal, DealRecord } from '../core/debrief.ts';
import type { Day } from '../core/days/day.ts';
import type { Balance } from '../core/due/balance.ts';
import type { DueRow, WonBack } from '../core/due/due.ts';
import type { WaitingDeal, WaitingDeals } from '../core/due/waiting-deal.ts';
import type { EditedDebrief } from '../core/edited-debrief.ts';
import type {
  Experiment,
  ExperimentResults,
  Focus,
  PastExperiment,
  PastFocus,
  StepScore,
  Verdict,
} from '../core/focus.ts';
import type { Change, Item } from '../core/follow-through.ts';
import type { History } from '../core/history.ts';
import type {
  AlikeDeal,
  DeletedHere,
  DeletedInCrm,
  ImportedDeal,
  ImportVerdict,
} from '../core/exchange/imported-deal.ts';
import type { Lesson } from '../core/lesson.ts';
import type { LoggedChange } from '../core/logged-change.ts';
import type { Concluded } from '../core/new-debrief.ts';
import type { ConcludedReview } from '../core/new-review.ts';
import type { Outcome } from '../core/outcome.ts';
import type { NumberedLine, PortableRecord, Reach, TakenRecords } from '../core/exchange/portable.ts';
import type { Particulars } from '../core/particulars.ts';
import type { NewPhrase, Phrase } from '../core/phrases.ts';
import type { Purged, PurgeableDeal } from '../core/purge.ts';
import type { CustomField, Dimension, Tally, TallyRequest, TallyScope } from '../core/report/tally.ts';
import type { Feedback, NewFeedback, NewOpinion } from '../core/views.ts';
import type { Sting } from '../core/sting.ts';
import type { Touch } from '../core/touch.ts';

/**
 * The person's file. Each method is one whole transaction: when it returns, what it wrote is on the disk; if it throws,
 * nothing of it is. Ids are `D12`, `A31`, `F7` and `R3`, and are never used again.
 */
export interface Store {
  /** Where the file is, for messages. */
  readonly path: string;
  readonly drafts: DraftStore;
  /** Puts a deal on file without a debrief: open, or closed and waiting for one; its id. */
  readonly fileDeal: (deal: FiledDeal) => `D${number}`;
  /** Takes in deals of a CRM as they come, some at a time, all of them or none, and says of each what became of it. Nothing else may be asked of the store meanwhile. */
  readonly importDeals: (deals: AsyncIterable<readonly ImportedDeal[]>, how: ImportHow) => Promise<void>;
  /** Keeps a finished debrief with its deal, causes, actions and schedule, and drops its draft; the new record. */
  readonly saveDebrief: (entry: NewDebrief) => DealRecord;
  /** Keeps a later look at a deal beside its quick pass, with what changes by it in what is due, and drops its draft. */
  readonly saveReview: (entry: NewReview) => DealRecord;
  /** Keeps the corrected answers of a debrief, with what they change in its deal and its plan; the record as it then is. */
  readonly saveEdit: (entry: EditedEntry) => DealRecord;
  /** Puts a deal out of sight, with all that belongs to it. Throws `UserError` 3 if there is none. */
  readonly deleteDeal: (id: string) => void;
  /** Whether there is a deal of this id that was deleted. */
  readonly isDeleted: (id: string) => boolean;
  /** Whether the deal of this id was deleted for good. */
  readonly isPurged: (id: string) => boolean;
  readonly purge: PurgeStore;
  readonly undo: UndoStore;
  readonly record: (id: string) => DealRecord | undefined;
  /** Deals by the filter, latest decision first unless it sorts otherwise. */
  readonly records: (filter: DealFilter) => readonly DealRecord[];
  /** All of them, read as they are taken, like `eachDue`. */
  readonly eachRecord: () => Iterable<DealRecord>;
  /** Everything on file as records, as far as they may go, read as they are taken, like `eachDue`. */
  readonly exported: (reach: Reach) => Iterable<PortableRecord>;
  /**
   * Takes the lines of an export in, all or none; without `keeps` it only says what would come of it. `name` is what the
   * person calls the file.
   */
  readonly takeRecords: (
    lines: AsyncIterable<NumberedLine>,
    how: { readonly keeps: boolean; readonly name: string },
  ) => Promise<TakenRecords>;
  /** What a new debrief needs to know of earlier ones, up to and with this day. */
  readonly history: (until: Day) => History;
  /** Names of deals on file, latest first: deals that wait for a debrief before all others. */
  readonly dealNames: (limit: number) => readonly string[];
  /** The latest contact of any deal with this name (compared without case). */
  readonly contactOf: (dealName: string) => Contact | undefined;
  /** Everything open that falls on or before a day: schedule entries, then actions, each oldest first. */
  readonly due: (until: Day) => readonly DueRow[];
  /** The same, read as it is taken. Nothing else may be asked of the store before it is all taken. */
  readonly eachDue: (until: Day) => Iterable<DueRow>;
  readonly isAnyDue: (until: Day) => boolean;
  /** The closed deals without a debrief: so many of the latest, and how many there are. */
  readonly waiting: (shown: number) => WaitingDeals;
  /** All of them, read as they are taken, like `eachDue`. */
  readonly eachWaiting: () => Iterable<WaitingDeal>;
  readonly balance: () => Balance;
  /** The same as far as a calendar may know it; without a day, everything open. */
  readonly calendar: (until: Day | undefined) => readonly CalendarItem[];
  /** Deals that were lost and then won, with what they were worth at the loss. */
  readonly wonBack: () => WonBack;
  /** Actions and schedule entries by their ids. Throws `UserError` 3 for one that does not exist. */
  readonly items: (ids: readonly string[]) => readonly Item[];
  /** Makes changes to what is due, all of them or none; `what` names them in the change log. */
  readonly apply: (what: string, changes: readonly Change[], on: Day) => void;
  /** Keeps a request to the buyer or their answer beside all that was kept before, with what changes in what is due. */
  readonly keepFeedback: (dealId: string, feedback: NewFeedback, changes: readonly Change[], on: Day) => Feedback;
  /** Keeps a colleague's view beside mine, with the actions that follow from it. */
  readonly keepOpinion: (dealId: string, opinion: NewOpinion, changes: readonly Change[]) => void;
  readonly phrases: PhraseStore;
  /** Logs one contact with a deal on file, or with a new one of that name, which is open; the id of the deal. */
  readonly logTouch: (deal: { readonly id: string } | { readonly name: string }, touch: Touch) => `D${number}`;
  /** What the deals taught, one sentence each, newest first; all of the words begin words of it. */
  readonly lessons: (words: string) => readonly Lesson[];
  /** What the person wrote most recently of what stung, if anything. */
  readonly latestSting: () => Sting | undefined;
  /** The market that a deal is in, as the CRM has it. */
  readonly segmentOf: (id: string) => string | undefined;
  /** How many debriefed deals have no lesson yet. */
  readonly withoutLesson: () => number;
  /** Adds the sentence that a deal stands for from now on. */
  readonly addLesson: (dealId: string, text: string, on: Day) => void;
  readonly focus: FocusStore;
  readonly experiment: ExperimentStore;
  /** A setting that travels with the file, such as the currency that amounts are in. */
  readonly setting: (name: string) => string | undefined;
  readonly keepSetting: (name: string, value: string) => void;
  /** How many there are of what figures ask for. It waits, so that another engine could count. */
  readonly tallies: (requests: readonly TallyRequest[], scope: TallyScope) => Promise<readonly Tally[]>;
  /** The rows of the deals that have all of these traits, of which there is at least one. */
  readonly dealsWith: (traits: readonly DealTrait[]) => Promise<readonly number[]>;
  /** Whether anybody has looked closer at a deal than a quick pass does, kept a log, or worked on an area or a trial of their own. */
  readonly hasMoreThanQuickPasses: () => boolean;
  /** The names of custom fields, in alphabetical order, each with how many values it has. */
  readonly customFields: () => readonly CustomField[];
  /** The steps that debriefs on file ask for, each with the words that it was last kept with. */
  readonly askedSteps: () => readonly AskedStep[];
  /** Copies the whole file to where its backups are kept; the path of the copy. */
  readonly backUp: () => string;
  /** Copies the whole file, as it stands at one moment, into an empty file. */
  readonly copyTo: (empty: string) => void;
  /** The moment of the latest change of the records, as the clock showed it; undefined if there was none. */
  readonly latestChange: () => string | undefined;
  readonly counts: () => { readonly deals: number; readonly debriefs: number; readonly drafts: number };
  readonly close: () => void;
}

/** Deleting deals for good. */
export interface PurgeStore {
  /** What the file has of a deal, out of sight or taken back too; undefined if nothing. */
  readonly find: (id: string) => Promise<PurgeableDeal | undefined>;
  /** Makes a backup, and then leaves nothing of a deal in the file. Throws `UserError` if either cannot be done. */
  readonly take: (id: string) => Promise<Purged>;
  /** The deals that were deleted for good after a change; after none, all of them. */
  readonly since: (change?: number) => Promise<readonly `D${number}`[]>;
  /** Writes the file anew where that failed after a deal was deleted for good. */
  readonly finish: (id: string) => Promise<void>;
}

/** Taking changes back, the latest first. */
export interface UndoStore {
  /** The change that would be taken back: the latest, or the deletion of the deal with this id; undefined if there is none. */
  readonly next: (deletedDeal?: string) => LoggedChange | undefined;
  /**
   * Takes back the change that `next` gave; the draft in which the answers of a debrief are kept that went with it. Throws
   * `UserError` if another change has come in between, or if what it changed is no longer as it left it.
   */
  readonly take: (change: number, deletedDeal?: string) => Draft | undefined;
}

/** The one area in work. */
export interface FocusStore {
  readonly open: () => Focus | undefined;
  /** Every area there was, in the order in which they began. */
  readonly all: () => readonly PastFocus[];
  /** Throws if there is one already. */
  readonly begin: (focus: Focus) => void;
  readonly stop: (on: Day) => void;
  /** How often a step was done, by the debriefs made from one day to another, both included. */
  readonly score: (step: string, from: Day, to: Day) => StepScore;
}

/** The one thing that is being tried. */
export interface ExperimentStore {
  readonly open: () => Experiment | undefined;
  /** Every experiment there was, in the order in which they began. */
  readonly all: () => readonly PastExperiment[];
  /** Throws if there is one already. */
  readonly begin: (text: string, on: Day) => void;
  readonly end: (verdict: Verdict, on: Day) => void;
  /** How the deals ended that were decided after a day, up to another. */
  readonly results: (since: Day, until: Day) => ExperimentResults;
}

/** Language worth stealing. */
export interface PhraseStore {
  /** All phrases, latest first. */
  readonly all: () => readonly Phrase[];
  readonly keep: (phrase: NewPhrase) => Phrase;
  /** Notes that a phrase was used in a deal. Throws `UserError` 3 for a phrase or a deal that does not exist. */
  readonly use: (id: string, dealId: string, on: Day) => Phrase;
}

/** Unfinished debriefs. Every answer is on the disk before the next question shows. */
export interface DraftStore {
  /** All drafts, latest first. */
  readonly all: () => readonly Draft[];
  readonly find: (id: string) => Draft | undefined;
  /** A new draft with its first answers. */
  readonly begin: (draft: NewDraft) => Draft;
  /** Replaces all of a draft but its framework. Throws if the draft is gone. */
  readonly keep: (id: string, draft: DraftContent) => void;
  /** Whether there was such a draft. */
  readonly discard: (id: string) => boolean;
}

/** What changes in an unfinished debrief as it goes on. */
export interface DraftContent {
  readonly answers: Answers;
  readonly seconds: number;
  /** The deal on file that it is of; undefined if the debrief makes a new one. */
  readonly dealId?: `D${number}` | undefined;
  /** The question that was left with a part of its answer, and is asked again. */
  readonly halfAnswered?: string | undefined;
}

/** An unfinished debrief before it has an id. */
export interface NewDraft extends DraftContent {
  readonly framework: string;
  readonly version: number;
}

/** An unfinished debrief as it stands in the file. */
export interface Draft extends NewDraft {
  readonly id: `R${number}`;
  /** The day of its last answer. */
  readonly keptOn: Day;
}

/** A finished debrief before it has ids. */
export interface NewDebrief extends Concluded {
  /** The draft it came from, dropped in the same transaction. */
  readonly draft: string | undefined;
  /** An existing deal to debrief; a new one is made otherwise. */
  readonly dealId: string | undefined;
  /** The day it was made. */
  readonly on: Day;
}

/** A finished review before it is kept. */
export interface NewReview extends ConcludedReview {
  /** The draft it came from, dropped in the same transaction. */
  readonly draft: string | undefined;
  readonly dealId: string;
  /** The day it was made. */
  readonly on: Day;
}

/** A deal as it is known elsewhere, with what no question asks for. */
export interface FiledDeal extends Deal, Omit<Particulars, 'crm'> {}

/** How deals of a CRM are taken in. */
export interface ImportHow {
  /** Whose ids the keys are. */
  readonly source: string;
  /** Whether anything is written; otherwise the verdicts are what they would be. */
  readonly keeps: boolean;
  readonly onVerdict: (deal: ImportedDeal, verdict: ImportVerdict) => void;
  /** Told in the end, as only then all keys of the file are known. */
  readonly onAlike: (alike: AlikeDeal) => void;
  /** The rows of deals that the CRM has deleted; asked for in the end. */
  readonly deletedInCrm: readonly DeletedInCrm[];
  /** Told in the end of each of them that is on file, unless another row of the file tells of it. */
  readonly onDeletedHere: (deleted: DeletedHere) => void;
}

/** Corrected answers of a debrief on file. */
export interface EditedEntry {
  /** The record as it was looked at; if it has changed since, nothing is kept. */
  readonly before: DealRecord;
  readonly edited: EditedDebrief;
  readonly on: Day;
}

/** What a deal has in a dimension that figures count by: one of these values, of which an empty one is not noted. */
export interface DealTrait {
  readonly dimension: Dimension;
  readonly values: readonly string[];
}

/** Which deals are wanted, and in which order; what is left out asks for nothing. */
export interface DealFilter {
  /** The whole name, compared without case. */
  readonly name?: string;
  /** How they ended, one of these; `open` are those that have not. */
  readonly outcome?: readonly (Outcome | 'open')[];
  readonly reason?: string;
  readonly competitor?: string;
  /** Bounds of the day of decision, both included. */
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  /** Only deals with an amount in it. */
  readonly currency?: string;
  /** Only these, by their rows. */
  readonly among?: readonly number[];
  /** Words to look for in the name, the words kept and the reflections; all must occur. */
  readonly text?: string;
  readonly sort?: 'decided' | 'amount' | 'name';
}
