import type { TallyRow } from '../report/tally.ts';

/** What each name of a list was answered with, by id; the answers to such a list come back as JSON. */
export function ownRows(value: TallyRow['at'][number] | undefined): Readonly<Record<string, string>> | undefined {
  if (typeof value !== 'string' || !value.startsWith('{')) return undefined;
  return JSON.parse(value) as Readonly<Record<string, string>>;
}
