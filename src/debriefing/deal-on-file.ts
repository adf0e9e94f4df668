import type { DealRecord } from '../core/debrief.ts';
import { listed } from '../core/text/sentence.ts';
import { EXIT, UserError } from '../core/user-error.ts';
import type { Store } from '../store/store.ts';

/** The deal that an id such as `D12`, or a name, means. Throws `UserError` 3 if there is none; `what` else it could have been. */
export function knownDeal(store: Store, idOrName: string, what = 'deal'): DealRecord {
  const record = dealOnFile(store, idOrName);
  if (record) return record;
  throw new UserError(
    `There is no ${what} ${idOrName}.${meant(store, idOrName)}`,
    'See them all: lossdebrief list',
    EXIT.noSuchId,
  );
}

/** Deals in whose name these words are, as few people type a name whole; nothing where there are more than a few. */
function meant(store: Store, words: string): string {
  const wanted = words.trim().toLowerCase();
  const alike = wanted === '' ? [] : store.records({}).filter(({ deal }) => deal.name.toLowerCase().includes(wanted));
  if (alike.length === 0 || alike.length > MOST_ALIKE) return '';
  return ` Did you mean ${listed(
    alike.map(({ deal }) => `${deal.id} (${deal.name})`),
    'or',
  )}?`;
}

const MOST_ALIKE = 3;

/** The deal that an id or a name means; undefined for a name that is not on file. A name of several deals is refused. */
export function dealOnFile(store: Store, idOrName: string): DealRecord | undefined {
  return isDealId(idOrName) ? dealWithId(store, idOrName) : theOnly(idOrName, store.records({ name: idOrName }));
}

/**
 * The deal that a debrief of this id or name is of: one on file that has no debrief yet. Undefined for a name of which no
 * deal waits: the debrief makes a new one then.
 */
export function waitingDeal(store: Store, idOrName: string): DealRecord | undefined {
  if (!isDealId(idOrName)) {
    const waiting = store.records({ name: idOrName }).filter(({ debrief }) => debrief === undefined);
    return theOnly(idOrName, waiting);
  }
  const found = dealWithId(store, idOrName);
  if (found.debrief === undefined) return found;
  const { id, name } = found.deal;
  throw new UserError(
    `${id} (${name}) has its debrief already.`,
    `Read it: lossdebrief show ${id}   Correct it: lossdebrief edit ${id}`,
  );
}

function isDealId(text: string): boolean {
  return /^D\d+$/i.test(text);
}

function dealWithId(store: Store, id: string): DealRecord {
  const found = store.record(id.toUpperCase());
  if (found) return found;
  throw store.isDeleted(id)
    ? new UserError(
        `${id.toUpperCase()} was deleted.`,
        `Bring it back: lossdebrief undo ${id.toUpperCase()}`,
        EXIT.noSuchId,
      )
    : new UserError(
        store.isPurged(id) ? `${id.toUpperCase()} was deleted for good.` : `There is no deal ${id}.`,
        'See them all: lossdebrief list',
        EXIT.noSuchId,
      );
}

function theOnly(name: string, deals: readonly DealRecord[]): DealRecord | undefined {
  if (deals.length < 2) return deals[0];
  const ids = deals.map(({ deal }) => deal.id);
  throw new UserError(
    `${deals.length} deals are called ${name}: ${listed(ids)}.`,
    `Name the one you mean by its id, such as ${ids[0]}.`,
  );
}
