import { dayOfInstant } from './logged-change.ts';
import { sayDay } from './days/say-day.ts';

/**
 * What to say where the clock shows a moment that lies more than a day before the latest change of the file: one of the two
 * is wrong, and days are counted from the clock. Both are instants in ISO form.
 */
export function clockWarning(latestChange: string | undefined, now: string): string | undefined {
  if (latestChange === undefined || Date.parse(latestChange) - Date.parse(now) <= ONE_DAY) return undefined;
  const [changed, shown] = [latestChange, now].map(dayOfInstant);
  if (changed === undefined || shown === undefined) return undefined;
  return `The clock of this machine shows ${sayDay(shown)}, but the file was changed on ${sayDay(changed)}. Please check the clock: days are counted from it.`;
}

/** Milliseconds. */
const ONE_DAY = 24 * 60 * 60 * 1000;
