/** Reads a number of days: `30d`, `2w`, or the number alone. Undefined if it is none. */
export function readDaySpan(text: string): number | undefined {
  const [, count, unit] = /^(\d{1,5})\s*(d|w)?$/.exec(text.trim()) ?? [];
  return count === undefined ? undefined : Number(count) * (unit === 'w' ? 7 : 1);
}
