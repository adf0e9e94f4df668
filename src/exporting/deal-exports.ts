import { dealPage } from '../pages/deal-page.ts';
import { particularsLines } from '../pages/particulars-lines.ts';
import { type Reading, viewLines } from '../pages/view-lines.ts';
import type { Day } from '../core/days/day.ts';
import { dealJson } from '../core/deal-json.ts';
import type { Page } from '../core/page.ts';
import type { Reach } from '../core/exchange/portable.ts';
import { recordWithin } from '../core/exchange/record-within.ts';
import type { Stage } from '../core/settings/settings.ts';
import type { Store } from '../store/store.ts';

type Told = Exclude<Reach, 'complete'>;

/** Every deal in the shape of `list --json`, as far as it may go. */
export function* dealsWithin(store: Store, reach: Told): Generator<Record<string, unknown>, void> {
  for (const record of store.eachRecord()) yield dealJson(recordWithin(record, reach));
}

/** What is needed to say it in words. */
interface DossierReading extends Reading {
  readonly stages: readonly Stage[];
}

/** Every deal as `show` would print it, as far as it may go. */
export function* dossier(store: Store, reach: Told, today: Day, reading: DossierReading): Generator<Page, void> {
  for (const record of store.eachRecord()) {
    const told = recordWithin(record, reach);
    yield [...dealPage(told, today), ...viewLines(told, reading), ...particularsLines(told, reading.stages)];
  }
}
