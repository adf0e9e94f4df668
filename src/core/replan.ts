import type { DealRecord, EntryKind, Plan, PlannedAction, PlannedEntry } from './debrief.ts';
import type { Day } from './days/day.ts';

type HeldAction = DealRecord['actions'][number];
type HeldEntry = DealRecord['otherEntries'][number];

/** One change of a plan that is on file, after answers were corrected. */
export type PlanChange =
  | { readonly kind: 'add-action'; readonly action: PlannedAction }
  | { readonly kind: 'reword-action'; readonly id: HeldAction['id']; readonly action: PlannedAction }
  | { readonly kind: 'drop-action'; readonly action: HeldAction }
  | { readonly kind: 'add-entry'; readonly entry: PlannedEntry; readonly isHeadline: boolean }
  | {
      readonly kind: 'move-entry';
      readonly id: HeldEntry['id'];
      readonly from: Day;
      readonly entry: PlannedEntry;
    }
  | { readonly kind: 'drop-entry'; readonly entry: HeldEntry }
  /** It would be another day, but it is closed already. */
  | { readonly kind: 'leave'; readonly entry: HeldEntry };

/**
 * What corrected answers change in a plan that is on file. Both plans are made with the eyes of today, so that they differ by
 * the answers alone, and only that difference is carried over: what is done stays done, what was moved by hand stays where it
 * is unless its own date changes, and once the headline call is over the dates of contact are the person's.
 */
export function replan(held: DealRecord, before: Plan, after: Plan, today: Day): readonly PlanChange[] {
  return [
    ...actionChanges(held.actions, before.actions, after.actions),
    ...headlineChanges(held.followUp, before.followUp, after.followUp),
    ...scheduleChanges(held, before, after, today),
  ];
}

/** A change of the plan as JSON (see `docs/json.md`); what is new has its id in the record. */
export function planChangeJson(change: PlanChange): Record<string, unknown> {
  switch (change.kind) {
    case 'add-action':
      return { change: 'added', id: null, kind: 'action', from: null, on: change.action.due };
    case 'reword-action':
      return { change: 'reworded', id: change.id, kind: 'action', from: null, on: null };
    case 'drop-action':
      return { change: 'dropped', id: change.action.id, kind: 'action', from: change.action.due, on: null };
    case 'add-entry':
      return { change: 'added', id: null, kind: change.entry.kind, from: null, on: change.entry.on };
    case 'move-entry':
      return { change: 'moved', id: change.id, kind: change.entry.kind, from: change.from, on: change.entry.on };
    case 'drop-entry':
      return { change: 'dropped', id: change.entry.id, kind: change.entry.kind, from: change.entry.on, on: null };
    case 'leave':
      return { change: 'left', id: change.entry.id, kind: change.entry.kind, from: change.entry.on, on: null };
  }
}

function actionChanges(
  held: readonly HeldAction[],
  before: readonly PlannedAction[],
  after: readonly PlannedAction[],
): readonly PlanChange[] {
  const rules = new Set([...after, ...before].map(({ rule }) => rule));
  return [...rules].flatMap((rule): readonly PlanChange[] => {
    const onFile = held.findLast((action) => action.rule === rule);
    const was = before.find((action) => action.rule === rule);
    const is = after.find((action) => action.rule === rule);
    if (!is) return onFile?.state === 'open' ? [{ kind: 'drop-action', action: onFile }] : [];
    if (onFile?.state === 'open') {
      return was && reads(was, is) ? [] : [{ kind: 'reword-action', id: onFile.id, action: is }];
    }
    return was || onFile?.state === 'done' ? [] : [{ kind: 'add-action', action: is }];
  });
}

function reads(one: PlannedAction, other: PlannedAction): boolean {
  return one.text === other.text && one.because === other.because && one.message === other.message;
}

function headlineChanges(
  held: HeldEntry | undefined,
  was: PlannedEntry | undefined,
  is: PlannedEntry | undefined,
): readonly PlanChange[] {
  if (!is) return was && held && isOpen(held) ? [dropped(held)] : [];
  if (!was || !held) return [{ kind: 'add-entry', entry: is, isHeadline: true }];
  if (isSame(was, is)) return [];
  if (!isOpen(held)) return [{ kind: 'leave', entry: held }];
  const wasMovedByHand = held.on !== was.on;
  return was.on === is.on && wasMovedByHand ? [] : [{ kind: 'move-entry', id: held.id, from: held.on, entry: is }];
}

function isSame(one: PlannedEntry, other: PlannedEntry): boolean {
  return one.kind === other.kind && one.on === other.on && one.rule === other.rule && one.because === other.because;
}

function scheduleChanges(
  { followUp, otherEntries }: DealRecord,
  before: Plan,
  after: Plan,
  today: Day,
): readonly PlanChange[] {
  if (before.followUp && !after.followUp) return otherEntries.filter(isOpen).map(dropped);
  const kinds = new Set([...before.otherEntries, ...after.otherEntries].map(({ kind }) => kind));
  const isOver = before.followUp !== undefined && followUp !== undefined && !isOpen(followUp);
  return [...kinds].flatMap((kind) => {
    const open = otherEntries.filter((entry) => entry.kind === kind && isOpen(entry));
    const [was, is] = [ofKind(before, kind), ofKind(after, kind)];
    if (is.length === 0) return open.map(dropped);
    return isOver && kind !== 'second-look' ? [] : shifted(open, was, is, today);
  });
}

function isOpen({ state }: HeldEntry): boolean {
  return state === 'open';
}

function dropped(entry: HeldEntry): PlanChange {
  return { kind: 'drop-entry', entry };
}

function ofKind({ otherEntries }: Plan, kind: EntryKind): readonly PlannedEntry[] {
  return otherEntries.filter((entry) => entry.kind === kind);
}

/** The days that are no longer planned move to those that are newly so, one after the other; the rest goes or comes. */
function shifted(
  open: readonly HeldEntry[],
  was: readonly PlannedEntry[],
  is: readonly PlannedEntry[],
  today: Day,
): readonly PlanChange[] {
  const onFile = pairs(was, open, today);
  const gone = was.filter(({ on }) => !is.some((entry) => entry.on === on));
  const fresh = is.filter(({ on }) => !was.some((entry) => entry.on === on));
  const left = gone.flatMap((planned, index): readonly PlanChange[] => {
    const entry = onFile.get(planned);
    const to = fresh[index];
    if (!entry) return [];
    return to ? [{ kind: 'move-entry', id: entry.id, from: entry.on, entry: to }] : [dropped(entry)];
  });
  const added = fresh.slice(gone.length).map((entry): PlanChange => ({ kind: 'add-entry', entry, isHeadline: false }));
  return [...left, ...added];
}

/**
 * Which entry on file each planned one is: that of its day; else one that was moved by hand, the last with the last. One that
 * is late belongs to a day that is over, and so to none of these.
 */
function pairs(
  planned: readonly PlannedEntry[],
  open: readonly HeldEntry[],
  today: Day,
): ReadonlyMap<PlannedEntry, HeldEntry> {
  const found = new Map<PlannedEntry, HeldEntry>();
  for (const entry of planned) {
    const sameDay = open.find(({ on }) => on === entry.on);
    if (sameDay) found.set(entry, sameDay);
  }
  const taken = new Set(found.values());
  const moved = open.filter((entry) => !taken.has(entry) && entry.on >= today);
  for (const entry of planned.filter((one) => !found.has(one)).toReversed()) {
    const last = moved.pop();
    if (last) found.set(entry, last);
  }
  return found;
}
