import type { App } from '../app.ts';
import { SCHEMA_VERSION } from '../core/deal-json.ts';
import { briefJson, neutralBrief } from '../core/neutral-brief.ts';
import { line, quiet } from '../core/page.ts';
import { demoStageName } from '../core/settings/settings.ts';
import { knownDeal } from '../debriefing/deal-on-file.ts';
import { briefPage } from '../pages/brief-page.ts';

/** Prints a neutral page about a deal, for a colleague: what happened and what was said, without what I make of it. */
export async function brief(app: App, id: string): Promise<void> {
  const record = knownDeal(await app.store('read'), id);
  const neutral = neutralBrief(record);
  const { stages } = await app.settings();
  await app.print({
    json: () => ({ schemaVersion: SCHEMA_VERSION, ...briefJson(neutral) }),
    page: () => briefPage(neutral, demoStageName(stages)),
    isPaged: true,
  });
  await app.tell([line(quiet(`What they see: lossdebrief opinion ${record.deal.id}`))]);
}
