import type { App } from '../app.ts';
import { SCHEMA_VERSION } from '../core/deal-json.ts';
import type { EntryOutcome } from '../core/entry-outcome.ts';
import { type Change, finishing, type Item, PATIENT_CHECKS } from '../core/follow-through.ts';
import { indented, line, type Line, quiet } from '../core/page.ts';
import { sayDay } from '../core/days/say-day.ts';
import { askOutcome } from '../debriefing/ask-outcome.ts';
import { sayItem } from '../pages/item-words.ts';

export interface DoneOptions {
  readonly outcome?: EntryOutcome;
  readonly note?: string;
}

/** Marks actions and entries of the schedule as done, all of them or, if an id is unknown, none; the outcome of a call drives what comes next. */
export async function done(app: App, ids: readonly string[], { outcome, note }: DoneOptions): Promise<void> {
  const store = await app.store('write');
  const items = store.items([...new Set(ids.map((id) => id.toUpperCase()))]);
  const closings: { item: Item; changes: readonly Change[] }[] = [];
  const closed = new Set<string>();
  for (const found of items) {
    // What this very call has closed is no longer ahead.
    const item = {
      ...found,
      state: closed.has(found.id) ? ('done' as const) : found.state,
      otherContact: found.otherContact.filter((id) => !closed.has(id)),
    };
    const how = outcome ?? (await askOutcome(app, item));
    const changes = finishing(item, how, note, app.clock.today);
    closings.push({ item, changes });
    changes.forEach((change) => change.kind === 'close' && closed.add(change.id));
  }
  const changes = closings.flatMap((closing) => closing.changes);
  if (changes.length > 0) store.apply(`done ${items.map(({ id }) => id).join(' ')}`, changes, app.clock.today);
  await app.print({
    json: () => ({
      schemaVersion: SCHEMA_VERSION,
      done: closings.map(({ item, changes: made }) => closingJson(item, made)),
    }),
    page: () => closings.flatMap(({ item, changes: made }) => closingLines(item, made, outcome !== undefined)),
  });
}

function closingJson({ id, kind, deal, state }: Item, changes: readonly Change[]): Record<string, unknown> {
  const next = nextOf(changes);
  return {
    id,
    kind,
    deal,
    wasClosed: state !== 'open',
    next: next ? { kind: next.kind, on: next.on, rule: next.rule } : null,
  };
}

function closingLines(item: Item, changes: readonly Change[], hasOutcome: boolean): readonly Line[] {
  if (item.state !== 'open') {
    return [
      line({ text: 'Closed before:', as: 'quiet' }, ` ${sayItem(item)}`),
      ...(hasOutcome ? [indented(2, quiet(OUTCOME_TOO_LATE))] : []),
    ];
  }
  const next = nextOf(changes);
  const lines = [line({ text: 'Done:', as: 'good' }, ` ${sayItem(item)}`)];
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
  return lines;
}

const OUTCOME_TOO_LATE =
  'What came of it was not changed. If closing it was your latest change, lossdebrief undo opens it again; then give the outcome.';

function nextOf(changes: readonly Change[]): (Change & { kind: 'add' })['entry'] | undefined {
  return changes.find((change) => change.kind === 'add')?.entry;
}
