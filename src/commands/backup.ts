import type { App } from '../app.ts';
import { SCHEMA_VERSION } from '../core/deal-json.ts';
import { line, quiet } from '../core/page.ts';
import { counted, listed } from '../core/text/sentence.ts';
import { shellWord } from '../core/text/shell-word.ts';
import { UserError } from '../core/user-error.ts';

/** Copies the whole file: to where backups are kept, or to a file that is named. */
export async function backup(app: App, file: string | undefined): Promise<void> {
  if (file === '-') throw new UserError('A backup is a file.', 'Name one, or leave it out.');
  const store = await app.store('read');
  const path = file === undefined ? store.backUp() : await app.write({ format: 'copy', copyTo: store.copyTo }, file);
  const { deals, debriefs, drafts } = store.counts();
  await app.print({
    json: () => ({ schemaVersion: SCHEMA_VERSION, path, deals, debriefs, drafts }),
    page: () => [
      line(`Backed up: ${listed([counted(deals, 'deal'), counted(debriefs, 'debrief')])}, in ${path}`),
      line(quiet(`To bring it back: lossdebrief restore ${shellWord(path)}`)),
    ],
  });
}
