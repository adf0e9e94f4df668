import { dealRows } from '../crm/crm-file.ts';
import { isRejectedTable } from '../crm/rejected-table.ts';
import type { Document } from '../core/exchange/document.ts';
import { REJECTED_HEADINGS, type RejectedRow } from '../core/exchange/imported-deal.ts';
import type { TakenIn } from './take-in.ts';

/** The rows that were refused, as they came. The file is read once more for them, so that none has to be held until then. */
export function rejectedRows(taken: TakenIn): Document {
  const { headings } = taken.plan.reading;
  return { format: 'rejected-rows', headings: headings.slice(ownCells(headings)), rows: rowsOf(taken) };
}

async function* rowsOf({ plan, tally }: TakenIn): AsyncGenerator<readonly RejectedRow[], void> {
  const own = ownCells(plan.reading.headings);
  // Both come in the order of the file.
  let next = 0;
  for await (const rows of dealRows(plan.file, plan.limits)) {
    yield rows.flatMap(({ row, cells }) => {
      const refusal = tally.refused[next];
      if (refusal?.row !== row) return [];
      next += 1;
      return [{ ...refusal, cells: cells.slice(own) }];
    });
  }
}

/** How many cells before those of the CRM a table has that was rejected once already. */
function ownCells(headings: readonly string[]): number {
  return isRejectedTable(headings) ? REJECTED_HEADINGS.length : 0;
}
