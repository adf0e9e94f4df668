import type { App } from '../app.ts';
import { SCHEMA_VERSION } from '../core/deal-json.ts';
import { changeJson, type LoggedChange } from '../core/logged-change.ts';
import { line, type Page, quiet } from '../core/page.ts';
import { listed } from '../core/text/sentence.ts';
import { EXIT, UserError } from '../core/user-error.ts';
import { isConfirmed } from '../debriefing/confirm.ts';
import { answersKeptLines, sayChange, undoPage } from '../pages/undo-page.ts';
import type { Draft, Store } from '../store/store.ts';

export interface UndoOptions {
  readonly yes?: boolean;
}

/** Takes back the latest change of the records, or the deletion of one deal. What becomes of everything is said first. */
export async function undo(app: App, id: string | undefined, { yes = false }: UndoOptions): Promise<void> {
  const store = await app.store('write');
  const deletedDeal = id?.toUpperCase();
  const change = store.undo.next(deletedDeal);
  if (!change) return printNothing(app, store, deletedDeal);
  // A deal that is named is what was meant, whatever came after it.
  const purged = deletedDeal === undefined ? await store.purge.since(change.id) : [];
  const asks = app.canAsk && !yes;
  if (asks) {
    await app.tell([...purgedLines(purged, ' Before that:'), ...undoPage(change), ...answersKeptLines(change)]);
    if (!(await isConfirmed(app, purged.length === 0 ? TAKE_BACK : { ...TAKE_BACK, enter: 'no' })))
      return app.tell([line('Nothing was taken back.')]);
  } else if (!yes) {
    throw nobodyToAsk(change, deletedDeal);
  } else if (purged.length > 0) {
    throw notThatOne(purged, change);
  }
  return printUndone(app, change, store.undo.take(change.id, deletedDeal), !asks);
}

const TAKE_BACK = {
  id: 'undo',
  ask: 'Take it back?',
  why: 'The change log keeps both: what was changed, and that it was taken back. Once more goes further back.',
  yes: 'take it back',
  no: 'leave it as it is',
  enter: 'yes',
} as const;

function nobodyToAsk(change: LoggedChange, deletedDeal: string | undefined): UserError {
  return new UserError(
    `This would take back: ${sayChange(change)}. Nobody can be asked, so nothing was changed.`,
    `lossdebrief undo ${deletedDeal === undefined ? '' : `${deletedDeal} `}--yes`,
  );
}

/** Whoever has just deleted a deal for good means that, and not what they did before. */
function notThatOne(purged: readonly string[], change: LoggedChange): UserError {
  return new UserError(
    `${sayPurged(purged)} Nothing was changed.`,
    `Before that came ${sayChange(change)}. To take that back, on a terminal: lossdebrief undo`,
  );
}

function purgedLines(purged: readonly string[], then = ''): Page {
  return purged.length === 0 ? [] : [line(`${sayPurged(purged)}${then}`)];
}

function sayPurged(purged: readonly string[]): string {
  return purged.length === 1
    ? `${listed(purged)} was deleted for good, and that cannot be taken back.`
    : `${listed(purged)} were deleted for good, and none of them can be taken back.`;
}

async function printNothing(app: App, store: Store, deletedDeal: string | undefined): Promise<void> {
  if (deletedDeal !== undefined) throw notDeleted(store, deletedDeal);
  await app.print({ json: () => ({ schemaVersion: SCHEMA_VERSION, undone: null, draft: null }), page: () => [] });
  await app.tell([...purgedLines(await store.purge.since()), line(`There is nothing to take back in ${store.path}.`)]);
}

function notDeleted(store: Store, deal: string): UserError {
  return store.isPurged(deal)
    ? new UserError(
        sayPurged([deal]),
        'A backup from before has it, if you kept one: lossdebrief restore FILE',
        EXIT.noSuchId,
      )
    : new UserError(
        `There is no deleted deal ${deal}.`,
        'To take back the latest change: lossdebrief undo',
        EXIT.noSuchId,
      );
}

async function printUndone(app: App, change: LoggedChange, draft: Draft | undefined, tellsAll: boolean): Promise<void> {
  const how = draft && (await howToGoOn(app, draft));
  await app.print({
    json: () => ({ schemaVersion: SCHEMA_VERSION, undone: changeJson(change), draft: draft?.id ?? null }),
    page: () => [
      ...(tellsAll ? undoPage(change) : []),
      line({ text: 'Taken back.', as: 'good' }),
      ...(draft ? [line(`Its answers are kept as ${draft.id}.`, quiet(` To go on with them: ${how}`))] : []),
    ],
  });
}

/** A later look is gone on with by its deal. */
async function howToGoOn(app: App, { id, framework, dealId }: Draft): Promise<string> {
  const { frameworks } = await app.catalog();
  const isQuick = frameworks.find((one) => one.id === framework)?.pass === 'quick';
  return isQuick || dealId === undefined ? `lossdebrief new --resume ${id}` : `lossdebrief review ${dealId}`;
}
