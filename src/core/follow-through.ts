import { addMonths, movedOffWeekend, nextBusinessDay } from './days/calendar.ts';
import { addDays, type Day } from './days/day.ts';
import type { EntryKind, PlannedAction, PlannedEntry } from './debrief.ts';
import type { EntryOutcome } from './entry-outcome.ts';
import { onTheirNextDay, type TheirDay } from './their-day.ts';
import { EXIT, UserError } from './user-error.ts';

/** An action or an entry of the schedule, as far as closing or moving it needs. */
export interface Item {
  readonly id: `A${number}` | `F${number}`;
  readonly kind: EntryKind | 'action';
  readonly state: 'open' | 'done' | 'dropped';
  readonly on: Day;
  readonly time: string | null;
  readonly channel: string | null;
  /** An action's text; null for entries. */
  readonly text: string | null;
  readonly dealId: `D${number}`;
  readonly deal: string;
  readonly decidedOn: Day | null;
  /** How it went; null where that was not told, and for actions. */
  readonly outcome: EntryOutcome | null;
  /** Whether its deal was open again after the loss, and whether it was won back. */
  readonly isReopened: boolean;
  readonly isWonBack: boolean;
  /** Further open entries of contact with the same account: calls, touches and checks. */
  readonly otherContact: readonly `F${number}`[];
  /** The days that they named in the debrief, over or to come. */
  readonly theirDays: readonly TheirDay[];
  /** How often the condition of this account was looked at in vain. */
  readonly notYets: number;
}

/** One change to what is due. Several are kept together or not at all. */
export type Change =
  | {
      readonly kind: 'close';
      readonly id: string;
      readonly state: 'done' | 'dropped';
      readonly outcome?: EntryOutcome | undefined;
      readonly note?: string | undefined;
    }
  /** What is told of something that stays closed. */
  | {
      readonly kind: 'tell';
      readonly id: string;
      readonly outcome?: EntryOutcome | undefined;
      readonly note?: string | undefined;
    }
  | { readonly kind: 'move'; readonly id: string; readonly on: Day }
  | { readonly kind: 'add'; readonly dealId: string; readonly entry: PlannedEntry }
  | { readonly kind: 'add-action'; readonly dealId: string; readonly action: PlannedAction }
  | { readonly kind: 'reopen' | 'win-back'; readonly dealId: string };

/** How an item may be closed. */
export function outcomesOf(kind: Item['kind']): readonly EntryOutcome[] {
  if (kind === 'follow-up' || kind === 'touch') return ['reopened', 'won-back', 'still-lost', 'no-answer'];
  return kind === 'check' || kind === 'regret-check' ? ['happened', 'not-yet'] : [];
}

/**
 * What marking an item as done changes: it is closed, and its outcome drives what comes next. While the door is open and
 * two years have not passed, there is always one more useful touch ahead (Amy Volas, lesson 2),
 * and no day that they named falls before it unseen. Of something closed before, see `toldLater`.
 */
export function finishing(
  item: Item,
  given: EntryOutcome | undefined,
  note: string | undefined,
  today: Day,
): readonly Change[] {
  refuseOutcome(item, given);
  if (item.state !== 'open') return toldLater(item, given, note, today);
  // A condition that was looked at and not heard of since has not come true yet.
  const outcome = given ?? (item.kind === 'check' ? 'not-yet' : undefined);
  const closed: Change = { kind: 'close', id: item.id, state: 'done', outcome, note };
  if (outcome === 'won-back' || outcome === 'reopened') return [closed, ...turned(item, outcome, today)];
  const next = nextEntry(item, outcome, today);
  return next ? [closed, { kind: 'add', dealId: item.dealId, entry: next }] : [closed];
}

/**
 * What is told of something that was closed before: how it went, where nobody said so then, and a note. The next contact was planned
 * when it was closed, and stays or is given up; only a deal that is open again or won back has another course now.
 */
function toldLater(
  item: Item,
  outcome: EntryOutcome | undefined,
  note: string | undefined,
  today: Day,
): readonly Change[] {
  if (item.state === 'dropped') return [];
  const isNew = outcome !== undefined && item.outcome === null;
  if (!isNew) return note === undefined ? [] : [{ kind: 'tell', id: item.id, note }];
  const told: Change = { kind: 'tell', id: item.id, outcome, note };
  if (outcome === 'won-back' && !item.isWonBack) return [told, ...turned(item, outcome, today)];
  return outcome === 'reopened' && !item.isReopened ? [told, ...turned(item, outcome, today)] : [told];
}

/** A deal that is open again or won back: what was planned before is over. */
function turned(item: Item, outcome: 'reopened' | 'won-back', today: Day): readonly Change[] {
  const { dealId } = item;
  const others = item.otherContact.map((id): Change => ({ kind: 'close', id, state: 'dropped' }));
  if (outcome === 'won-back') return [...others, { kind: 'win-back', dealId }];
  const on = movedOffWeekend(addDays(today, REOPENED_DAYS));
  const next = entry(item, 'follow-up', on, 'reopened', 'the deal is open again');
  return [...others, { kind: 'reopen', dealId }, { kind: 'add', dealId, entry: next }];
}

/** After this many looks at a condition in vain, it is time to let it go. */
export const PATIENT_CHECKS = 4;

/** A deal that is open again is asked after so soon, until it is won back or lost for good. */
const REOPENED_DAYS = 14;
const QUARTER = 3;
const TOUCH_MONTHS = 24;

function refuseOutcome({ id, kind }: Item, outcome: EntryOutcome | undefined): void {
  const allowed = outcomesOf(kind);
  if (outcome === undefined || allowed.includes(outcome)) return;
  throw new UserError(
    `${id} cannot end as "${outcome}".`,
    allowed.length === 0 ? `Leave the outcome out: lossdebrief done ${id}` : `Use one of: ${allowed.join(', ')}`,
    EXIT.usage,
  );
}

function nextEntry(item: Item, outcome: EntryOutcome | undefined, today: Day): PlannedEntry | undefined {
  // Whether they came to regret it is about one's own view of rivals, and no reason to call.
  if (item.kind === 'regret-check') return undefined;
  if (outcome === 'happened') {
    return entry(item, 'follow-up', nextBusinessDay(today), 'trigger', 'what they waited for has come true');
  }
  const keepsContact = outcome === 'not-yet' || item.kind === 'follow-up' || item.kind === 'touch';
  if (!keepsContact || item.otherContact.length > 0) return undefined;
  const theirs = onTheirNextDay(item.theirDays, today, quarterFrom(today));
  if (theirs) return entry(item, theirs.kind, theirs.on, theirs.rule, theirs.because);
  return outcome === 'not-yet'
    ? entry(item, 'check', quarterFrom(today), 'trigger-check', 'the condition is checked each quarter')
    : nextTouch(item, today);
}

function nextTouch(item: Item, today: Day): PlannedEntry | undefined {
  const on = quarterFrom(today);
  const last = addMonths(item.decidedOn ?? today, TOUCH_MONTHS);
  // A weekend must not end the door's two years early.
  return on > addDays(last, 2)
    ? undefined
    : entry(item, 'touch', on, 'quarterly', 'one useful thing each quarter, for two years after the no');
}

function quarterFrom(today: Day): Day {
  return movedOffWeekend(addMonths(today, QUARTER));
}

function entry({ time, channel }: Item, kind: EntryKind, on: Day, rule: string, because: string): PlannedEntry {
  return { kind, on, time: time ?? '09:00', channel: channel ?? 'phone', rule, because };
}
