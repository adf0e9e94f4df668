import type { App } from '../app.ts';
import type { DealRecord } from '../core/debrief.ts';
import type { Item } from '../core/follow-through.ts';
import { line, quiet } from '../core/page.ts';
import { sayShortDay } from '../core/days/say-day.ts';
import { counted } from '../core/text/sentence.ts';
import { EXIT, UserError } from '../core/user-error.ts';
import { sayItem } from '../pages/item-words.ts';
import type { Store } from '../store/store.ts';
import { dealOnFile, knownDeal } from './deal-on-file.ts';

/**
 * The actions and entries that these words mean: ids, or a deal for which one thing is open. Throws `UserError` for what is neither, where
 * nothing is open, and where several things are; those are said before it, and an `example` shows how to name one.
 */
export async function itemsMeant(
  app: App,
  store: Store,
  words: readonly string[],
  example: (id: string) => string,
): Promise<readonly Item[]> {
  const whole = words.some(isItemId) ? undefined : dealOnFile(store, words.join(' '));
  if (whole) return [await onlyOpen(app, store, whole, example)];
  const ids: string[] = [];
  for (const word of words) {
    if (isItemId(word)) ids.push(word.toUpperCase());
    else ids.push((await onlyOpen(app, store, knownDeal(store, word, ALL_IT_COULD_BE), example)).id);
  }
  return store.items([...new Set(ids)]);
}

const ALL_IT_COULD_BE = 'action, follow-up or deal';

function isItemId(word: string): boolean {
  return /^[AF]\d+$/i.test(word);
}

async function onlyOpen(app: App, store: Store, record: DealRecord, example: (id: string) => string): Promise<Item> {
  const { deal, actions, followUp, otherEntries } = record;
  const all = [...actions, ...(followUp ? [followUp] : []), ...otherEntries].filter(({ state }) => state === 'open');
  const items = store.items(all.map(({ id }) => id)).toSorted((one, other) => (one.on < other.on ? -1 : 1));
  const [first, ...others] = items;
  if (!first)
    throw new UserError(`Nothing is open for ${deal.name}.`, `See it: lossdebrief show ${deal.id}`, EXIT.noSuchId);
  if (others.length === 0) return first;
  await app.tell([
    ...items.slice(0, SHOWN).map((one) => line(sayItem(one), quiet(`   ${sayShortDay(one.on)}`))),
    ...(items.length > SHOWN ? [line(quiet(`and ${items.length - SHOWN} more: lossdebrief show ${deal.id}`))] : []),
  ]);
  throw new UserError(
    `${counted(items.length, 'thing')} are open for ${deal.name}. Nothing was changed.`,
    `Name the one you mean by its id: ${example(first.id)}`,
  );
}

/** Touches are planned for years. */
const SHOWN = 8;
