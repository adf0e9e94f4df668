import type { App } from '../app.ts';
import { SCHEMA_VERSION } from '../core/deal-json.ts';
import type { EntryOutcome } from '../core/entry-outcome.ts';
import { type Change, finishing, type Item, PATIENT_CHECKS } from '../core/follow-through.ts';
import { indented, line, type Line, quiet } from '../core/page.ts';
import { sayDay } from '../core/days/say-day.ts';
import { askOutcome } from '../debriefing/ask-outcome.ts';
import { itemsMeant } from '../debriefing/items-meant.ts';
import { sayItem } from '../pages/item-words.ts';

export interface DoneOptions {
  readonly outcome?: EntryOutcome;
  readonly note?: string;
}

/**
 * Marks actions and entries of the schedule as done, all of them or, if an id is unknown, none; the outcome of a call drives what comes
 * next, also where it is told after the call was closed.
 */
export async function done(app: App, ids: readonly string[], { outcome, note }: DoneOptions): Promise<void> {
  const store = await app.store('write');
  const items = await itemsMeant(app, store, ids, (id) => `lossdebrief done ${id}`);
  const closings: Closing[] = [];
  const closed = new Set<string>();
  for (const found of items) {
    // What this very call has given up is no longer ahead.
    const item = {
      ...found,
      state: closed.has(found.id) ? ('dropped' as const) : found.state,
      otherContact: found.otherContact.filter((id) => !closed.has(id)),
    };
    const how = outcome ?? (await askOutcome(app, item));
    const changes = finishing(item, how, note, app.clock.today);
    closings.push({ item, changes, outcome: outcomeIn(changes) ?? item.outcome, isLeft: isLeft(changes, outcome) });
    changes.forEach((change) => change.kind === 'close' && closed.add(change.id));
  }
  const changes = closings.flatMap((closing) => closing.changes);
  if (changes.length > 0) store.apply(`done ${items.map(({ id }) => id).join(' ')}`, changes, app.clock.today);
  await app.print({
    json: () => ({
      schemaVersion: SCHEMA_VERSION,
      done: closings.map(closingJson),
    }),
    page: () => closings.flatMap((closing) => closingLines(closing, closed)),
  });
}

/** One thing that was to be closed. */
interface Closing {
  readonly item: Item;
  readonly changes: readonly Change[];
  /** How it went, as it stands now. */
  readonly outcome: EntryOutcome | null;
  /** Whether an outcome was given and not taken. */
  readonly isLeft: boolean;
}

function outcomeIn(changes: readonly Change[]): EntryOutcome | undefined {
  return changes.flatMap((change) => ('outcome' in change ? (change.outcome ?? []) : []))[0];
}

function isLeft(changes: readonly Change[], given: EntryOutcome | undefined): boolean {
  return given !== undefined && outcomeIn(changes) === undefined;
}

function closingJson({ item: { id, kind, deal, state }, changes, outcome }: Closing): Record<string, unknown> {
  const next = nextOf(changes);
  return {
    id,
    kind,
    deal,
    wasClosed: state !== 'open',
    outcome,
    next: next ? { kind: next.kind, on: next.on, rule: next.rule } : null,
  };
}

function closingLines(closing: Closing, closed: ReadonlySet<string>): readonly Line[] {
  const { item, changes, outcome, isLeft: outcomeIsLeft } = closing;
  const isTold = changes.some(({ kind }) => kind === 'tell');
  if (item.state !== 'open' && !isTold) {
    return [
      line({ text: 'Closed before:', as: 'quiet' }, ` ${sayItem(item, outcome)}`),
      ...(outcomeIsLeft ? [indented(2, quiet(OUTCOME_TOO_LATE))] : []),
    ];
  }
  const first = isTold
    ? line({ text: 'Noted:', as: 'good' }, ` ${sayItem(item, outcome)}`)
    : line({ text: 'Done:', as: 'good' }, ` ${sayItem(item)}`);
  return [first, ...(outcomeIsLeft ? [indented(2, quiet(OUTCOME_TOO_LATE))] : []), ...nextLines(closing, closed)];
}

function nextLines({ item, changes }: Closing, closed: ReadonlySet<string>): readonly Line[] {
  const next = nextOf(changes);
  const lines: Line[] = [];
  if (changes.some(({ kind }) => kind === 'reopen'))
    lines.push(
      line(
        `${item.deal} is open again, and its loss stays on record. Once it is decided, mark the next call with --outcome won-back or still-lost.`,
      ),
    );
  if (changes.some(({ kind }) => kind === 'win-back'))
    lines.push(line(`${item.deal} is won back. The loss stays where it was, and the win counts from today.`));
  if (next) lines.push(line(`Next: ${sayDay(next.on)}, ${next.because}.`));
  if (next?.kind === 'check' && item.notYets + 1 >= PATIENT_CHECKS) {
    lines.push(
      line(
        quiet(
          `That was ${item.notYets + 1} times in vain. You may let it go: lossdebrief drop with the id of the next check.`,
        ),
      ),
    );
  }
  const stays = item.otherContact.filter((id) => !closed.has(id));
  const isToldHow = changes.some((change) => change.kind === 'tell' && change.outcome !== undefined);
  if (isToldHow && stays.length > 0) lines.push(line(`What was planned after it stays: ${stays.join(', ')}.`));
  return lines;
}

const OUTCOME_TOO_LATE =
  'What came of it was not changed. If closing it, or noting that, was your latest change, lossdebrief undo takes that back; then give the outcome.';

function nextOf(changes: readonly Change[]): (Change & { kind: 'add' })['entry'] | undefined {
  return changes.find((change) => change.kind === 'add')?.entry;
}
