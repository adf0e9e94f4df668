import type { Answers, Contact } from '../core/answers.ts';
import type { Cause, Deal, DealRecord, Debrief, KeptAnswer, Plan } from '../core/debrief.ts';
import type { Day } from '../core/day.ts';
import type { DueRow, WonBack } from '../core/due.ts';
import type { Change, Item } from '../core/follow-through.ts';
import type { History } from '../core/history.ts';
import type { Outcome } from '../core/outcome.ts';

/**
 * The person's file. Each method is one whole transaction: when it returns, what it wrote is on the disk; if it throws,
 * nothing of it is. Ids are `D12`, `A31`, `F7` and `R3`, and are never used again.
 */
export interface Store {
  /** Where the file is, for messages. */
  readonly path: string;
  readonly drafts: DraftStore;
  /** Keeps a finished debrief with its deal, causes, actions and schedule, and drops its draft; the new record. */
  readonly saveDebrief: (entry: NewDebrief) => DealRecord;
  readonly record: (id: string) => DealRecord | undefined;
  /** Deals by the filter, latest decision first unless it sorts otherwise. */
  readonly records: (filter: DealFilter) => readonly DealRecord[];
  /** What a new debrief needs to know of earlier ones, up to and with this day. */
  readonly history: (until: Day) => History;
  /** Names of deals on file, latest first: deals that wait for a debrief before all others. */
  readonly dealNames: (limit: number) => readonly string[];
  /** The latest contact of any deal with this name (compared without case). */
  readonly contactOf: (dealName: string) => Contact | undefined;
  /** Everything open that falls on or before a day: schedule entries, then actions, each oldest first. */
  readonly due: (until: Day) => readonly DueRow[];
  /** Deals that were lost and then won, with what they were worth at the loss. */
  readonly wonBack: () => WonBack;
  /** Actions and schedule entries by their ids. Throws `UserError` 3 for one that does not exist. */
  readonly items: (ids: readonly string[]) => readonly Item[];
  /** Makes changes to what is due, all of them or none; `what` names them in the change log. */
  readonly apply: (what: string, changes: readonly Change[], on: Day) => void;
  /** A setting that travels with the file, such as the currency that amounts are in. */
  readonly setting: (name: string) => string | undefined;
  readonly keepSetting: (name: string, value: string) => void;
  readonly counts: () => { readonly deals: number; readonly debriefs: number; readonly drafts: number };
  readonly close: () => void;
}

/** Unfinished debriefs. Every answer is on the disk before the next question shows. */
export interface DraftStore {
  /** All drafts, latest first. */
  readonly all: () => readonly Draft[];
  readonly find: (id: string) => Draft | undefined;
  /** A new draft with its first answers. */
  readonly begin: (draft: NewDraft) => Draft;
  /** Replaces all answers of a draft and its time spent. Throws if the draft is gone. */
  readonly keep: (id: string, answers: Answers, seconds: number) => void;
  /** Whether there was such a draft. */
  readonly discard: (id: string) => boolean;
}

export interface NewDraft {
  readonly framework: string;
  readonly version: number;
  readonly answers: Answers;
  readonly seconds: number;
}

export interface Draft extends NewDraft {
  readonly id: `R${number}`;
  /** The day of its last answer. */
  readonly keptOn: Day;
}

/** A finished debrief before it has ids. */
export interface NewDebrief {
  /** The draft it came from, dropped in the same transaction. */
  readonly draft: string | undefined;
  /** An existing deal to debrief; a new one is made otherwise. */
  readonly dealId: string | undefined;
  readonly deal: Deal;
  readonly debrief: Debrief;
  readonly kept: readonly KeptAnswer[];
  readonly contact: Contact | undefined;
  readonly causes: readonly Cause[];
  readonly plan: Plan;
  /** The day it was made. */
  readonly on: Day;
}

export interface DealFilter {
  readonly outcome?: readonly Outcome[];
  readonly reason?: string;
  readonly competitor?: string;
  /** Bounds of the day of decision, both included. */
  readonly from?: Day;
  readonly to?: Day;
  /** Words to look for in the name, the words kept and the reflections; all must occur. */
  readonly text?: string;
  readonly sort?: 'decided' | 'amount' | 'name';
}
