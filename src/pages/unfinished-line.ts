import { type Line, line, quiet } from '../core/page.ts';
import { counted } from '../core/text/sentence.ts';

/** How many debriefs were left unfinished, and how to go on; no line where there are none. */
export function unfinishedLine(drafts: number): readonly Line[] {
  if (drafts === 0) return [];
  return [line(quiet(`${counted(drafts, 'debrief is', 'debriefs are')} unfinished: lossdebrief new --resume`))];
}
