import { counted } from '../text/sentence.ts';

/** `36 of 41 closed deals are debriefed`, `0 of 1 closed deal is debriefed`. */
export function sayDebriefed(debriefed: number, closed: number): string {
  const are = debriefed === 1 || closed === 1 ? 'is' : 'are';
  return `${debriefed} of ${counted(closed, 'closed deal')} ${are} debriefed`;
}
