import { countTouches } from './timeline.ts';
import type { Touch } from './touch.ts';

/** What the log of a deal may know by itself, with the codes it tells: those of the questions that it spares. */
export const LOG_FACTS = {
  'missed-calls': ['one', 'several'],
  'slowest-reply': ['hour', 'same-day', 'next-day', 'two-three-days', 'longer'],
} as const;

export type LogFact = keyof typeof LOG_FACTS;

/** The code of a fact in the log. A log without a missed call may only be incomplete, so it knows of none; undefined then. */
export function inLog(fact: LogFact, touches: readonly Touch[]): string | undefined {
  const { missedCalls, slowestReplyMinutes } = countTouches(touches);
  return fact === 'slowest-reply' ? codeOf(fact, slowestReplyMinutes) : codeOf(fact, missedCalls);
}

/** The code of a number of missed calls, or of the minutes that the slowest reply took; undefined if it tells nothing. */
export function codeOf(fact: LogFact, number: number | undefined): string | undefined {
  if (number === undefined) return undefined;
  if (fact === 'slowest-reply') return replyCode(number);
  if (number === 0) return undefined;
  return number === 1 ? 'one' : 'several';
}

const HOUR = 60;
const DAY = 24 * HOUR;

function replyCode(minutes: number): (typeof LOG_FACTS)['slowest-reply'][number] {
  if (minutes <= HOUR) return 'hour';
  if (minutes < DAY) return 'same-day';
  if (minutes < 2 * DAY) return 'next-day';
  return minutes < 4 * DAY ? 'two-three-days' : 'longer';
}
