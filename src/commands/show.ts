import type { App } from '../app.ts';
import { dealJson, SCHEMA_VERSION } from '../core/deal-json.ts';
import { thenAndNow } from '../core/then-and-now.ts';
import { knownDeal } from '../debriefing/deal-on-file.ts';
import { dealPage } from '../pages/deal-page.ts';
import { particularsLines } from '../pages/particulars-lines.ts';
import { viewLines } from '../pages/view-lines.ts';

/** Shows everything kept about one deal. */
export async function show(app: App, id: string): Promise<void> {
  const store = await app.store('read');
  const record = knownDeal(store, id);
  const catalog = await app.catalog();
  const settings = await app.settings();
  const comparison = thenAndNow(record, { reasons: catalog.reasons, settings });
  await app.print({
    json: () => ({ schemaVersion: SCHEMA_VERSION, ...dealJson(record) }),
    page: () => [
      ...dealPage(record, app.clock.today, comparison),
      ...viewLines(record, catalog),
      ...particularsLines(record, settings.stages),
    ],
    isPaged: true,
  });
}
