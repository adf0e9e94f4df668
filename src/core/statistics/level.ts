import { sum } from './contingency-table.ts';
import { evidenceOf } from './evidence.ts';

/** How many decided deals were won and how many were not. */
export interface WonAndLost {
  readonly won: number;
  readonly lost: number;
}

/** The decided deals of one answer: `late` for a step, `inbound` for a field. */
export interface Level extends WonAndLost {
  readonly id: string;
}

/** All decided deals of it. */
export function dealsOf({ won, lost }: WonAndLost): number {
  return won + lost;
}

/** Whether there are enough deals to compare it with others. One that has too few is listed, and never ranked. */
export function isRanked(level: WonAndLost): boolean {
  return evidenceOf(dealsOf(level)) !== 'too-few';
}

/** All of them together. */
export function pool(some: readonly WonAndLost[]): WonAndLost {
  return { won: sum(some.map(({ won }) => won)), lost: sum(some.map(({ lost }) => lost)) };
}
