import type { Day } from './day.ts';
import { readDay } from './read-day.ts';
import { UserError } from './user-error.ts';

/** Reads the day of a flag such as `--from`. Throws `UserError` for what is no day. */
export async function readBound(flag: string, text: string, today: Day): Promise<Day> {
  const read = await readDay(text, today, 'past');
  if ('problem' in read) throw new UserError(`${flag}: ${read.problem}`, `Write it as ${flag} 2026-11-20`);
  return read.value;
}
