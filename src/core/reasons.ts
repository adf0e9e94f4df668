import type { Answers } from './answers.ts';
import { UserError } from './user-error.ts';

/** Why deals are lost. The codes are a contract; labels may be reworded, because saved answers keep the words shown. */
export interface ReasonBook {
  /** Lines on screen that stand for several reasons until a follow-up question tells them apart: `price`. */
  readonly lines: Readonly<Record<string, string>>;
  readonly reasons: readonly Reason[];
}

/** Why a deal was lost, by its code, with what follows from it. */
export interface Reason {
  readonly code: string;
  /** The line it hides behind on screen, if it has none of its own. */
  readonly line?: string | undefined;
  readonly label: string;
  readonly definition: string;
  readonly control: Control;
  /** What in your own control could make up for it: the hint of the compensation question. */
  readonly compensate: string;
  /** Days from the no to the follow-up, if nothing better is known. */
  readonly 'follow-up-days': number;
  /** No longer offered; old answers keep it. */
  readonly retired?: boolean | undefined;
}

/** Whether a cause could have been changed (`control`), swayed (`influence`), or only compensated for (`fixed`). */
export type Control = 'fixed' | 'influence' | 'control';

/** The one reason that a debrief counts under. "Price" alone is never it: either there was a number to meet, or something lay underneath. */
export function primaryReason(answers: Answers): string | undefined {
  const given = answers['reason'];
  if (typeof given !== 'string') return undefined;
  if (given !== 'price') return given;
  if (answers['requoted'] === 'yes') return 'budget-absent';
  const underneath = answers['requoted'] === 'no' ? answers['underneath'] : undefined;
  return typeof underneath === 'string' ? underneath : 'value-not-shown';
}

/** Whether the price itself stood in the way, so that the same offer alone would only be refused again. */
export function isPriceLoss(code: string | null | undefined): boolean {
  return code === 'budget-absent';
}

/** The reason that `--reason` names. Throws `UserError` 2 for a code that is none, with those that are. */
export function knownReason(book: ReasonBook, code: string): Reason {
  const found = findReason(book, code);
  if (found) return found;
  throw new UserError(
    `--reason ${code} is not a reason.`,
    `Use one of: ${book.reasons.map((known) => known.code).join(', ')}`,
  );
}

/** The reason of a code; undefined for none and for a line that stands for several. */
export function findReason(book: ReasonBook, code: string | undefined): Reason | undefined {
  return book.reasons.find((reason) => reason.code === code);
}
