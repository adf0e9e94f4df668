import type { Json } from './exchange/portable.ts';

/** A deal that can be deleted for good: on file, out of sight, or only in the change log since it was taken back. */
export interface PurgeableDeal {
  readonly id: `D${number}`;
  readonly name: string;
  readonly along: PurgedAlong;
  /** Whether a CRM knows it, so that an import would bring it back. */
  readonly isFromCrm: boolean;
}

/** How many of each thing go with it. */
export interface PurgedAlong {
  readonly debriefs: number;
  readonly reviews: number;
  readonly touches: number;
  readonly actions: number;
  readonly schedule: number;
  readonly contacts: number;
  readonly feedback: number;
  readonly opinions: number;
  readonly lessons: number;
  readonly experiments: number;
  readonly drafts: number;
}

/** What is left of a deal elsewhere once it is gone from the file. */
export interface Purged {
  /** The backup that was made first. */
  readonly kept: string;
  /** The copies of the file beside it that have the deal still, that backup too, the newest first. */
  readonly copies: readonly CopyWithDeal[];
  /** Where its name stands in other records: their ids, or what they are. */
  readonly named: readonly string[];
  /** Unfinished debriefs under its name that are of no deal on file. */
  readonly drafts: readonly `R${number}`[];
}

/** A copy of the file that has the deal, or may have it. */
export interface CopyWithDeal {
  readonly path: string;
  /** Whether it could be looked into; otherwise it may have the deal. */
  readonly isRead: boolean;
}

/** Whether somebody has typed this name: case and spaces do not matter, and nor does how an accent is made. */
export function isNameTyped(typed: string, name: string): boolean {
  return plain(typed) === plain(name);
}

function plain(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase();
}

/** Finds a name in the texts of a record, as whole words and in any case. */
export function finderOf(name: string): (record: Json) => boolean {
  const words = plain(name).replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])`, 'u');
  const isIn = (value: Json): boolean => {
    if (typeof value === 'string') return whole.test(plain(value));
    return typeof value === 'object' && value !== null && Object.values(value).some(isIn);
  };
  return isIn;
}
