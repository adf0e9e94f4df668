import { sayShortDay } from './say-day.ts';
import type { Report } from './report-table.ts';

/** The days of decision that a report covers: `Decided from 1 Jan 2026 to 31 Mar 2026`. */
export function sayPeriod({ from, to }: Report['period']): string {
  if (from === undefined && to === undefined) return 'All deals on file, whenever they were decided';
  const parts = [from && `from ${sayShortDay(from)}`, to && `to ${sayShortDay(to)}`];
  return `Decided ${parts.filter((part) => part !== undefined).join(' ')}`;
}
