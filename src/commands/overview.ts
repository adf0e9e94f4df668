import type { App } from '../app.ts';
import { line } from '../core/page.ts';
import { counted } from '../core/text/sentence.ts';
import { unfinishedLine } from '../pages/unfinished-line.ts';

/** `lossdebrief` alone: the help, and one line on what is due. */
export async function overview(app: App, help: string): Promise<void> {
  await app.print({
    json: () => ({ help }),
    page: () =>
      help
        .trimEnd()
        .split('\n')
        .map((text) => line(text)),
  });
  const store = await app.store('read');
  const isDue = store.due(app.clock.today).length;
  if (isDue > 0) await app.tell([line(`${counted(isDue, 'thing is', 'things are')} due: lossdebrief due`)]);
  await app.tell(unfinishedLine(store.counts().drafts));
}
