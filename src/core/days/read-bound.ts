import type { Day } from './day.ts';
import { readDay } from './read-day.ts';
import { sayDay } from './say-day.ts';
import { UserError } from '../user-error.ts';

/** Reads the day of `--by`, until when something is to be done: today or later. Throws `UserError` otherwise. */
export async function readBy(by: string, today: Day): Promise<Day> {
  const example = 'Write it as --by 2026-11-27 or --by "next friday"';
  const read = await readDay(by, today, 'future');
  if ('problem' in read) throw new UserError(read.problem, example);
  if (read.value < today) throw new UserError(`${sayDay(read.value)} is over.`, example);
  return read.value;
}

/** Reads the day of a flag such as `--from`. Throws `UserError` for what is no day. */
export async function readBound(flag: string, text: string, today: Day): Promise<Day> {
  const read = await readDay(text, today, 'past');
  if ('problem' in read) throw new UserError(`${flag}: ${read.problem}`, `Write it as ${flag} 2026-11-20`);
  return read.value;
}
