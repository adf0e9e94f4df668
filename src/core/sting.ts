import { brief } from './text/sentence.ts';

/** What stung most after a deal: a sentence that a person left for days on which a debrief is easily skipped. */
export interface Sting {
  readonly deal: string;
  readonly text: string;
}

/** So many closed deals that nobody has looked back on are a pile. */
const PILE = 5;

/** The reminder when closed deals pile up (Rhys Metler); undefined while they do not. Only for the person's own eyes. */
export function stingLine(waiting: number, sting: Sting | undefined): string | undefined {
  if (!sting || waiting < PILE) return undefined;
  return `${waiting} closed deals wait. After ${sting.deal} you wrote what stung most: "${brief(sting.text)}".`;
}
