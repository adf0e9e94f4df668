import type { Day } from './days/day.ts';

/** What is known of a deal that no debrief asks for: whose it is, since when, and what a CRM has under names of its own. */
export interface Particulars {
  readonly account: string | undefined;
  readonly owner: string | undefined;
  readonly createdOn: Day | undefined;
  readonly segment: string | undefined;
  readonly persona: string | undefined;
  readonly source: string | undefined;
  readonly product: string | undefined;
  /** Whatever else is known, by name. */
  readonly fields: Readonly<Record<string, string>>;
  /** By what CRMs know it, the first one first. */
  readonly crm: readonly CrmKey[];
}

/** By what one CRM knows a deal. */
export interface CrmKey {
  /** The profile that the deal was read by, or the name under which the person keeps a map of columns. */
  readonly source: string;
  /** The record id; or, from an export without any, what stands in for one. */
  readonly id: string;
}

/** What stands in for a record id where an export has none: name, account and closing day. */
export function keyWithoutId(name: string | number, account: string | undefined, closedOn: Day | undefined): string {
  return JSON.stringify([name, account ?? null, closedOn ?? null]);
}

/** Whether such a key stands in for a record id. */
export function standsForId({ id }: CrmKey): boolean {
  return id.startsWith('[') && id.endsWith(']');
}
