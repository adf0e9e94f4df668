import type { App } from '../app.ts';
import { SCHEMA_VERSION } from '../core/deal-json.ts';
import type { Item } from '../core/follow-through.ts';
import { line } from '../core/page.ts';
import { shellWord } from '../core/text/shell-word.ts';
import { UserError } from '../core/user-error.ts';
import { unlessStopped } from '../debriefing/confirm.ts';
import { itemsMeant } from '../debriefing/items-meant.ts';
import { askLine, type SideQuestion } from '../debriefing/side-question.ts';
import { sayItem } from '../pages/item-words.ts';

export interface DropOptions {
  readonly why?: string;
}

/**
 * Gives up open actions and entries, with the reason: what is dropped is a decision too. What was closed before stays as it is.
 * Throws `UserError` without a reason where nobody can be asked for it, and for an id that is not there.
 */
export async function drop(app: App, args: readonly string[], options: DropOptions): Promise<void> {
  const given = options.why?.trim() ?? '';
  if (given === '' && !app.canAsk) {
    throw new UserError('A word on why, please: it is only for you.', example(args.map(shellWord).join(' ')));
  }
  const store = await app.store('write');
  const items = await itemsMeant(app, store, args, example);
  const open = items.filter(({ state }) => state === 'open');
  const note = given === '' && open.length > 0 ? await askWhy(app, open) : given;
  const changes = open.map(({ id }) => ({ kind: 'close', id, state: 'dropped', note }) as const);
  if (changes.length > 0) store.apply(`drop ${items.map(({ id }) => id).join(' ')}`, changes, app.clock.today);
  await app.print({
    json: () => ({
      schemaVersion: SCHEMA_VERSION,
      dropped: items.map(({ id, kind, deal, state }) => ({ id, kind, deal, wasClosed: state !== 'open' })),
    }),
    page: () => items.map((item) => line(item.state === 'open' ? 'Dropped: ' : 'Closed before: ', sayItem(item))),
  });
}

async function askWhy(app: App, open: readonly Item[]): Promise<string | undefined> {
  await app.tell(open.map((item) => line(sayItem(item))));
  return unlessStopped(() => askLine(app, open.length === 1 ? { ...WHY, ask: 'Why give it up?' } : WHY));
}

const WHY: SideQuestion = {
  id: 'why',
  ask: 'Why give them up?',
  hint: 'A few words, only for you.',
  why: 'What is given up is a decision too, and its reason is what you will want to know later.',
  required: true,
};

function example(ids: string): string {
  return `lossdebrief drop ${ids} --why "no longer the right thing"`;
}
