import type { App } from '../app.ts';
import { SCHEMA_VERSION } from '../core/deal-json.ts';
import type { DealRecord } from '../core/debrief.ts';
import { idSpan, line, quiet } from '../core/page.ts';
import { counted, listed } from '../core/text/sentence.ts';
import { UserError } from '../core/user-error.ts';
import { isConfirmed } from '../debriefing/confirm.ts';
import { knownDeal } from '../debriefing/deal-on-file.ts';

export interface DeleteOptions {
  readonly yes?: boolean;
}

/** Puts a deal out of sight, with all that belongs to it. Nothing of it leaves the file. */
export async function deleteDeal(app: App, id: string, { yes = false }: DeleteOptions): Promise<void> {
  const store = await app.store('write');
  const record = knownDeal(store, id);
  const { deal } = record;
  const along = belongings(record);
  if (!yes && !(await mayDelete(app, record, along))) return app.tell([line('Nothing was deleted.')]);
  store.deleteDeal(deal.id);
  await app.print({
    json: () => ({
      schemaVersion: SCHEMA_VERSION,
      deleted: { id: deal.id, name: deal.name },
      actions: openIds(record.actions),
      schedule: openIds(scheduleOf(record)),
    }),
    page: () => [
      line('Deleted: ', idSpan(deal.id), ` ${deal.name}${along === '' ? '' : `, with ${along}`}.`),
      line(quiet(`To bring it back: lossdebrief undo ${deal.id}`)),
    ],
  });
}

async function mayDelete(app: App, { deal }: DealRecord, along: string): Promise<boolean> {
  if (!app.canAsk) {
    throw new UserError(
      `Nobody can be asked whether ${deal.id} (${deal.name}) may go. Nothing was deleted.`,
      `lossdebrief delete ${deal.id} --yes`,
    );
  }
  return isConfirmed(app, {
    id: 'delete',
    ask: `Delete ${deal.id}, ${deal.name}${along === '' ? '' : `, with ${along}`}?`,
    why: `It goes out of sight and stays in the file. lossdebrief undo ${deal.id} brings it back.`,
    yes: 'delete it',
    no: 'keep it',
    enter: 'no',
  });
}

/** What goes out of sight with a deal: `its debrief, 4 open actions and 2 days in the schedule`. */
function belongings(record: DealRecord): string {
  const actions = openIds(record.actions).length;
  const entries = openIds(scheduleOf(record)).length;
  return listed([
    ...(record.debrief ? ['its debrief'] : []),
    ...(record.touches.length === 0 ? [] : ['its log']),
    ...(actions === 0 ? [] : [counted(actions, 'open action')]),
    ...(entries === 0 ? [] : [`${counted(entries, 'day')} in the schedule`]),
  ]);
}

function scheduleOf({ followUp, otherEntries }: DealRecord): DealRecord['otherEntries'] {
  return followUp ? [followUp, ...otherEntries] : otherEntries;
}

function openIds(items: readonly { readonly id: string; readonly state: string }[]): readonly string[] {
  return items.filter(({ state }) => state === 'open').map(({ id }) => id);
}
