import type { App } from '../app.ts';
import { SCHEMA_VERSION } from '../core/deal-json.ts';
import { changeJson, type LoggedChange } from '../core/logged-change.ts';
import { line, quiet } from '../core/page.ts';
import { EXIT, UserError } from '../core/user-error.ts';
import { isConfirmed } from '../debriefing/confirm.ts';
import { sayChange, undoPage } from '../pages/undo-page.ts';
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
  const asks = app.canAsk && !yes;
  if (asks) {
    await app.tell(undoPage(change));
    if (!(await isConfirmed(app, TAKE_BACK))) return app.tell([line('Nothing was taken back.')]);
  } else if (!yes) {
    throw nobodyToAsk(change, deletedDeal);
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

async function printNothing(app: App, store: Store, deletedDeal: string | undefined): Promise<void> {
  if (deletedDeal !== undefined) {
    throw new UserError(
      `There is no deleted deal ${deletedDeal}.`,
      'To take back the latest change: lossdebrief undo',
      EXIT.noSuchId,
    );
  }
  await app.print({ json: () => ({ schemaVersion: SCHEMA_VERSION, undone: null, draft: null }), page: () => [] });
  await app.tell([line(`There is nothing to take back in ${store.path}.`)]);
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
