import type { App } from '../app.ts';
import type { Read } from '../core/answers.ts';
import type { Day } from '../core/days/day.ts';
import { SCHEMA_VERSION } from '../core/deal-json.ts';
import type { Item } from '../core/follow-through.ts';
import { type IdsAndWords, splitIds } from '../core/text/id-words.ts';
import { shellWord } from '../core/text/shell-word.ts';
import { indented, line, type Page, quiet } from '../core/page.ts';
import { readDay } from '../core/days/read-day.ts';
import { sayDay } from '../core/days/say-day.ts';
import { passedOver } from '../core/passed-over.ts';
import { UserError } from '../core/user-error.ts';
import { dealOnFile } from '../debriefing/deal-on-file.ts';
import { itemsMeant } from '../debriefing/items-meant.ts';
import { movedEarlier, sayItem, sayPassedOver } from '../pages/item-words.ts';

/**
 * Moves open actions and entries to another day: `snooze F7 in 2 weeks`, or `snooze Contoso in 2 weeks` where one thing is open for it. All of them or none: throws `UserError` for a day that is
 * not understood or over, for an id that is not there, and for one that is closed.
 */
export async function snooze(app: App, args: readonly string[]): Promise<void> {
  const { ids, words } = await split(app, args);
  const { value: on, understood = sayDay(on) } = await readWhen(ids, words, app.clock.today);
  const store = await app.store('write');
  const items = await itemsMeant(app, store, ids, (id) => `lossdebrief snooze ${id} in 2 weeks`);
  refuseClosed(items);
  const moved = items.filter((item) => item.on !== on);
  const changes = moved.map(({ id }) => ({ kind: 'move', id, on }) as const);
  if (changes.length > 0) store.apply(`snooze ${moved.map(({ id }) => id).join(' ')}`, changes, app.clock.today);
  await app.print({
    json: () => ({
      schemaVersion: SCHEMA_VERSION,
      on,
      snoozed: items.map(({ id, kind, deal, on: was }) => ({ id, kind, deal, was })),
    }),
    page: () => items.flatMap((item) => movedLines(item, on, understood)),
  });
}

function movedLines(item: Item, on: Day, understood: string): Page {
  if (item.on === on) return [line(`On ${sayDay(on)} already: ${sayItem(item)}`)];
  const passed = passedOver(item, on);
  return [
    line(`Moved to ${understood}: ${sayItem(item)}`),
    ...(on < item.on ? [indented(2, quiet(`${movedEarlier(item.on)} To take it back: lossdebrief undo`))] : []),
    ...(passed ? [indented(2, sayPassedOver(passed))] : []),
  ];
}

/** What is to be moved, and the words for the day: ids come first, or the name of a deal. */
async function split(app: App, args: readonly string[]): Promise<IdsAndWords> {
  const given = splitIds(args);
  if (given.ids.length > 0) return given;
  const store = await app.store('write');
  for (let end = args.length; end > 0; end -= 1) {
    const name = args.slice(0, end).join(' ');
    if (dealOnFile(store, name)) return { ids: [name], words: args.slice(end).join(' ') };
  }
  return given;
}

async function readWhen(ids: readonly string[], words: string, today: Day): Promise<ReadTime> {
  const example = `lossdebrief snooze ${ids.length === 0 ? 'F7' : ids.map(shellWord).join(' ')} in 2 weeks`;
  if (ids.length === 0) throw new UserError('There is no id to snooze.', example);
  if (words === '') throw new UserError(`Until when? There is no day after ${ids.join(' ')}.`, example);
  const read = await readDay(words, today, 'future');
  if ('problem' in read) throw new UserError(read.problem, example);
  if (read.value < today) throw new UserError(`${sayDay(read.value)} is over. Nothing was moved.`, example);
  return read;
}

type ReadTime = Exclude<Read<Day>, { readonly problem: string }>;

function refuseClosed(items: readonly Item[]): void {
  const closed = items.find(({ state }) => state !== 'open');
  if (closed)
    throw new UserError(
      `${closed.id} is ${closed.state} already. Nothing was moved.`,
      'See what is open: lossdebrief due --all',
    );
}
