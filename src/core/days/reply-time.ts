import { counted } from '../text/sentence.ts';

/** Reads how long something took, in minutes: `45m`, `3h`, `2d`, `1w`. Undefined if it is no such text. */
export function readReplyTime(text: string): number | undefined {
  const [, count, unit] = /^(\d{1,4}) ?([mhdw])$/.exec(text.trim().toLowerCase()) ?? [];
  return count === undefined ? undefined : Number(count) * (UNITS[unit ?? ''] ?? 0);
}

/** `45 minutes`, `3 hours`, `2 days`: in the largest unit that it fills, rounded down. */
export function sayReplyTime(minutes: number): string {
  return counted(...roundedReplyTime(minutes));
}

/** The same as a count and its unit. */
export function roundedReplyTime(minutes: number): readonly [count: number, unit: 'day' | 'hour' | 'minute'] {
  if (minutes >= DAY) return [Math.floor(minutes / DAY), 'day'];
  return minutes >= HOUR ? [Math.floor(minutes / HOUR), 'hour'] : [minutes, 'minute'];
}

const HOUR = 60;
const DAY = 24 * HOUR;
const UNITS: Readonly<Record<string, number>> = { m: 1, h: HOUR, d: DAY, w: 7 * DAY };
