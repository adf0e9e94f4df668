import { sayShortDay } from '../days/say-day.ts';
import type { Report } from './report-table.ts';

/** What a report covers: `Decided from 1 Jan 2026 to 31 Mar 2026, with an amount in EUR`. */
export function sayCoverage({ period: { from, to }, currency }: Pick<Report, 'period' | 'currency'>): string {
  const parts = [from && `from ${sayShortDay(from)}`, to && `to ${sayShortDay(to)}`];
  const days = `Decided ${parts.filter((part) => part !== undefined).join(' ')}`;
  if (from !== undefined || to !== undefined)
    return currency === undefined ? days : `${days}, with an amount in ${currency}`;
  return `All deals ${currency === undefined ? 'on file' : `with an amount in ${currency}`}, whenever they were decided`;
}
