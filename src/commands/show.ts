import type { App } from '../app.ts';
import { dealJson, SCHEMA_VERSION } from '../core/deal-json.ts';
import { EXIT, UserError } from '../core/user-error.ts';
import { dealPage } from '../pages/deal-page.ts';

/** Shows everything kept about one deal. */
export async function show(app: App, id: string): Promise<void> {
  const store = await app.store('read');
  const record = store.record(id.toUpperCase());
  if (!record) throw new UserError(`There is no deal ${id}.`, 'See them all: lossdebrief list', EXIT.noSuchId);
  await app.print({
    json: () => ({ schemaVersion: SCHEMA_VERSION, ...dealJson(record) }),
    page: () => dealPage(record, app.clock.today),
  });
}
