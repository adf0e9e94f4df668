import type { Contact } from '../answers.ts';
import { type Day, daysBetween } from '../days/day.ts';
import type { EntryKind } from '../debrief.ts';
import { type Money, toMajor } from '../money/money.ts';

/** One thing that is due, with all that a call sheet needs. What does not apply is null. */
export interface DueRow {
  readonly id: `A${number}` | `F${number}`;
  readonly kind: EntryKind | 'action';
  readonly on: Day;
  readonly time: string | null;
  readonly channel: string | null;
  /** The rule that made the action or set the date. */
  readonly rule: string;
  readonly because: string;
  /** An action's own text; null for entries of the schedule. */
  readonly text: string | null;
  readonly dealId: `D${number}`;
  readonly deal: string;
  readonly decidedOn: Day | null;
  readonly amount: Money | null;
  readonly contractMonths: number | null;
  readonly winner: string | null;
  /** The code of the reason that its own debrief counts under. */
  readonly primaryReason: string | null;
  readonly contact: Contact | null;
  /** Their words. */
  readonly said: string | null;
  readonly terms: string | null;
  readonly trigger: string | null;
  /** The day of the last touch on record. */
  readonly lastAttempt: Day | null;
}

/** What came back through an open door. Currencies are never added up. */
export interface WonBack {
  readonly deals: number;
  readonly value: readonly { readonly money: Money; readonly deals: number }[];
}

/** How many days late; 0 for what is due today or later. */
export function daysLate(row: DueRow, today: Day): number {
  return daysLateOn(row.on, today);
}

/** How many days late something is that was due on a day; 0 for today or later. */
export function daysLateOn(on: Day, today: Day): number {
  return on < today ? daysBetween(on, today) : 0;
}

/** What to do, in one sentence. */
export function dueText(row: DueRow): string {
  return row.kind === 'action'
    ? (row.text ?? '')
    : ENTRY_TEXTS[row.kind](row, row.contact?.name ?? `your contact at ${row.deal}`);
}

const ENTRY_TEXTS: Readonly<Record<EntryKind, (row: DueRow, who: string) => string>> = {
  'follow-up': (_row, who) => `Call ${who}.`,
  touch: (_row, who) => `Send ${who} one useful thing, no ask attached.`,
  check: ({ trigger }, who) =>
    trigger === null ? `Ask ${who} whether anything has changed.` : `Has it happened? ${trigger}`,
  'second-look': ({ deal }) => `Look at ${deal} once more, with some distance.`,
  'regret-check': ({ deal }) => `Did it go as you expected at ${deal}?`,
  feedback: (_row, who) => `Ask ${who} once more for an answer.`,
};

/** An item of `due --json` (see `docs/json.md`). */
export function dueJson(row: DueRow, today: Day): Record<string, unknown> {
  return {
    id: row.id,
    kind: row.kind,
    on: row.on,
    time: row.time,
    daysLate: daysLate(row, today),
    text: dueText(row),
    deal: { id: row.dealId, name: row.deal },
    contact: row.contact,
    said: row.said,
    winner: row.winner,
    terms: row.terms,
    amount: row.amount ? toMajor(row.amount) : null,
    currency: row.amount?.currency ?? null,
    rule: row.rule,
    because: row.because,
    lastAttempt: row.lastAttempt,
  };
}
