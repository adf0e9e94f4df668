import type { App } from '../app.ts';
import type { DeletedHere } from '../core/exchange/imported-deal.ts';
import { line, quiet } from '../core/page.ts';
import { sayNumber } from '../core/text/say-number.ts';
import { isConfirmed } from '../debriefing/confirm.ts';
import type { Store } from '../store/store.ts';

/**
 * Asks whether deals that the CRM has deleted may go here too, and puts those out of sight on which nobody has worked; what
 * became of each. Each goes by itself, so that `undo` with its id brings it back.
 */
export async function takeOut(app: App, store: Store, gone: readonly DeletedHere[]): Promise<readonly DeletedHere[]> {
  const idle = gone.filter(({ isWorkedOn }) => !isWorkedOn).map(({ deal }) => deal);
  const [first] = idle;
  if (!first || !(await mayGo(app, idle))) return gone;
  for (const { id } of idle) store.deleteDeal(id);
  await app.tell([
    line(
      `${idle.length === 1 ? `${first.id} is` : `${sayNumber(idle.length)} deals are`} out of sight. `,
      quiet(`To bring ${idle.length === 1 ? 'it' : 'one'} back: lossdebrief undo ${first.id}`),
    ),
  ]);
  return gone.map((one) => (one.isWorkedOn ? one : { ...one, isTakenOut: true }));
}

async function mayGo(app: App, deals: readonly DeletedHere['deal'][]): Promise<boolean> {
  const [first, ...more] = deals;
  const them = more.length === 0 ? 'it' : 'them';
  return isConfirmed(app, {
    id: 'take-out',
    ask:
      more.length === 0
        ? `${first?.id}, ${first?.name}, is deleted in the CRM. Delete it here too?`
        : `${sayNumber(deals.length)} deals that you have not worked on are deleted in the CRM. Delete them here too?`,
    why: `Until then every report counts ${them}. Nothing leaves the file: lossdebrief undo ${first?.id} brings ${more.length === 0 ? 'it' : 'that one'} back.`,
    yes: `delete ${them}`,
    no: `keep ${them}`,
    enter: 'no',
  });
}
