import type { Day } from '../days/day.ts';
import type { Money } from '../money/money.ts';
import type { Outcome } from '../outcome.ts';

/** What one row of a CRM's export says of a deal. What it does not say is undefined, and leaves what is on file. */
export interface ImportedDeal {
  /** The number of the row in the file, from 1, as a spreadsheet counts it. */
  readonly row: number;
  /** By what the deal is known again in a later export. */
  readonly key: string;
  /** By what it was known while it was open, where another key stands in for a record id; undefined if there is none. */
  readonly keyWhileOpen: string | undefined;
  /** A number that equal rows share. */
  readonly fingerprint: number;
  readonly name: string;
  /** Undefined while it is open. The CRM tells won from lost; how it was lost is for the debrief. */
  readonly outcome: Extract<Outcome, 'won' | 'lost-unspecified'> | undefined;
  readonly amount: Money | undefined;
  readonly createdOn: Day | undefined;
  readonly decidedOn: Day | undefined;
  readonly account: string | undefined;
  readonly owner: string | undefined;
  readonly winner: string | undefined;
  readonly stage: string | undefined;
  readonly segment: string | undefined;
  readonly persona: string | undefined;
  readonly source: string | undefined;
  readonly product: string | undefined;
  readonly contact: string | undefined;
  /** Everything else: a JSON object of texts, by name. */
  readonly fields: string | undefined;
}

/** A row that is left out, and why. */
export interface Refusal {
  readonly row: number;
  readonly why: string;
}

/** A row that is left out, as it came. */
export interface RejectedRow extends Refusal {
  readonly cells: readonly string[];
}

/** The headings before those of the file in a table of rejected rows. An import of that table knows it by them. */
export const REJECTED_HEADINGS = ['Row', 'Refused because'] as const;

/** A cell that was not understood; the rest of its row stands. */
export interface Unread {
  readonly row: number;
  readonly column: string;
  readonly why: string;
}

/** What the CRM says otherwise than a debrief. The debrief stands. */
export interface ImportConflict {
  readonly row: number;
  readonly deal: { readonly id: `D${number}`; readonly name: string };
  readonly field: 'name' | 'outcome' | 'amount' | 'decidedOn' | 'winner';
  readonly kept: string;
  readonly crm: string;
}

/** A row, and a deal on file. */
export interface DealOfRow {
  readonly row: number;
  readonly deal: { readonly id: `D${number}`; readonly name: string };
}

/** A new deal beside one on file of the same name and account, which closed on another day: perhaps the CRM has corrected that day. */
export interface AlikeDeal {
  readonly row: number;
  /** The one that was on file before. */
  readonly deal: { readonly id: `D${number}`; readonly name: string };
  readonly decidedOn: Day;
}

/** A row of a deal that the CRM has deleted, and by what the deal is known. */
export interface DeletedInCrm {
  readonly row: number;
  readonly key: string;
  /** By what it is known if it was still open here, where nothing but its name tells; undefined otherwise. */
  readonly keyWhileOpen: string | undefined;
}

/** A deal that is on file, and that the CRM has deleted since. */
export interface DeletedHere {
  readonly row: number;
  readonly deal: { readonly id: `D${number}`; readonly name: string };
  /** Whether the person has debriefed it, or done anything else about it, so that it stays. */
  readonly isWorkedOn: boolean;
  /** Whether it has been put out of sight here too. */
  readonly isTakenOut: boolean;
}

/** What became of a row. */
export type ImportVerdict =
  | {
      readonly kind: 'new' | 'changed' | 'unchanged';
      readonly isRepeated: boolean;
      readonly conflicts: readonly ImportConflict[];
      /** The deal on file that it was taken for by its name alone. */
      readonly named?: DealOfRow;
      /** The deal that it tells of, where that was deleted here and stays so. */
      readonly stayDeleted?: DealOfRow;
    }
  | { readonly kind: 'refused'; readonly why: string };
