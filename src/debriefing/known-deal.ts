import type { DealRecord } from '../core/debrief.ts';
import { EXIT, UserError } from '../core/user-error.ts';
import type { Store } from '../store/store.ts';
import { dealOnFile } from './deal-on-file.ts';

/** The deal that an id such as `D12`, or a name, means. Throws `UserError` 3 if there is none. */
export function knownDeal(store: Store, idOrName: string): DealRecord {
  const record = dealOnFile(store, idOrName);
  if (!record) throw new UserError(`There is no deal ${idOrName}.`, 'See them all: lossdebrief list', EXIT.noSuchId);
  return record;
}
