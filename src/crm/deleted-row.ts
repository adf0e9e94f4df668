import type { CrmRole } from '../core/exchange/crm-book.ts';
import type { DeletedInCrm } from '../core/exchange/imported-deal.ts';
import type { CsvRow } from './csv-rows.ts';
import { type Ending, endingReader, signReader } from './ending.ts';
import { dayIn, type Reading, textIn } from './reading.ts';
import { rowKey } from './row-key.ts';

/** A reader of rows that an export has from the bin of the CRM; undefined for any other. */
export function deletedRowReader(reading: Reading): (cells: CsvRow, row: number) => DeletedInCrm | undefined {
  const isDeleted = deletionReader(reading);
  const isClosed = closedReader(reading);
  return (cells, row) => {
    if (!isDeleted(cells)) return undefined;
    const [id, name, account] = (['id', 'name', 'account'] as const).map((role) => textIn(reading, role, cells));
    // Only where there is no record id, the day counts.
    const closedOn = id === undefined ? dayIn(reading, 'closedOn', cells) : undefined;
    const keys = rowKey({ row, id, name, account }, closedOn === 'unread' ? undefined : closedOn, reading);
    return { row, key: keys.key, keyWhileOpen: isClosed(cells) ? undefined : keys.keyWhileOpen };
  };
}

/** Whether a row says that its deal had ended before it was deleted: an open one has its day too, on which it may close. */
function closedReader(reading: Reading): (cells: CsvRow) => boolean {
  const endingOf = endingReader(reading);
  return (cells) =>
    ENDING_ROLES.some((role) => {
      const text = textIn(reading, role, cells);
      return text !== undefined && CLOSED.has(endingOf(text));
    });
}

const CLOSED: ReadonlySet<Ending> = new Set(['won', 'lost', 'closed']);

/** Whether a row is of a deal that the CRM has deleted: marked in a column of its own, or as a status. */
export function deletionReader(reading: Pick<Reading, 'book' | 'columns' | 'ownEndings'>): (cells: CsvRow) => boolean {
  const signOf = signReader(reading.book);
  const endingOf = endingReader(reading);
  const says = (role: CrmRole, cells: CsvRow, isSaid: (text: string) => boolean): boolean => {
    const text = textIn(reading, role, cells);
    return text !== undefined && isSaid(text);
  };
  return (cells) =>
    says('deleted', cells, (text) => signOf(text) === true) ||
    ENDING_ROLES.some((role) => says(role, cells, (text) => endingOf(text) === 'deleted'));
}

const ENDING_ROLES = ['outcome', 'stage'] as const;
