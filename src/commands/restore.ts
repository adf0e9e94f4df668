import type { App } from '../app.ts';
import { SCHEMA_VERSION } from '../core/deal-json.ts';
import { dayOfInstant } from '../core/logged-change.ts';
import type { CopyLook } from '../core/own-file.ts';
import { line, quiet } from '../core/page.ts';
import { sayDay } from '../core/days/say-day.ts';
import { counted, listed } from '../core/text/sentence.ts';
import { shellWord } from '../core/text/shell-word.ts';
import { UserError } from '../core/user-error.ts';
import { isConfirmed } from '../debriefing/confirm.ts';

export interface RestoreOptions {
  readonly yes?: boolean;
}

/** Puts a copy in the place of the file. What is there is kept first. */
export async function restore(app: App, file: string, { yes = false }: RestoreOptions): Promise<void> {
  const own = await app.ownFile();
  const copy = own.look(file);
  if (!yes && !(await mayReplace(app, own.path, copy))) return app.tell([line('Nothing was changed.')]);
  const { kept } = await own.restore(file);
  const { path, deals, debriefs, drafts } = copy;
  await app.print({
    json: () => ({
      schemaVersion: SCHEMA_VERSION,
      path: own.path,
      from: path,
      deals,
      debriefs,
      drafts,
      kept: kept ?? null,
    }),
    page: () => [
      line(`Restored: ${sayContent(copy)}, in ${own.path}`),
      ...(kept === undefined ? [] : [line(quiet(`What was there before is kept: ${kept}`))]),
    ],
  });
}

async function mayReplace(app: App, path: string, copy: CopyLook): Promise<boolean> {
  if (!app.canAsk) {
    throw new UserError(
      `Nobody can be asked whether ${copy.path} may take the place of ${path}. Nothing was changed.`,
      `lossdebrief restore ${shellWord(copy.path)} --yes`,
    );
  }
  return isConfirmed(app, {
    id: 'restore',
    ask: `Put ${sayContent(copy)} in the place of ${path}?`,
    why: 'What is there now is kept in the folder of the backups first.',
    yes: 'restore it',
    no: 'leave everything as it is',
    enter: 'no',
  });
}

/** `12 deals and 9 debriefs of Friday 20 November 2026`. */
function sayContent({ deals, debriefs, changedAt }: CopyLook): string {
  const day = changedAt === undefined ? undefined : dayOfInstant(changedAt);
  return `${listed([counted(deals, 'deal'), counted(debriefs, 'debrief')])}${day ? ` of ${sayDay(day)}` : ''}`;
}
