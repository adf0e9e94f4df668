import type { DealRecord } from '../core/debrief.ts';
import { recordChange } from './change-log.ts';
import { makeChanges } from './changes.ts';
import type { Connection } from './connection.ts';
import { noDeal } from './deals.ts';
import { discardDraft, noDraft } from './drafts.ts';
import { beginNamedExperiment } from './experiments.ts';
import { rowOf } from './ids.ts';
import { insertCauses, insertDebrief, savedRecord } from './save-debrief.ts';
import type { NewReview } from './store.ts';

/** Writes a later look at a deal beside its quick pass, with what it changes in what is due, and drops its draft; or nothing. */
export function saveReview(connection: Connection, entry: NewReview): DealRecord {
  const { dealId, pass, causes, changes, draft, on } = entry;
  return recordChange(connection, `review ${dealId}`, () => {
    const deal = rowOf(dealId, 'D');
    if (deal === undefined) throw noDeal(dealId);
    const review = insertDebrief(connection, deal, pass, entry);
    insertCauses(connection, review, causes, on);
    makeChanges(connection, changes, on);
    beginNamedExperiment(connection, deal, entry.debrief.answers['experiment'], on);
    // Two windows on one draft must not make two looks of it.
    if (draft !== undefined && !discardDraft(connection, draft)) throw noDraft(draft);
    return savedRecord(connection, deal);
  });
}
