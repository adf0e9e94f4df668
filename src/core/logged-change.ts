import type { EntryKind } from './debrief.ts';
import { type Day, dayOf } from './days/day.ts';

/** One change of the records as the change log has it, and what becomes of each thing when it is taken back. */
export interface LoggedChange {
  readonly id: number;
  /** The command that made it, such as `done F7`. */
  readonly what: string;
  /** The instant it was made, in ISO form. */
  readonly at: string;
  readonly effects: readonly Effect[];
}

/** What a person knows of a row: things that only go along with another are left out. */
export type Thing =
  | 'deal'
  | 'debrief'
  | 'review'
  | 'answer'
  | 'action'
  | EntryKind
  | 'contact'
  | 'log-entry'
  | 'request'
  | 'opinion'
  | 'lesson'
  | 'phrase'
  | 'phrase-use'
  | 'area'
  | 'experiment';

/** What becomes of one thing. */
export interface Effect {
  readonly thing: Thing;
  /** `D12`, `A31`, `F7` or `P3`; undefined for things without an id. */
  readonly id: string | undefined;
  /** The deal that it belongs to. */
  readonly deal: { readonly id: `D${number}`; readonly name: string } | undefined;
  /** The words by which it is known. */
  readonly text: string | undefined;
  readonly becomes: 'gone' | 'back' | 'as-before';
  /** What of it is as before again. */
  readonly fields: readonly FieldBack[];
}

/** One field of a thing: what it is now, and what it is again afterwards; null for nothing. */
export interface FieldBack {
  readonly name: string;
  readonly now: string | number | null;
  readonly again: string | number | null;
}

/** The local day of an instant. */
export function dayOfInstant(at: string): Day | undefined {
  const instant = new Date(at);
  return dayOf(instant.getFullYear(), instant.getMonth() + 1, instant.getDate());
}

/** A change as JSON, as `undo --json` prints it (see `docs/json.md`). */
export function changeJson({ what, at, effects }: LoggedChange): Record<string, unknown> {
  return {
    what,
    at,
    effects: effects.map(({ thing, id, deal, text, becomes, fields }) => ({
      thing,
      id: id ?? null,
      deal: deal ?? null,
      text: text ?? null,
      becomes,
      fields,
    })),
  };
}
