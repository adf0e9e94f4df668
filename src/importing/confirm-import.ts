import type { App } from '../app.ts';
import { line } from '../core/page.ts';
import { isConfirmed } from '../debriefing/confirm.ts';

/** Whether what was previewed may be written; says of a no that nothing was. */
export async function mayImport(app: App): Promise<boolean> {
  const isWanted = await isConfirmed(app, {
    id: 'import',
    ask: 'Import it?',
    why: 'All of it is written at once, or nothing. lossdebrief undo takes it back.',
    yes: 'import it',
    no: 'leave everything as it is',
    enter: 'yes',
  });
  if (!isWanted) await app.tell([line('Nothing was imported.')]);
  return isWanted;
}
