import type { App } from '../app.ts';
import { readWishes } from '../crm/column-map.ts';
import { headingKey } from '../crm/plain-key.ts';
import type { Store } from '../store/store.ts';
import { savedMaps } from './saved-maps.ts';

/** What an import takes a column of this name for, such as `owner`, by what is known of CRMs and by the maps that were kept. */
export async function columnRoles(app: App, store: Store, name: string): Promise<readonly string[]> {
  const { profiles } = await app.crmBook();
  const shipped = profiles.flatMap(({ columns }) => Object.entries(columns));
  const kept = [...savedMaps(store).values()].flatMap(({ maps }) =>
    [...readWishes(maps)].map(([role, heading]) => [role, [heading]] as const),
  );
  return [...kept, ...shipped].flatMap(([role, headings]) =>
    headings.some((heading) => headingKey(heading) === headingKey(name)) ? [role] : [],
  );
}
