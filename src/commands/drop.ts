import type { App } from '../app.ts';
import { SCHEMA_VERSION } from '../core/deal-json.ts';
import { line } from '../core/page.ts';
import { shellWord } from '../core/text/shell-word.ts';
import { UserError } from '../core/user-error.ts';
import { itemsMeant } from '../debriefing/items-meant.ts';
import { sayItem } from '../pages/item-words.ts';

export interface DropOptions {
  readonly why?: string;
}

/**
 * Gives up open actions and entries, with the reason: what is dropped is a decision too. What was closed before stays as it is.
 * Throws `UserError` without a reason, and for an id that is not there.
 */
export async function drop(app: App, args: readonly string[], { why }: DropOptions): Promise<void> {
  if (why === undefined || why.trim() === '') {
    throw new UserError('A word on why, please: it is only for you.', example(args.map(shellWord).join(' ')));
  }
  const store = await app.store('write');
  const items = await itemsMeant(app, store, args, example);
  const open = items.filter(({ state }) => state === 'open');
  const changes = open.map(({ id }) => ({ kind: 'close', id, state: 'dropped', note: why.trim() }) as const);
  if (changes.length > 0) store.apply(`drop ${items.map(({ id }) => id).join(' ')}`, changes, app.clock.today);
  await app.print({
    json: () => ({
      schemaVersion: SCHEMA_VERSION,
      dropped: items.map(({ id, kind, deal, state }) => ({ id, kind, deal, wasClosed: state !== 'open' })),
    }),
    page: () => items.map((item) => line(item.state === 'open' ? 'Dropped: ' : 'Closed before: ', sayItem(item))),
  });
}

function example(ids: string): string {
  return `lossdebrief drop ${ids} --why "no longer the right thing"`;
}
