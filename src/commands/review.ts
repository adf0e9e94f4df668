import type { App } from '../app.ts';
import type { DealRecord } from '../core/debrief.ts';
import type { DebriefedRecord } from '../core/edited-debrief.ts';
import { UserError } from '../core/user-error.ts';
import { knownDeal } from '../debriefing/deal-on-file.ts';
import { lookAgain, type LookOptions } from '../debriefing/look-again.ts';

/** Looks at a debriefed deal once more: closely, and after 90 days from a distance. */
export async function review(app: App, id: string, options: LookOptions): Promise<void> {
  const store = await app.store('write');
  await lookAgain(app, store, debriefed(knownDeal(store, id)), options);
}

function debriefed(record: DealRecord): DebriefedRecord {
  const { deal, debrief } = record;
  if (debrief) return { ...record, debrief };
  throw new UserError(
    `${deal.id} (${deal.name}) has no debrief yet. The two minutes come first.`,
    `Debrief it: lossdebrief new ${deal.id}`,
  );
}
