import type { Day } from '../core/days/day.ts';
import type { ImportedDeal } from '../core/exchange/imported-deal.ts';
import { keyWithoutId } from '../core/particulars.ts';
import type { Reading } from './reading.ts';

/** What a row tells its deal by. */
export interface RowNames {
  readonly row: number;
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly account: string | undefined;
}

/** By what the deal of a row is known again: its record id, or what stands in for one. */
export function rowKey(
  { row, id, name, account }: RowNames,
  decidedOn: Day | undefined,
  { profile: { idLength } }: Reading,
): Pick<ImportedDeal, 'key' | 'keyWhileOpen'> {
  if (id !== undefined) return { key: idLength === undefined ? id : cutId(id, idLength), keyWhileOpen: undefined };
  return {
    key: keyWithoutId(name ?? row, account, decidedOn),
    // Rows without a name are told apart by their numbers, which mean nothing in the next file.
    keyWhileOpen: decidedOn === undefined || name === undefined ? undefined : keyWithoutId(name, account, undefined),
  };
}

/** The record id, which one export of a CRM may write longer than another. */
function cutId(id: string, length: number): string {
  return id.length === LONG_ID ? id.slice(0, length) : id;
}

/** Salesforce writes the same id with 15 or 18 characters. */
const LONG_ID = 18;
