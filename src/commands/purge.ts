import type { App } from '../app.ts';
import { APART } from '../core/asked.ts';
import { SCHEMA_VERSION } from '../core/deal-json.ts';
import { idSpan, line } from '../core/page.ts';
import { isNameTyped, type Purged, type PurgeableDeal } from '../core/purge.ts';
import { UserError } from '../core/user-error.ts';
import { unlessStopped } from '../debriefing/confirm.ts';
import { knownDeal } from '../debriefing/deal-on-file.ts';
import { purgedPage, sayPurgeable } from '../pages/purge-page.ts';
import type { Store } from '../store/store.ts';

export interface PurgeOptions {
  readonly yes?: boolean;
}

/** Deletes a deal for good, after a backup: nothing of it stays in the file, and the person hears where else it is. */
export async function purge(app: App, idOrName: string, { yes = false }: PurgeOptions): Promise<void> {
  const store = await app.store('write');
  const deal = await purgeable(store, idOrName);
  if (!deal) return finish(app, store, idOrName.toUpperCase());
  if (!yes && !(await mayPurge(app, deal))) return app.tell([line('Nothing was deleted.')]);
  const purged = await store.purge.take(deal.id);
  await app.print({ json: () => purgedJson(deal, purged), page: () => purgedPage(deal, purged) });
}

/** A deal that is out of sight is known by its id alone. Undefined: it was deleted for good before. */
async function purgeable(store: Store, idOrName: string): Promise<PurgeableDeal | undefined> {
  const found = await store.purge.find(idOrName);
  if (found || store.isPurged(idOrName)) return found;
  return store.purge.find(knownDeal(store, idOrName).deal.id);
}

async function mayPurge(app: App, deal: PurgeableDeal): Promise<boolean> {
  const { id, name } = deal;
  if (!app.canAsk) {
    throw new UserError(
      `Nobody can be asked whether ${id} (${name}) may go for good. Nothing was deleted.`,
      `lossdebrief delete ${id} --purge --yes`,
    );
  }
  await app.tell([
    line(`For good: ${sayPurgeable(deal)}.`),
    line('A backup is made first. After that nothing of it stays in this file, and undo cannot bring it back.'),
  ]);
  const terminal = await app.terminal();
  const reply = await unlessStopped(() => terminal.ask(nameQuestion(deal)));
  return reply.kind === 'answers' && reply.answers[TYPED] === 'yes';
}

const TYPED = 'purge';

function nameQuestion({ id, name }: PurgeableDeal) {
  return {
    id: TYPED,
    ...APART,
    ask: `To delete ${id} for good, type its name: ${name}`,
    hint: undefined,
    why: ['A name is not typed by mistake, as a key is pressed.'],
    enter: { label: 'keep it', answers: {} },
    form: {
      form: 'line' as const,
      read: (typed: string) =>
        isNameTyped(typed, name)
          ? { value: { [TYPED]: 'yes' } }
          : { problem: `That is not the name of ${id}. Enter alone keeps it.` },
    },
    canGoBack: false,
    onlyOnceShown: true,
  };
}

/** Once more where the file could not be written anew, or the program was stopped before it was. */
async function finish(app: App, store: Store, id: string): Promise<void> {
  await store.purge.finish(id);
  await app.print({
    json: () => ({
      schemaVersion: SCHEMA_VERSION,
      purged: { id, name: null },
      backup: null,
      copies: [],
      named: [],
      drafts: [],
      isFromCrm: false,
    }),
    page: () => [line(idSpan(id), ' was deleted for good before. The file is written anew, without what it left.')],
  });
}

function purgedJson({ id, name, isFromCrm }: PurgeableDeal, { kept, copies, named, drafts }: Purged) {
  return { schemaVersion: SCHEMA_VERSION, purged: { id, name }, backup: kept, copies, named, drafts, isFromCrm };
}
